"""HTML 报告的样式 · How the HTML report looks: light and dark, phone and desk, screen and paper."""

STYLE = """
:root { --paper:#fbfaf7; --card:#fff; --ink:#1f2328; --soft:#5c6470; --rule:#e4e1d9; --code:#f4f2ec;
  --high:#b3261e; --high-bg:#fbe4e1; --medium:#8a5300; --medium-bg:#fdeccd; --low:#0b5c73; --low-bg:#d9eef4;
  --hint:#5c6470; --hint-bg:#e9eaec; --good:#1c6b3c; }
@media (prefers-color-scheme: dark) { :root { --paper:#15171a; --card:#1d2024; --ink:#e7e5e0; --soft:#a3a9b2;
  --rule:#33373d; --code:#262a2f; --high:#ff9d93; --high-bg:#4d1f1b; --medium:#f4bd68; --medium-bg:#453110;
  --low:#7fd0e6; --low-bg:#12394a; --hint:#a3a9b2; --hint-bg:#31353b; --good:#7fd6a0; } }
* { box-sizing:border-box }
body { margin:0; background:var(--paper); color:var(--ink);
  font:16px/1.65 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","WenQuanYi Micro Hei",sans-serif; }
main { max-width:58rem; margin:0 auto; padding:2rem 1.25rem 1rem }
header { margin-bottom:2rem }
.brand { margin:0; color:var(--soft); letter-spacing:.04em }
h1 { margin:.2rem 0 1rem; font-size:clamp(1.5rem,5vw,2.1rem); line-height:1.25; font-weight:600 }
h1.good { color:var(--good) } h1 b { color:var(--high); font-size:1.25em }
.tiles { list-style:none; margin:0; padding:0; display:flex; flex-wrap:wrap; gap:.5rem }
.tile { padding:.25rem .9rem; border-radius:99px; font-size:.95rem } .tile b { font-variant-numeric:tabular-nums }
.high { color:var(--high); background:var(--high-bg) } .medium { color:var(--medium); background:var(--medium-bg) }
.low { color:var(--low); background:var(--low-bg) } .hint { color:var(--hint); background:var(--hint-bg) }
.plain { border:1px solid var(--rule); color:var(--soft) }
.file { margin:0 0 2rem }
h2 { font-size:1.05rem; margin:0 0 .6rem; overflow-wrap:anywhere } small { color:var(--soft); font-weight:400 }
article { background:var(--card); border:1px solid var(--rule); border-radius:.6rem; margin:0 0 .75rem; overflow:hidden }
.glimpses { display:flex; flex-wrap:wrap; gap:.75rem; margin:0 0 .75rem } figure { margin:0; max-width:100% }
figure img { display:block; max-width:100%; height:auto; border:1px solid var(--rule); border-radius:.6rem }
figcaption { color:var(--soft); font-size:.85rem; padding:.25rem .2rem 0 }
.source { display:flex; background:var(--code); border-bottom:1px solid var(--rule) }
.number { flex:none; min-width:3.2em; padding:.55rem .7rem; text-align:right; color:var(--soft); user-select:none;
  border-right:1px solid var(--rule); font:.85rem/1.7 ui-monospace,Menlo,Consolas,monospace }
code { flex:1; min-width:0; padding:.55rem .8rem; white-space:pre-wrap; overflow-wrap:anywhere;
  font:.9rem/1.6 ui-monospace,Menlo,Consolas,"Noto Sans Mono CJK SC","WenQuanYi Micro Hei Mono",monospace }
mark { border-radius:.25em; padding:.05em .15em; border-bottom:2px solid currentColor }
article ul { list-style:none; margin:0; padding:.5rem .9rem }
article li { padding:.2rem 0 } li a { color:inherit; font-weight:600; text-decoration-color:var(--rule); text-underline-offset:.2em }
.badge { display:inline-block; min-width:2.2em; text-align:center; border-radius:.3em; padding:0 .45em; font-size:.85rem }
.sure { color:var(--soft) } .place { color:var(--soft); font-size:.85rem; overflow-wrap:anywhere }
.rule { padding:.8rem 1rem; overflow:visible } .rule:target { outline:2px solid var(--low) }
h3 { margin:0 0 .3rem; font-size:1rem } .rule p { margin:.2rem 0 } .rule p b { color:var(--soft); font-weight:500; margin-right:.4em }
.trouble { border-left:4px solid var(--medium); padding-left:1rem; margin-bottom:2rem } .trouble ul { padding-left:1.1rem }
.remark,footer { color:var(--soft); font-size:.85rem; text-align:center } footer { padding:0 1rem 2rem }
@media print { :root { --paper:#fff; --card:#fff; --ink:#000; --soft:#444; --rule:#bbb; --code:#f6f6f6; color-scheme:light }
  body { font-size:10.5pt } main { max-width:none; padding:0 } article, figure { break-inside:avoid } h2 { break-after:avoid }
  * { print-color-adjust:exact; -webkit-print-color-adjust:exact } @page { margin:18mm 15mm } }
"""
