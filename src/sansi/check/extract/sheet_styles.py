"""单元格格式 · Which formats of a workbook show days, pad with zeros, or hide what a cell holds (29500-1 18.8)."""

from __future__ import annotations

import re

from sansi.check.extract.numbers import is_date
from sansi.check.extract.sheet_cells import S, Styles
from sansi.check.extract.xmls import Element

_ZEROS = re.compile(r"0{2,40}")
# Nothing before any of the semicolons: no number and no text is shown.
_NOTHING = re.compile(r';+(?:"")?;*')


def styles_of(root: Element, *, from_1904: bool) -> Styles:
    """The formats of a workbook, by the index that cells give."""
    codes = {f.get("numFmtId") or "": (f.get("formatCode") or "")[:500] for f in root.iter(f"{S}numFmt")}
    white = _white_fonts(root)
    filled = _fills(root)
    styles = Styles(from_1904=from_1904)
    days, unseen = set(), set()
    formats = root.find(f"{S}cellXfs")
    for index, xf in enumerate(() if formats is None else formats.iterchildren(f"{S}xf")):
        number = xf.get("numFmtId") or "0"
        code = codes.get(number, "")
        key = str(index)
        if is_date(int(number) if number.isdecimal() else 0, code):
            days.add(key)
        elif _ZEROS.fullmatch(code):
            styles.padded[key] = len(code)
        if _NOTHING.fullmatch(code) or (xf.get("fontId") in white and xf.get("fillId", "0") not in filled):
            unseen.add(key)
    styles.days, styles.unseen = frozenset(days), frozenset(unseen)
    return styles


def _white_fonts(root: Element) -> set[str]:
    fonts = root.find(f"{S}fonts")
    found = set()
    for index, font in enumerate(() if fonts is None else fonts):
        color = font.find(f"{S}color")
        # Theme colour 0 is the background.
        if color is not None and ((color.get("rgb") or "").upper()[-6:] == "FFFFFF" or _is_background(color)):
            found.add(str(index))
    return found


def _is_background(color: Element) -> bool:
    return color.get("theme") == "0" and not color.get("tint")


def _fills(root: Element) -> set[str]:
    """The fills that have a colour: white on them is seen."""
    fills = root.find(f"{S}fills")
    return {
        str(index)
        for index, fill in enumerate(() if fills is None else fills)
        if fill.find(f"{S}gradientFill") is not None
        or any(
            p.get("patternType") not in {None, "none"} and not _is_white(p)
            for p in fill.iter(f"{S}patternFill")
        )
    }


def _is_white(pattern: Element) -> bool:
    color = pattern.find(f"{S}fgColor")
    return color is not None and ((color.get("rgb") or "").upper()[-6:] == "FFFFFF" or _is_background(color))
