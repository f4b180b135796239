"""单元格 · The cells of a worksheet, read from its bytes where all programs write them alike, else from its tree.

Both ways read the same (ISO/IEC 29500-1 18.3.1).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from sansi.check.extract.numbers import column_of, day, letters_of, plain
from sansi.check.extract.sheets import Row, Sheet
from sansi.check.extract.xmls import Element

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ROW, _CELL, _VALUE, _FORMULA, _TEXT = f"{S}row", f"{S}c", f"{S}v", f"{S}f", f"{S}t"
_READING = f"{S}rPh"
# Formulas made of nothing but references and functions say no more than the cells they name.
_TELLING = re.compile(r"[\"\[|']|[0-9]{5}")
_LETTERS = re.compile(r"[A-Z]{1,3}")
# What Excel, LibreOffice, openpyxl and the like write between <sheetData> and its end, with nothing else.
_CELLS = (
    r"<row([^<>]*)>|</row>"
    r'|<c r="([A-Z]{1,3})([0-9]{1,7})"(?: s="([0-9]{1,5})")?(?: t="([a-zA-Z]{1,9})")?'
    r"(?:/>|>(?:<f[^<>]*>([^<]*)</f>|<f[^<>]*/>)?"
    r'(?:<v(?: xml:space="preserve")?>([^<]*)</v>|<v ?/>|<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)?</c>)'
)
_QUICK = re.compile(_CELLS)
_STEP = _QUICK.groups + 1
_NUMBER = frozenset({None, "", "n"})
# The number of a character, too big to be one of the markup's.
_FAR = re.compile(r"[1-9][0-9]{3,4}")


@dataclass
class Styles:
    """What formats do to numbers, by the index of the cell's format."""

    days: frozenset[str] = frozenset()
    padded: dict[str, int] = field(default_factory=dict)
    unseen: frozenset[str] = frozenset()
    from_1904: bool = False


class Filler:
    """Fills a `Sheet` from its tree. `strings` are the shared strings, `used` notes which of them are shown."""

    def __init__(self, sheet: Sheet, strings: list[str], used: bytearray, styles: Styles) -> None:
        """Take what the cells refer to."""
        self.sheet = sheet
        self.strings = strings
        self.used = used
        self.styles = styles
        self._columns: dict[str, int] = {}
        self._layouts: dict[tuple[str, ...], tuple[int, ...]] = {}
        self._special = styles.days | styles.padded.keys()

    def fill(self, root: Element, parts: list[Any]) -> None:
        """Read the cells: `parts`, when there are any, hold them as `split` gives them."""
        if parts:
            self._quickly(parts)
            return
        line = 0
        for row in root.iter(_ROW):
            line = _number(row.get("r"), line + 1)
            self._slowly(row, line)

    def _slowly(self, row: Element, line: int) -> None:
        at = 0
        cells: list[tuple[int, str, str]] = []
        for cell in row.iterchildren(_CELL):
            at, ref = self._place(cell.get("r") or "", at, line)
            words = self._cell(cell, ref)
            if words:
                cells.append((at, ref, words))
        if cells:
            columns, refs, texts = zip(*cells, strict=True)
            self.sheet.add(
                Row(columns, texts, refs=refs),
                hidden=row.get("hidden") in {"1", "true"} or row.get("ht") == "0",
            )

    def _quickly(self, parts: list[Any]) -> None:
        """The same from the bytes, without a tree: eight times faster."""
        strings, used, special = self.strings, self.used, self._special
        letters, texts = list[str](), list[str]()
        before, hidden, now_hidden = "", False, False
        following = iter(parts)
        # Before each match, and behind the last, is what `split` has seen to be empty.
        next(following)
        for settings, column, line, style, kind, _, value, inline, _ in zip(
            *[following] * _STEP, strict=True
        ):
            if column is None:
                now_hidden = _is_hidden(settings) if settings else now_hidden
                continue
            if line != before:
                self._end(letters, texts, before, hidden=hidden)
                letters, texts, before, hidden = [], [], line, now_hidden
            if kind == "s" and value and value.isdecimal() and int(value) < len(strings):
                words = strings[int(value)]
                used[int(value)] = 1
            elif kind in _NUMBER and value and value.isdecimal() and style not in special:
                words = value
            else:
                words = self._shown(unescape(value or inline or ""), kind or "", style or "")
            if words:
                letters.append(column)
                texts.append(words)
        self._end(letters, texts, before, hidden=hidden)
        self._beside(parts)

    def _beside(self, parts: list[Any]) -> None:
        """What most sheets have none of: formulas that tell something, formats that hide; and the count of cells."""
        columns, lines, styles, formulas = (parts[i::_STEP] for i in (2, 3, 4, 6))
        self.sheet.cells += len(columns) - columns.count(None)
        if any(formulas):
            self.sheet.formulas += [
                (c + n, unescape(f))
                for c, n, f in zip(columns, lines, formulas, strict=True)
                if f and _TELLING.search(f)
            ]
        if not self.styles.unseen.isdisjoint(styles):
            texts = {row.ref(i): text for row in self.sheet.rows for i, text in enumerate(row.texts)}
            refs = [c + n for c, n, s in zip(columns, lines, styles, strict=True) if s in self.styles.unseen]
            self.sheet.unseen += [(ref, texts[ref]) for ref in refs if ref in texts]

    def _end(self, letters: list[str], texts: list[str], line: str, *, hidden: bool) -> None:
        """Add a row that has cells; those of the same columns share their tuple."""
        if letters:
            key = tuple(letters)
            columns = self._layouts.get(key)
            if columns is None:
                columns = self._layouts[key] = tuple(map(column_of, key))
            self.sheet.add(Row(columns, texts, line), hidden=hidden)

    def _cell(self, cell: Element, ref: str) -> str:
        kind, style = cell.get("t") or "", cell.get("s") or ""
        self.sheet.cells += 1
        formula, value = cell.findtext(_FORMULA) or "", cell.findtext(_VALUE) or ""
        if _TELLING.search(formula):
            self.sheet.formulas.append((ref, formula))
        # Readings above words are put behind them, so that they don't part an identifier.
        texts = sorted(cell.iter(_TEXT), key=lambda t: t.getparent().tag == _READING)
        words = self._shown(value or "".join(t.text or "" for t in texts), kind, style)
        if words and style in self.styles.unseen:
            self.sheet.unseen.append((ref, words))
        return words

    def _shown(self, value: str, kind: str, style: str) -> str:
        if kind == "s":
            index = _number(value, -1)
            if 0 <= index < len(self.strings):
                self.used[index] = 1
                return self.strings[index]
            return ""
        if kind in _NUMBER:
            if style in self.styles.days:
                return day(value, from_1904=self.styles.from_1904)
            if "." in value or "E" in value or "e" in value:
                value = plain(value)
            return value.zfill(self.styles.padded[style]) if style in self.styles.padded else value
        return _one_line(value)

    def _place(self, ref: str, before: int, line: int) -> tuple[int, str]:
        """The number of the column of `ref`, which may be left out: then it is the next one."""
        letters = ref.rstrip("0123456789")
        if not letters:
            return before + 1, f"{letters_of(before + 1)}{line}"
        column = self._columns.get(letters)
        if column is None:
            column = self._columns[letters] = (
                column_of(letters) if letters.isalpha() and letters.isascii() else 1
            )
        return column, ref


def split(data: bytes) -> tuple[bytes, list[Any]]:
    """The sheet without its cells, and its cells in the groups of `_QUICK`, where all programs write them so.

    A regular expression that matches every byte of them reads cells eight times faster than a tree.
    """
    start, end = data.find(b"<sheetData>"), data.rfind(b"</sheetData>")
    if start < 0 or end < start or b"<!" in data or not _PLAIN.match(data):
        return data, []
    try:
        cells = data[start + 11 : end].decode("utf-8")
    except UnicodeDecodeError:
        return data, []
    if "&#" in cells:
        cells = _unnumbered(cells)
    parts = _QUICK.split(cells)
    if any(parts[::_STEP]):
        return data, []
    return data[: start + 11] + data[end:], parts


def _unnumbered(cells: str) -> str:
    """`cells` with the characters that are written as numbers and are no markup: all Chinese text of openpyxl."""
    first, *rest = cells.split("&#")
    out = [first]
    known: dict[str, str] = {}
    for piece in rest:
        number, end, after = piece.partition(";")
        character = known.get(number)
        if character is None:
            character = known[number] = chr(int(number)) if _FAR.fullmatch(number) else f"&#{number};"
        out += (character, after) if end else ("&#", number)
    return "".join(out)


def _is_hidden(settings: str) -> bool:
    return 'hidden="1"' in settings or 'hidden="true"' in settings or 'ht="0"' in settings


def unescape(text: str) -> str:
    """`text` with the five entities of XML and the numbers of characters as what they stand for."""
    return _ENTITY.sub(_character, text) if "&" in text else text


def _character(entity: re.Match[str]) -> str:
    name = entity[1]
    if name[0] != "#":
        return _NAMED[name]
    number = int("0" + name[1:], 0) if name[1] == "x" else int(name[1:])
    return chr(number) if number < 0x110000 else ""


_ENTITY = re.compile(r"&(amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6});")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
# The names of the sheet are without a prefix, and its encoding is the usual one.
_PLAIN = re.compile(
    rb"""(?:\xef\xbb\xbf)?(?:<\?xml version=['"]1.0['"](?: encoding=['"](?:UTF|utf)-8['"])?"""
    rb"""(?: standalone=['"](?:yes|no)['"])? ?\?>\s*)?<worksheet\s"""
)


def _one_line(text: str) -> str:
    """A cell's lines in one, so that its row stays one line."""
    return (
        text.replace("\r", "").replace("\n", " ").replace("\t", " ") if "\n" in text or "\t" in text else text
    )


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def strings_of(root: Element) -> list[str]:
    """The shared strings; what is written above words to read them by is put behind."""
    found = []
    for item in root.iterchildren(f"{S}si"):
        if len(item) == 1 and item[0].tag == _TEXT:
            found.append(_one_line(item[0].text or ""))
            continue
        texts: list[str] = []
        readings: list[str] = []
        for text in item.iter(_TEXT):
            (readings if text.getparent().tag == _READING else texts).append(text.text or "")
        found.append(_one_line("".join(texts) + (" " + "".join(readings) if readings else "")))
    return found
