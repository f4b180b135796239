"""PDF 字体编码 · How the bytes of a shown string part into glyph codes (ISO 32000-1 9.4.3, 9.7.6)."""

from __future__ import annotations

import re
from typing import Any

import pikepdf

_RANGES = re.compile(rb"begincodespacerange(.*?)endcodespacerange", re.DOTALL)
_CODE = re.compile(rb"<\s*([0-9A-Fa-f]+)\s*>")
_ONE_BYTE = frozenset(("/Type1", "/MMType1", "/TrueType"))
_TWO_BYTES = re.compile(r"/(?:Identity|.*UCS2)-H\Z")


def code_size(font: Any) -> int:
    """Bytes of each code of `font`; 0 where that differs from code to code, or is not known, or it writes downwards."""
    if not isinstance(font, pikepdf.Dictionary):
        return 0
    if str(font.get("/Subtype")) in _ONE_BYTE:
        return 1
    encoding = font.get("/Encoding")
    if str(font.get("/Subtype")) != "/Type0" or encoding is None:
        return 0
    if isinstance(encoding, pikepdf.Stream):
        return _size_of_map(encoding)
    return 2 if _TWO_BYTES.match(str(encoding)) else 0


def _size_of_map(codes: Any) -> int:
    if codes.get("/WMode", 0) != 0 or "/UseCMap" in codes:
        return 0
    data = codes.read_bytes()
    if b"usecmap" in data or re.search(rb"/WMode\s+1", data):
        return 0
    sizes = {len(code) // 2 for found in _RANGES.findall(data) for code in _CODE.findall(found)}
    return sizes.pop() if len(sizes) == 1 else 0


def width_of(font: Any, code: int) -> float | None:
    """The width of a glyph in thousandths of the font's size as the file says it; None where it does not."""
    if str(font.get("/Subtype")) in _ONE_BYTE:
        widths, first = font.get("/Widths"), int(font.get("/FirstChar", 0))
        if isinstance(widths, pikepdf.Array) and 0 <= code - first < len(widths):
            return float(widths[code - first])
        return None
    if str(font.get("/Encoding")) != "/Identity-H":
        return None
    below = font.get("/DescendantFonts")
    if not isinstance(below, pikepdf.Array) or not len(below):
        return None
    given = _listed(below[0].get("/W"), code)
    return given if given is not None else float(below[0].get("/DW", 1000))


def _listed(widths: Any, code: int) -> float | None:
    """The width of a CID in an array of `first [w w …]` and `first last w` (ISO 32000-1 9.7.4.3)."""
    if not isinstance(widths, pikepdf.Array):
        return None
    entries = list(widths)
    at = 0
    while at + 1 < len(entries):
        first = int(entries[at])
        if isinstance(entries[at + 1], pikepdf.Array):
            if first <= code < first + len(entries[at + 1]):
                return float(entries[at + 1][code - first])
            at += 2
            continue
        if at + 2 < len(entries) and first <= code <= int(entries[at + 1]):
            return float(entries[at + 2])
        at += 3
    return None
