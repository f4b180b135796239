"""图形中的文字 · Words in shapes, tables, charts and diagrams of office documents (ISO/IEC 29500-1 20, 21)."""

from __future__ import annotations

from collections.abc import Iterator

from sansi.check.extract.numbers import plain
from sansi.check.extract.xmls import Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_CX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
_PARAGRAPH, _TEXT, _BREAK, _TAB = f"{A}p", f"{A}t", f"{A}br", f"{A}tab"
_ROW, _CELL = f"{A}tr", f"{A}tc"
_VALUE, _POINT, _FORMULA = f"{C}v", f"{_CX}pt", f"{C}f"
_FLOW = (_TEXT, _PARAGRAPH, _BREAK, _ROW, _CELL)
_BEFORE = {_BREAK: "\n", _ROW: "\n"}


def text_of(root: Element) -> str:
    """The text below `root`: paragraphs as lines, rows of tables as lines with cells parted by tabs."""
    pieces: list[str] = []
    last = ""
    for element in root.iter(*_FLOW):
        tag = element.tag
        if tag == _TEXT:
            pieces.append(element.text or "")
        elif tag == _CELL:
            pieces.append("" if last == _ROW else "\t")
        elif tag == _PARAGRAPH and _in_cell(element):
            # The paragraphs of one cell stay in its row.
            pieces.append("" if last == _CELL else " ")
        else:
            pieces.append("\n")
        last = tag
    return "".join(pieces).strip("\n")


def _in_cell(paragraph: Element) -> bool:
    body = paragraph.getparent()
    above = body.getparent() if body is not None else None
    return above is not None and above.tag == _CELL


def described(root: Element) -> Iterator[str]:
    """What is written for those who cannot see a picture, and the name of its file."""
    for element in root.iter("{*}cNvPr", "{*}docPr"):
        for key in ("title", "descr"):
            if element.get(key):
                yield element.get(key)
        # Programs number shapes; the name of a picture is often that of its file, with its folder.
        name = element.get("name") or ""
        if "." in name or "\\" in name or "/" in name:
            yield name


def _caches(root: Element) -> Iterator[str]:
    """The values that a chart keeps of its data, one line for a series' names or values."""
    line: list[str] = []
    above = None
    for value in root.iter(_VALUE, _POINT):
        point = value.getparent() if value.tag == _VALUE else value
        here = point.getparent()
        if here is not above and line:
            yield "\t".join(line)
            line = []
        above = here
        line.append(plain((value.text or "").strip()))
    if line:
        yield "\t".join(line)


def lines(root: Element) -> Iterator[str]:
    """Every line of a part of shapes, of a chart or of a diagram."""
    text = text_of(root)
    if text:
        yield text
    yield from _caches(root)
    for formula in root.iter(_FORMULA):
        # In brackets: the data stand in another file, whose name is given.
        if formula.text and "[" in formula.text:
            yield formula.text
    yield from described(root)
