"""文件语料 · The files that are measured: the dense text of bench/speed, as people would send it; the same seed.

Made by the libraries of the tests, which are not those that read them here. A document has two pages of text, a
table, a header; a workbook two sheets of 150 rows, with a name and a number in each row of one; a presentation
eight slides with notes; a PDF file three pages with a table, its fonts inside; a page of HTML 8 KB. *roster*:
nearly every cell of both sheets is personal. *hidden*: PDF pages with a black box and white text.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from bench.photos.genres import GENRES
from bench.photos.sheet import families, file_of
from bench.speed import corpus
from bench.speed.values import address, bank_card, email, mobile, name_zh, resident_id

SEED = 20261120
_ROSTER = ("姓名", "身份证号", "手机", "邮箱", "银行卡", "住址", "编号", "金额")
_STOCK = ("品名", "规格", "数量", "单价", "金额", "存放处", "入库日期", "备注")
_GOODS = "投影仪 打印纸 文件柜 办公椅 扩音器 白板笔 急救箱 路由器 展示架 电热水壶".split()
_STORES = "一号库房 二号库房 三楼会议室 阅览室 值班室 展厅东侧".split()
_REMARKS = ("", "", "待验收", "年底盘点", "已贴标签", "与上季度一致", "借出归还")
_SCRIPTS = re.compile(r"[\u2e80-\uffef]+|[^\u2e80-\uffef]+")
_LINE = 34
"""Characters, at most, of a line on a PDF page of this size of letters."""


def paragraphs(rng: Random) -> list[str]:
    """About 4.5 KB of text with one identifier every 0.8 KB."""
    return [line for line in corpus.document(rng, carries_data=True).split("\n") if line.strip()]


def person(rng: Random, number: int) -> list[str]:
    """One row below `_ROSTER`: nearly every cell is personal."""
    return [
        name_zh(rng),
        resident_id(rng),
        mobile(rng),
        email(rng),
        bank_card(rng),
        address(rng),
        f"A{number:05}",
        f"{rng.randint(10, 99999)}.{rng.randint(0, 99):02}",
    ]


def goods(rng: Random) -> list[str]:
    """One row below `_STOCK`: nothing is."""
    count, price = rng.randint(1, 60), rng.randint(10, 4000)
    return [
        rng.choice(_GOODS),
        f"{rng.choice('ABCD')}{rng.randint(10, 99)}",
        str(count),
        str(price),
        str(count * price),
        rng.choice(_STORES),
        f"2026-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
        rng.choice(_REMARKS),
    ]


def docx(rng: Random) -> bytes:
    """A document of python-docx, its text in runs as Word parts it: where Chinese and Latin letters meet."""
    from docx import Document  # noqa: PLC0415 - each format its own library
    from docx.oxml.ns import qn  # noqa: PLC0415 - each format its own library

    document = Document()
    # Its template brings the thumbnail of an empty page, which Word does not write unless told to.
    package = document.part.package
    for name in [n for n, r in package.rels.items() if r.reltype.endswith("/thumbnail")]:
        package.rels.pop(name)
    document.sections[0].header.paragraphs[0].text = "关于近期工作的通知"
    for text in paragraphs(rng) + paragraphs(rng):
        paragraph = document.add_paragraph()
        for piece in _SCRIPTS.findall(text):
            run = paragraph.add_run(piece)
            fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
            fonts.set(qn("w:ascii"), "Times New Roman")
            fonts.set(qn("w:eastAsia"), "宋体")
            if piece[0] > "\u2e80":
                fonts.set(qn("w:hint"), "eastAsia")
    table = document.add_table(rows=0, cols=4)
    for cells in [list(_STOCK[:4]), *(goods(rng)[:4] for _ in range(10))]:
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    return _saved(document)


def xlsx(rng: Random) -> bytes:
    """A workbook of openpyxl: what is in store, and who looks after it with name and number."""
    kept = [[*goods(rng), name_zh(rng), mobile(rng)] for _ in range(150)]
    stock = [goods(rng) for _ in range(150)]
    return _workbook([[[*_STOCK, "保管人", "联系电话"], *kept], [list(_STOCK), *stock]])


def roster(rng: Random) -> bytes:
    """A workbook of openpyxl in which nearly every cell is personal: the hardest there is."""
    return _workbook([[list(_ROSTER), *(person(rng, n) for n in range(150))] for _ in range(2)])


def _workbook(sheets: list[list[list[str]]]) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 - each format its own library

    book = Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for cells in rows:
            # Short numbers as numbers, as a person would have typed them.
            sheet.append([float(c) if len(c) < 9 and c.replace(".", "").isdigit() else c for c in cells])
    return _saved(book)


def pptx(rng: Random) -> bytes:
    """A presentation of python-pptx."""
    from pptx import Presentation  # noqa: PLC0415 - each format its own library

    show = Presentation()
    for _ in range(8):
        slide = show.slides.add_slide(show.slide_layouts[1])
        lines = paragraphs(rng)
        slide.shapes.title.text = lines[0][:30]
        slide.placeholders[1].text = "\n".join(lines[1:7])
        slide.notes_slide.notes_text_frame.text = lines[-1]
    return _saved(show)


def odt(rng: Random) -> bytes:
    """A document of odfdo."""
    from odfdo import Document, Paragraph  # noqa: PLC0415 - each format its own library

    document = Document("text")
    document.body.clear()
    for text in paragraphs(rng) + paragraphs(rng):
        document.body.append(Paragraph(text))
    return _saved(document)


def html_page(rng: Random) -> bytes:
    """A page of about 8 KB: navigation, style, paragraphs, a table, a script."""
    cells = "".join(
        "<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in r) + "</tr>\n"
        for r in (_STOCK[:4], *(goods(rng)[:4] for _ in range(4)))
    )
    body = "".join(f'<p class="body-text">{html.escape(text)}</p>\n' for text in paragraphs(rng))
    links = "".join(f'<li><a href="/section/{n}/index.html">栏目{n}</a></li>' for n in range(26))
    style = "".join(f".block-{n}{{margin:0 {n}px;color:#333;font-size:14px}}\n" for n in range(22))
    return (
        f'<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>工作动态</title><style>{style}</style>'
        f'</head><body><nav><ul>{links}</ul></nav><main><h1>工作动态</h1>{body}<table class="list">{cells}</table>'
        '</main><script>document.querySelectorAll("a").forEach(a => a.target = "_blank");</script>'
        "<footer>如有疑问请与主管单位联系</footer></body></html>"
    ).encode()


def pdf(rng: Random) -> bytes:
    """Three ordinary pages of reportlab: a heading, paragraphs, a ruled table."""
    canvas, held = _canvas()
    for number in range(3):
        y = _written(canvas, rng)
        for r in [list(_STOCK[:3]), *(goods(rng)[:3] for _ in range(6))]:
            for x, text in zip((60, 160, 360), r, strict=True):
                canvas.rect(x, y - 5, 200, 18)
                canvas.drawString(x + 4, y, text)
            y -= 18
        canvas.drawCentredString(300, 30, f"– {number + 1} –")
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def hidden(rng: Random) -> bytes:
    """Two pages of reportlab, with a number under a black box and one in white on each."""
    canvas, held = _canvas()
    for _ in range(2):
        y = _written(canvas, rng)
        canvas.drawString(60, y, resident_id(rng))
        canvas.rect(58, y - 4, 160, 16, fill=1)
        canvas.setFillGray(1)
        canvas.drawString(60, y - 40, mobile(rng))
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def png(rng: Random) -> bytes:
    """A scanned page of 1,240 × 1,754 pixels, A4 at 150 dpi."""
    held = io.BytesIO()
    GENRES["scan"](rng).image.save(held, "PNG")
    return held.getvalue()


def _saved(made: Any) -> bytes:
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def _canvas() -> tuple[Any, io.BytesIO]:
    from reportlab.pdfbase.pdfmetrics import registerFont  # noqa: PLC0415 - each format its own library
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 - each format its own library
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - each format its own library

    held = io.BytesIO()
    registerFont(TTFont("han", str(file_of(families("sans")[-1])), subfontIndex=0))
    # Without `invariant` the time of day would be in it.
    return Canvas(held, invariant=1), held


def _written(canvas: Any, rng: Random) -> float:
    """A heading and paragraphs on a new page; where the next line goes."""
    y = 800.0
    canvas.setFont("han", 20)
    canvas.drawString(60, y, "关于近期工作的通知")
    canvas.setFont("han", 11)
    for text in paragraphs(rng):
        for at in range(0, len(text), _LINE):
            y -= 16
            if y < 190:
                return y - 16
            canvas.drawString(60, y, text[at : at + _LINE])
    return y - 16


CORPORA: dict[str, tuple[Callable[[Random], bytes], int]] = {
    "docx": (docx, 60),
    "xlsx": (xlsx, 30),
    "roster": (roster, 10),
    "pptx": (pptx, 20),
    "odt": (odt, 60),
    "html": (html_page, 400),
    "pdf": (pdf, 30),
    "hidden": (hidden, 20),
    "png": (png, 12),
}
"""How a file of each kind is made, and how many are measured."""


def write(folder: Path) -> None:
    """All files, in a folder for each kind."""
    for kind, (make, count) in CORPORA.items():
        rng = Random(f"{SEED} {kind}")
        (folder / kind).mkdir(parents=True, exist_ok=True)
        for number in range(count):
            (folder / kind / f"{number:03}").write_bytes(make(rng))


if __name__ == "__main__":
    write(Path("bench/.work/files"))
