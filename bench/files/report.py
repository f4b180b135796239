"""报告 · The part on files of bench/RESULTS.md, and bench/files.svg, from one run."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from bench import results
from bench.speed.report import machine, number

_HEAD = """# Files · 文件

One pinned core, CPU time, medians of at least five passes over files already in memory, all in one run
(`make bench`): read the ratios, for absolute speeds are this machine's. *End to end* is everything: the file
read with all its parts, all rules, findings with places, reasons and masked previews, in this process. The
peers only give the text. The files are made by `bench/files/corpus.py` from a fixed seed: text with about one
identifier per 0.8 KB as above, tables and headers; a *roster* is a workbook in which nearly every cell is
personal; *hidden* are PDF pages with a black box over a number and white text.

本表由 `make bench` 生成：同一核、同一次运行的 CPU 时间；“end to end” 含读取、全部规则、位置、理由与打码预览。

![files](files.svg)

"""


@dataclass
class Peer:
    """Another library on the same files."""

    name: str
    version: str
    each_s: float
    letters: int


@dataclass
class Row:
    """A format: ours and its peers."""

    kind: str
    kilobytes: float
    ours: dict[str, Any]
    peers: list[Peer] = field(default_factory=list)

    def ratio(self, peer: str, what: str = "each_s") -> float:
        """How many times as fast as a peer."""
        return next(p.each_s for p in self.peers if p.name == peer) / float(self.ours[what])


@dataclass
class Results:
    """All that one run measured."""

    rows: list[Row]
    hidden: dict[str, dict[str, float]]
    pictures: dict[str, float]
    extra_ms: dict[str, float]

    def row(self, kind: str) -> Row:
        """The row of a format."""
        return next(row for row in self.rows if row.kind == kind)


def _table(rows: list[Row]) -> str:
    lines = [
        "| | KB | findings a file | read, files/s | **end to end, files/s** | peer | files/s "
        "| read, × peer | **end to end, × peer** | letters, of the peer's |",
        "|---|---:|---:|---:|---:|---|---:|---:|---:|---:|",
    ]
    for row in rows:
        ours = row.ours
        mine = (
            f"| {row.kind} | {row.kilobytes:.0f} | {number(ours['findings'])} | {number(1 / ours['read_s'])} "
            f"| **{number(1 / ours['each_s'])}** |"
        )
        if not row.peers:
            lines.append(f"{mine} – | | | | |")
        for peer in row.peers:
            lines.append(
                f"{mine} {peer.name} {peer.version} | {number(1 / peer.each_s)} "
                f"| {number(row.ratio(peer.name, 'read_s'))} | **{number(row.ratio(peer.name))}** "
                f"| {ours['letters'] / peer.letters:.0%} |"
            )
            mine = "| | | | | |"
    return "\n".join(lines)


def _bars(r: Results) -> str:
    """What was asked for (required; aim), and what came out."""
    pdf, pictures = r.row("pdf"), r.pictures
    slower = 1 / pdf.ratio("pypdfium2") - 1
    rows = (
        ("docx, end to end", "≥ 10 × python-docx", "20", f"{number(r.row('docx').ratio('python-docx'))} ×"),
        (
            "html, 8 KB, with findings",
            "≥ 1,000 files/CPU-s",
            "5,000",
            f"{1 / r.row('html').ours['each_s']:,.0f}",
        ),
        ("pdf, end to end", "≥ 2 × pypdf", "", f"{number(pdf.ratio('pypdf'))} ×"),
        ("pdf, beside pypdfium2 alone", "", "+ 20 %", f"{slower:+.0%}"),
        ("xlsx, end to end", "≥ 4 × openpyxl", "", f"{number(r.row('xlsx').ratio('openpyxl'))} ×"),
        ("OCR, CPU-s a page", "≤ 1.3", "0.5", f"{pictures['page_s']:.2f}"),
        ("OCR, memory of the child", "≤ 650 MB", "", f"{pictures['peak_mib'] * 1.048576:.0f} MB"),
        ("OCR, first answer, warm", "≤ 1.5 s", "1", f"{pictures['warm_s']:.2f} s"),
        ("OCR, first answer, cold: models loaded for it", "", "", f"{pictures['cold_s']:.2f} s"),
        ("hidden text, a page of *pdf*", "≤ 10 ms", "", f"{r.hidden['pdf']['ms_a_page']:.1f} ms"),
        ("hidden text, a page of *hidden*", "≤ 10 ms", "", f"{r.hidden['hidden']['ms_a_page']:.1f} ms"),
        *((f"sandbox, extra a file of {kind}", "", "", f"{ms:.2f} ms") for kind, ms in r.extra_ms.items()),
    )
    lines = ["| | required | aim | measured |", "|---|---:|---:|---:|"]
    return "\n".join([*lines, *(f"| {a} | {b} | {c} | {d} |" for a, b, c, d in rows)])


def _picture(rows: list[Row]) -> str:
    """Horizontal bars: how many times as fast as each peer, end to end; a line where both are equal."""
    bars = [(f"{row.kind}, × {p.name}", row.ratio(p.name)) for row in rows for p in row.peers]
    left, width, height = 230, 560, 30
    top = max(value for _, value in bars)
    bottom = 50 + height * len(bars)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 {bottom + 20}" '
        'font-family="system-ui, sans-serif" font-size="14">',
        '<rect width="100%" height="100%" fill="#fff"/>',
        f'<text x="{left}" y="22" fill="#333">Files a CPU second with all findings, × the peer’s text alone</text>',
    ]
    for i, (name, value) in enumerate(bars):
        y, reach = 38 + i * height, width * value / top
        parts.append(
            f'<text x="{left - 10}" y="{y + 16}" text-anchor="end" fill="#222">{escape(name)}</text>'
            f'<rect x="{left}" y="{y}" width="{reach:.0f}" height="22" rx="3" fill="#b3261e"/>'
            f'<text x="{left + reach + 8:.0f}" y="{y + 16}" fill="#222">{number(value)}</text>'
        )
    one = left + width / top
    parts.append(
        f'<line x1="{one:.0f}" x2="{one:.0f}" y1="32" y2="{bottom}" stroke="#222" stroke-dasharray="3 3"/>'
    )
    return "\n".join([*parts, "</svg>", ""])


def write(r: Results, folder: Path) -> None:
    """The part of RESULTS.md, and files.svg in `folder`."""
    (folder / "files.svg").write_text(_picture(r.rows), encoding="utf-8")
    results.put(f"{_HEAD}{_bars(r)}\n\n{_table(r.rows)}\n\nMeasured on {machine()}.\n")
