"""看不见的图形 · Shapes of a slide whose text nobody sees: hidden, off the slide, white, tiny (29500-1 19.3, 20.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sansi.check.extract.drawingml import A, text_of
from sansi.check.extract.xmls import Element
from sansi.check.model import Both, Confidence

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_SHAPES = (f"{_P}sp", f"{_P}graphicFrame", f"{_P}pic", f"{_P}grpSp")


class Way(NamedTuple):
    """How text is hidden, and how sure that is."""

    said: Both
    sure: Confidence


_OFF = Way(Both("移到幻灯片之外的文字", "text moved off the slide"), Confidence.LIKELY)
_SET = Way(Both("设为隐藏的图形里的文字", "text of a shape that is set to be hidden"), Confidence.LIKELY)
_TINY = Way(Both("小得看不见的文字", "text too small to be seen"), Confidence.LIKELY)
# What is behind a shape is not looked up: the background may be dark.
_WHITE = Way(Both("白色的文字，可能看不见", "white text, which may not be seen"), Confidence.POSSIBLE)


def size_of(presentation: Element) -> tuple[int, int]:
    """Width and height of the slides, in EMU; 0 where they are not given."""
    size = next(presentation.iter(f"{_P}sldSz"), None)
    return (_whole(size.get("cx")), _whole(size.get("cy"))) if size is not None else (0, 0)


def unseen(slide: Element, size: tuple[int, int]) -> Iterator[tuple[str, Way]]:
    """The text of the shapes and runs of `slide` that are not seen."""
    tree = next(slide.iter(f"{_P}spTree"), None)
    for shape in () if tree is None else tree.iterchildren(*_SHAPES):
        way = _SET if _is_set_hidden(shape) else _OFF if _is_off(shape, size) else None
        if way:
            text = text_of(shape)
            if text:
                yield text, way
        else:
            yield from _runs(shape)


def _is_set_hidden(shape: Element) -> bool:
    properties = next(shape.iter(f"{_P}cNvPr"), None)
    return properties is not None and properties.get("hidden") in {"1", "true"}


def _is_off(shape: Element, size: tuple[int, int]) -> bool:
    """Whether no part of the shape is on the slide."""
    offset, extent = next(shape.iter(f"{A}off"), None), next(shape.iter(f"{A}ext"), None)
    if offset is None or extent is None or not all(size):
        return False
    left, top = _whole(offset.get("x")), _whole(offset.get("y"))
    right, bottom = left + _whole(extent.get("cx")), top + _whole(extent.get("cy"))
    return right <= 0 or bottom <= 0 or left >= size[0] or top >= size[1]


def _runs(shape: Element) -> Iterator[tuple[str, Way]]:
    filled = any(
        p.find(f"{A}solidFill") is not None or p.find(f"{A}gradFill") is not None
        for p in shape.iter(f"{_P}spPr")
    )
    for run in shape.iter(f"{A}r"):
        properties = run.find(f"{A}rPr")
        text = run.findtext(f"{A}t") or ""
        if properties is None or not text.strip():
            continue
        size = properties.get("sz") or ""
        if size.isdecimal() and int(size) <= 200:
            yield text, _TINY
        elif not filled and _is_white(properties):
            yield text, _WHITE


def _is_white(properties: Element) -> bool:
    fill = properties.find(f"{A}solidFill")
    if fill is None:
        return False
    return any((c.get("val") or "").upper() == "FFFFFF" or c.get("val") == "bg1" for c in fill)


def _whole(text: str | None) -> int:
    number = (text or "").removeprefix("-")
    return int(text or "0") if number.isdecimal() and number.isascii() and len(number) < 15 else 0
