"""第二套图片 · Pictures by another hand: laid out by a browser, crumpled, bent and lit by its filters, other papers and screens.

Nothing is shared with `pages` and `camera` but the values, so that who was mended by one set is measured by the
other. Needs Chromium, and better with more Chinese letters (Debian: chromium, fonts-arphic-uming, fonts-arphic-ukai,
fonts-wqy-zenhei).
"""

from __future__ import annotations

import io
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import segno
from PIL import Image

from bench.accuracy import numbers, people
from bench.photos.genres import Shot

_FACES = ("AR PL UMing CN", "AR PL UKai CN", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei")
_FORMAL, _PLAIN = _FACES[:2], _FACES[2:]
_SECONDS = 90
_STYLE = "*{box-sizing:border-box;margin:0;padding:0}body{overflow:hidden}"
_WORDS = (
    "根据年度安排，现将有关事项通知如下，请各单位结合实际抓好落实。", "本表由经办人填写，字迹应当清楚，不得涂改。",
    "材料一式两份，一份存档，一份交窗口核对后退回。", "如有变动，应在三个工作日内书面告知。",
    "上述费用已经结清，双方再无其他争议。", "请家长核对孩子的信息，有误的在群里说一声。",
)  # fmt: skip
_DECOYS = ("取件码 7-3-2046", "共 128 页", "读《机密档案》后感", "培训主题：商业秘密的保护", "合同编号 HT-2026-0315-008",
           "发票代码 044031900111", "客服热线 400-820-8820")  # fmt: skip
_SORTS: dict[str, tuple[str, Callable[[Random], str], str]] = {
    "id": ("cn-resident-id", numbers.resident_id, "身份证号码"),
    "mobile": ("cn-mobile", numbers.mobile, "手机号码"),
    "card": ("payment-card", numbers.bank_card, "银行卡号"),
    "email": ("email", people.email, "电子邮箱"),
    "plate": ("cn-plate", numbers.plate, "车牌号码"),
    "uscc": ("cn-uscc", numbers.uscc, "统一社会信用代码"),
    "passport": ("cn-passport", numbers.cn_passport, "护照号码"),
}


class _Page:
    """A page in the making: what it says, and what must be found on it."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.truths: list[tuple[str, str]] = []
        self.inner = ""
        self.width, self.height, self.style, self.filters = 1100, 1500, "", ""

    def value(self, kind: str = "") -> tuple[str, str]:
        """A label and a value that must be found."""
        kind = kind or self.rng.choice(list(_SORTS))
        rule, make, label = _SORTS[kind]
        value = make(self.rng)
        self.truths.append((rule, value))
        if kind == "card" and self.rng.random() < 0.4:
            value = " ".join(value[i : i + 4] for i in range(0, len(value), 4))
        return label, value

    def name(self) -> str:
        return self.rng.choice("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨") + self.rng.choice(
            ("建华", "丽", "国强", "晓燕", "敏", "文博")
        )

    def marking(self) -> str:
        marking = self.rng.choice(("秘密★2年", "机密★15年", "绝密★25年", "秘密★6个月", "机密★长期"))
        self.truths.append(("doc-secrecy-marking", marking))
        return marking


def _notice(page: _Page) -> None:
    """A page of a circular with a red head, its marking in a corner."""
    rng = page.rng
    body = "".join(f"<p>{rng.choice(_WORDS)}</p>" for _ in range(rng.randint(3, 6)))
    lines = "".join(f"<p>{a}：{b}</p>" for a, b in (page.value() for _ in range(rng.randint(2, 4))))
    side = rng.choice(("left", "right"))
    page.inner = (
        f"<div style='text-align:{side};font:700 {rng.randint(26, 34)}px "
        f"{rng.choice(_PLAIN)!r}'>{page.marking()}</div>"
        f"<h1 style='color:#c4161c;text-align:center;letter-spacing:.2em;border-bottom:4px solid "
        f"#c4161c'>某某局文件</h1>"
        f"<h2 style='text-align:center;"
        f"margin:40px'>关于做好{rng.choice(('防汛', '档案', '校舍', '用水'))}工作的通知</h2>"
        f"{body}{lines}<p>{rng.choice(_DECOYS)}</p>"
    )
    page.style = (
        f"body{{padding:110px 120px;background:#fdfcf7;font:{rng.randint(25, 31)}px/1.9 "
        f"{rng.choice(_FORMAL)!r}}}"
        "p{text-indent:2em}"
    )


def _form(page: _Page) -> None:
    """A form with ruled boxes, label and value in neighbouring cells."""
    rng = page.rng
    rows = (
        [("姓名", page.name())]
        + [page.value() for _ in range(rng.randint(4, 7))]
        + [("备注", rng.choice(_DECOYS))]
    )
    cells = "".join(f"<tr><th>{a}<td>{b}" for a, b in rows)
    page.inner = f"<h2>登 记 表</h2><table>{cells}</table><p>{rng.choice(_WORDS)}</p>"
    page.height = 1100
    page.style = (
        f"body{{padding:90px;background:#f6f3ea;font:27px/1.6 {rng.choice(_FACES)!r}}}"
        f"h2{{text-align:center;margin:20px}}"
        "table{width:100%;border-collapse:collapse}th,td{border:2px solid #444;"
        "padding:14px}th{width:34%;font-weight:400}"
    )


def _sheet(page: _Page) -> None:
    """A list on a screen, grey rules, small letters."""
    rng = page.rng
    kinds = ["id", "mobile", *rng.sample(["card", "plate"], 1)]
    rows = ""
    for number in range(rng.randint(6, 11)):
        values = "".join(f"<td>{page.value(kind)[1]}" for kind in kinds)
        rows += f"<tr><td>{number + 1}<td>{page.name()}{values}<td>{rng.choice(('已到', '请假', ''))}"
    heads = "".join(f"<th>{_SORTS[kind][2]}" for kind in kinds)
    page.inner = f"<table><tr><th>序号<th>姓名{heads}<th>签到</tr>{rows}</table>"
    page.width, page.height = 1280, 640
    page.style = (
        f"body{{padding:24px;background:#fff;font:{rng.randint(18, 21)}px {rng.choice(_PLAIN)!r}}}"
        "table{border-collapse:collapse;width:100%}td,th{border:1px solid #c8ccd0;padding:7px 9px;"
        "text-align:left}"
        "th{background:#dfe8f3;font-weight:600}tr:nth-child(odd) td{background:#f6f8fa}"
    )


def _chat(page: _Page) -> None:
    """A chat, light or dark, in narrow bubbles that break numbers."""
    rng = page.rng
    dark = rng.random() < 0.5
    bubbles = ""
    for number in range(rng.randint(7, 10)):
        label, value = page.value(rng.choice(("id", "mobile", "card", "email"))) if number % 2 else ("", "")
        said = f"{label}{rng.choice(('', '是', '：'))}{value}" if value else rng.choice(_WORDS + _DECOYS)
        mine = rng.random() < 0.4
        bubbles += f"<div class='{'me' if mine else 'you'}'><i></i><span>{said}</span></div>"
    page.inner = f"<header>三年级二班家长群(42)</header>{bubbles}"
    page.width, page.height = 720, 1480
    back, ink, other = ("#111", "#eee", "#2c2c2c") if dark else ("#ededed", "#111", "#fff")
    page.style = (
        f"body{{background:{back};color:{ink};font:{rng.randint(27, 32)}px/1.4 {rng.choice(_PLAIN)!r}}}"
        f"header{{text-align:center;padding:26px;border-bottom:1px solid #8884}}div{{display:flex;"
        f"margin:26px 22px;gap:16px}}"
        f"i{{width:70px;height:70px;border-radius:9px;background:hsl({rng.randrange(360)} 40% 60%);flex:none}}"
        f"span{{background:{other};padding:16px 20px;border-radius:12px;"
        f"max-width:{rng.choice((420, 470, 520))}px;word-break:break-all}}"
        f".me{{flex-direction:row-reverse}}.me span{{background:#95ec69;color:#111}}"
    )


def _card(page: _Page) -> None:
    """A card with a photo, in the manner of an identity card."""
    rng = page.rng
    number = page.value("id")[1]
    born = f"{number[6:10]} 年 {int(number[10:12])} 月 {int(number[12:14])} 日"
    page.inner = (
        f"<main><p><b>姓名</b>{page.name()}</p><p><b>性别</b>女</p><p><b>出生</b>{born}</p>"
        f"<p><b>住址</b>某某市某某区</p><p class=n><b>公民身份号码</b>{number}</p><aside></aside></main>"
    )
    page.width, page.height = 1250, 860
    hue = rng.randrange(150, 240)
    page.style = (
        f"body{{background:hsl({rng.randrange(360)} 15% {rng.randint(20, 60)}%);padding:70px;"
        f"font:34px {rng.choice(_FACES)!r}}}"
        f"main{{position:relative;height:700px;border-radius:32px;padding:70px 60px;"
        f"background:repeating-linear-gradient({rng.randrange(180)}deg,"
        f"hsl({hue} 45% 92%) 0 3px,hsl({hue} 40% 87%) 3px 9px)}}p{{margin-bottom:44px}}"
        f"b{{color:#3a6ea5;font-weight:400;margin-right:24px;font-size:28px}}"
        "aside{position:absolute;right:70px;top:80px;width:270px;height:340px;"
        "background:linear-gradient(#9ab,#567);border-radius:120px 120px 20px 20px}"
        ".n{position:absolute;bottom:10px;font-size:42px;letter-spacing:2px}"
    )


def _slip(page: _Page) -> None:
    """A thermal slip: narrow, faint, one column."""
    rng = page.rng
    lines = "".join(f"<p>{a}:<br>{b}</p>" for a, b in (page.value(k) for k in ("card", "mobile", "plate")))
    page.inner = f"<h3>业务回单</h3><p>{rng.choice(_DECOYS)}</p>{lines}<p>{rng.choice(_WORDS)}</p>"
    page.width, page.height = 560, 900
    page.style = (
        f"body{{background:#e9e6df;color:#{rng.choice(('444', '555', '4a3f5c'))};padding:50px;"
        f"font:27px/1.7 {rng.choice(_PLAIN)!r}}}"
    )


def _poster(page: _Page) -> None:
    """A notice on a wall with a code to scan, whose words are the finding."""
    rng = page.rng
    _, mobile = page.value("mobile")
    mail = people.email(rng)
    page.truths.append(("email", mail))
    held = io.BytesIO()
    segno.make(f"MECARD:N:{page.name()};EMAIL:{mail};;", micro=False, error="m").save(
        held, kind="svg", scale=9, xmldecl=False, svgns=False
    )
    page.inner = (
        f"<h1>寻 物 启 事</h1><p>{rng.choice(_WORDS)}</p><p>拾到者请打 {mobile}</p>{held.getvalue().decode()}"
    )
    page.height = 1250
    page.style = (
        f"body{{background:#ffe9a8;text-align:center;padding:110px;font:40px/1.7 "
        f"{rng.choice(_FACES)!r}}}svg{{background:#fff;margin:40px}}"
    )


def _flat(page: _Page) -> None:
    """As it is: a screenshot."""


def _photographed(page: _Page) -> None:
    """Seen askew in space, in uneven light, a little out of focus."""
    rng = page.rng
    x, y, z = rng.uniform(-18, 18), rng.uniform(-14, 14), rng.uniform(-5, 5)
    page.filters = (
        f"html{{background:hsl({rng.randrange(360)} 20% 30%)}}body{{width:{page.width}px;"
        f"height:{page.height}px;"
        f"transform:perspective(2400px) rotateX({x:.1f}deg) rotateY({y:.1f}deg) rotateZ({z:.1f}deg) scale(.86);"
        f"filter:blur({rng.uniform(0.3, 0.9):.2f}px)}}html::after{{content:'';position:fixed;"
        f"inset:0;mix-blend-mode:multiply;"
        f"background:radial-gradient(circle at {rng.randrange(100)}% {rng.randrange(100)}%,#fff,"
        f"#{rng.choice(('999', '877', '789'))})}}"
    )


def _crumpled(page: _Page) -> None:
    """Paper that was folded and flattened: waves, creases, the grain of the sheet."""
    rng = page.rng
    page.filters = (
        f"html{{background:#6b5a48}}body{{filter:url(#w) blur(.4px);"
        f"transform:rotate({rng.uniform(-3, 3):.1f}deg) scale(.92)}}"
        f"html::after{{content:'';position:fixed;inset:0;mix-blend-mode:multiply;"
        f"background:repeating-linear-gradient("
        f"{rng.choice((0, 90, 87))}deg,#fff 0 300px,#bbb 306px,#fff 318px)}}"
    )
    page.inner += (
        f"<svg width=0 height=0 style='position:absolute'><filter id=w x=0 y=0 width='100%' "
        f"height='100%'><feTurbulence baseFrequency='{rng.uniform(0.003, 0.008):.4f}' "
        f"numOctaves=2 seed={rng.randrange(99)} /><feDisplacementMap in=SourceGraphic "
        f"scale={rng.randint(8, 22)} /></filter></svg>"
    )


def _moire(page: _Page) -> None:
    """A screen photographed: its dots against those of the camera."""
    rng = page.rng
    first, second = rng.uniform(2.6, 3.4), rng.uniform(2.8, 3.6)
    page.filters = (
        f"body{{transform:perspective(2600px) rotateY({rng.uniform(-12, 12):.1f}deg) "
        f"rotateZ({rng.uniform(-2, 2):.1f}deg) scale(.95);filter:blur(.5px)}}"
        "html{background:#050505}html::before,html::after{content:'';position:fixed;inset:0;"
        "z-index:9;mix-blend-mode:multiply}"
        f"html::before{{background:repeating-linear-gradient({rng.uniform(0, 4):.1f}deg,#fff 0 "
        f"{first / 2:.2f}px,#c9c9d6 {first:.2f}px)}}"
        f"html::after{{background:repeating-linear-gradient({rng.uniform(88, 93):.1f}deg,#fff 0 "
        f"{second / 2:.2f}px,#d6cfc9 {second:.2f}px)}}"
    )


Layout = Callable[[_Page], None]
GENRES: dict[str, tuple[Layout, Layout, int]] = {
    "notice, scanned": (_notice, _flat, 0),
    "notice, photographed": (_notice, _photographed, 0),
    "notice, crumpled": (_notice, _crumpled, 0),
    "notice on a screen": (_notice, _moire, 0),
    "notice, turned": (_notice, _flat, 1),
    "form": (_form, _flat, 0),
    "form, photographed": (_form, _photographed, 0),
    "form, crumpled": (_form, _crumpled, 0),
    "list, screenshot": (_sheet, _flat, 0),
    "list on a screen": (_sheet, _moire, 0),
    "chat, screenshot": (_chat, _flat, 0),
    "chat on a screen": (_chat, _moire, 0),
    "card, photographed": (_card, _photographed, 0),
    "card, turned": (_card, _photographed, 1),
    "slip, photographed": (_slip, _photographed, 0),
    "poster with a code": (_poster, _photographed, 0),
}
"""Name -> what it is, how it was taken, whether it is then turned by a right angle or two."""


def shot(genre: str, seed: int) -> Shot:
    """The picture of a genre with a number."""
    rng = Random(f"browser {genre} {seed}")
    layout, taken, turned = GENRES[genre]
    page = _Page(rng)
    layout(page)
    taken(page)
    source = (
        f"<!doctype html><meta charset=utf-8><style>{_STYLE}{page.style}{page.filters}</style>{page.inner}"
    )
    picture = _drawn(source, page.width, page.height)
    if turned:
        picture = picture.rotate(rng.choice((90, 180, 270)), expand=True)
    held = io.BytesIO()
    picture.save(held, "JPEG", quality=rng.randint(68, 90))
    return Shot(genre, held.getvalue(), tuple(page.truths))


def _drawn(source: str, width: int, height: int) -> Image.Image:
    with tempfile.TemporaryDirectory() as folder:
        page, picture = Path(folder, "page.html"), Path(folder, "page.png")
        page.write_text(source, "utf-8")
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        command += [
            f"--window-size={width},{height}",
            f"--user-data-dir={folder}/profile",
            f"--screenshot={picture}",
        ]
        subprocess.run([*command, page.as_uri()], check=True, capture_output=True, timeout=_SECONDS)
        with Image.open(picture) as drawn:
            return drawn.convert("RGB")
