"""旧版 Excel · The cells of an Excel 97-2003 workbook, record by record, with what is hidden (MS-XLS 2.4).

Own, because libraries pass over comments and hidden rows, and a single cell far out makes them fill memory.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from sansi.check.extract.budget import CELLS, Budget, too_big
from sansi.check.extract.compound import Compound, Path, pictures
from sansi.check.extract.document import Document, Fact, Unreadable, Weave
from sansi.check.extract.numbers import day, is_date, letters_of, plain
from sansi.check.extract.properties import is_somebody
from sansi.check.extract.zips import DAMAGED, LOCKED
from sansi.check.model import Both
from sansi.check.place import CellPlace, FieldPlace

_CUT = Both(
    "工作簿有损坏的部分，没有全部检查；请另存为 xlsx 再查",
    "has damaged parts, not all was checked: save it as xlsx",
)
_SHEET = Both("隐藏的工作表", "a hidden sheet")
_ROWS = Both("隐藏的行", "hidden rows")
_COLUMNS = Both("隐藏的列", "hidden columns")
_COMMENT = Both("单元格有批注", "a cell has a comment")
_WRITER = Both("文件里记着最后保存者的名字", "the file names who saved it last")
_AUTHOR = Both("批注写着批注者的名字", "a comment names who wrote it")

_BOF, _EOF, _BOUND, _SST, _CONTINUE, _LOCK = 0x809, 0x0A, 0x85, 0xFC, 0x3C, 0x2F
_LABEL_SST, _LABEL, _RSTRING, _NUMBER, _RK, _MULRK, _FORMULA, _STRING = (
    0xFD,
    0x204,
    0xD6,
    0x203,
    0x27E,
    0xBD,
    6,
    0x207,
)
_ROW, _COLUMN, _NOTE, _OBJECT, _TEXT, _LINK = 0x208, 0x7D, 0x1C, 0x5D, 0x1B6, 0x1B8
_HEADER, _FOOTER, _USER, _XF, _FORMAT, _EPOCH, _NAME, _BOOK = 0x14, 0x15, 0x5C, 0xE0, 0x41E, 0x22, 0x18, 0x1AE
_DRAWINGS = 0xEB
_WIDE = re.compile(rb"(?:[\x20-\x7e\x80-\xff]\x00|[\x00-\xff][\x4e-\x9f]){4,}")
# MS-XLS 2.4.127: where the tokens of a formula begin in its record. Shorter words tell nothing.
_TOKENS, _TELLING = 22, 4


@dataclass
class _Sheet:
    """What a sheet holds: cells by row and column, comments, what is hidden."""

    name: str
    hidden: bool = False
    cells: dict[int, dict[int, str]] = field(default_factory=dict)
    rows: set[int] = field(default_factory=set)
    columns: list[tuple[int, int]] = field(default_factory=list)
    notes: list[tuple[int, int, int, str]] = field(default_factory=list)
    texts: list[tuple[int, str]] = field(default_factory=list)
    asides: list[tuple[str, str]] = field(default_factory=list)
    formulas: list[tuple[int, int, str]] = field(default_factory=list)


def read(compound: Compound, prefix: Path, document: Document, budget: Budget) -> None:
    """Read the workbook in the storage `prefix` into `document`; raises Unreadable: locked, damaged, too big."""
    name = "Workbook" if (*prefix, "Workbook") in compound else "Book"
    book = _Book(compound.get((*prefix, name)), document, budget)
    try:
        book.read()
    except (struct.error, IndexError) as error:
        if not book.sheets:
            raise Unreadable(DAMAGED) from error
        document.gaps.append(_CUT)
    for sheet in book.sheets:
        _write(sheet, document)


class _Book:
    def __init__(self, data: bytes, document: Document, budget: Budget) -> None:
        self.data = data
        self.document = document
        self.budget = budget
        self.sheets: list[_Sheet] = []
        self.bounds: list[tuple[int, str, bool]] = []
        self.strings: list[str] = []
        self.formats: dict[int, str] = {}
        self.looks: list[int] = []
        self.from_1904 = False
        self.eight = True
        self.drawings: list[bytes] = []
        # Sheets that all begin at one place would be read again and again.
        self.left = 3 * len(data) + 10_000

    def read(self) -> None:
        end = self._globals()
        if not end:
            raise Unreadable(DAMAGED)
        for at, name, hidden in self.bounds:
            sheet = _Sheet(name, hidden)
            self.sheets.append(sheet)
            if 0 < at < len(self.data):
                self._sheet(sheet, at)
            else:
                self.document.gaps.append(_CUT)
        if self.drawings:
            pictures(b"".join(self.drawings), self.document, self.budget)

    def _records(self, at: int) -> Iterator[tuple[int, int, int]]:
        """Kind, start and end of the records from `at` up to the end of their stretch."""
        data, depth = self.data, 0
        while at + 4 <= len(data):
            kind, size = struct.unpack_from("<2H", data, at)
            start = at + 4
            at = start + size
            self.left -= size + 4
            if at > len(data) or self.left < 0:
                break
            # Charts have a stretch of their own within that of a sheet.
            depth += (kind == _BOF) - (kind == _EOF)
            yield kind, start, at
            if kind == _EOF and depth <= 0:
                return
        if _CUT not in self.document.gaps:
            self.document.gaps.append(_CUT)

    def _globals(self) -> int:
        last = end = 0
        shared: list[bytes] = []
        for kind, start, end in self._records(0):
            body = self.data[start:end]
            if kind == _CONTINUE and last == _SST:
                shared.append(body)
                continue
            if kind == _CONTINUE and last == _DRAWINGS:
                self.drawings.append(body)
                continue
            last = kind
            if kind == _SST:
                shared = [body]
            elif kind == _DRAWINGS:
                self.drawings.append(body)
            else:
                self._global(kind, body)
        if shared:
            self.strings = list(_shared(shared))
        return end

    def _global(self, kind: int, body: bytes) -> None:
        if kind == _LOCK:
            raise Unreadable(LOCKED)
        if kind == _BOF:
            self.eight = body[:2] == b"\x00\x06"
        elif kind == _BOUND:
            at, state, _ = struct.unpack_from("<L2B", body)
            name = _string(body, 6, 1) if self.eight else body[7 : 7 + body[6]].decode("gb18030", "replace")
            self.bounds.append((at, name, bool(state & 3)))
        elif kind == _FORMAT and len(body) > 4:
            self.formats[int.from_bytes(body[:2], "little")] = _string(body, 2, 2)
        elif kind == _XF:
            self.looks.append(int.from_bytes(body[2:4], "little"))
        elif kind == _EPOCH:
            self.from_1904 = body[:1] == b"\1"
        elif kind == _USER:
            self._user(
                _string(body, 0, 2) if self.eight else body[1 : 1 + body[0]].decode("gb18030", "replace")
            )
        elif kind in (_NAME, _BOOK):
            self._loose("name" if kind == _NAME else "external", body)

    def _user(self, name: str) -> None:
        name = name.strip("\0 ")
        if is_somebody(name):
            self.document.facts.append(Fact("meta-author", FieldPlace("WriteAccess"), _WRITER, name))
            weave = Weave()
            weave.add(name, FieldPlace("WriteAccess"))
            self.document.segments += weave.segments()

    def _loose(self, name: str, body: bytes) -> None:
        """The words in a record that is not taken apart: paths of other books, names of ranges."""
        weave = Weave()
        for found in _WIDE.findall(body):
            weave.add(found.decode("utf-16-le", "replace") + "\n", FieldPlace(name))
        for narrow in re.findall(rb"[\x20-\x7e]{5,}", body):
            weave.add(narrow.decode("ascii") + "\n", FieldPlace(name))
        self.document.segments += weave.segments()

    def _sheet(self, sheet: _Sheet, at: int) -> None:
        waits: tuple[int, int] | None = None
        object_id = last = wanted = 0
        for kind, start, end in self._records(at):
            body = self.data[start:end]
            if kind == _STRING and waits:
                self._put(sheet, *waits, self._words(body, 0))
                waits = None
            elif kind == _FORMULA:
                waits = self._formula(sheet, body)
            elif kind == _OBJECT and len(body) >= 8:
                object_id = int.from_bytes(body[6:8], "little")
            elif kind == _TEXT:
                wanted = int.from_bytes(body[10:12], "little")
            elif kind == _CONTINUE and last == _TEXT and wanted:
                sheet.texts.append((object_id, _chars(body, wanted)))
                wanted = 0
            else:
                self._record(sheet, kind, body)
            last = kind

    def _record(self, sheet: _Sheet, kind: int, body: bytes) -> None:
        if kind in (_LABEL_SST, _NUMBER, _RK, _LABEL, _RSTRING):
            row, column, look = struct.unpack_from("<3H", body)
            self._put(sheet, row, column, self._value(kind, body, look))
        elif kind == _MULRK:
            row, column = struct.unpack_from("<2H", body)
            for i in range((len(body) - 6) // 6):
                look, number = struct.unpack_from("<HL", body, 4 + 6 * i)
                self._put(sheet, row, column + i, self._number(_rk(number), look))
        elif kind == _ROW and len(body) >= 14 and body[12] & 0x20:
            sheet.rows.add(int.from_bytes(body[:2], "little"))
        elif kind == _COLUMN and len(body) >= 10 and body[8] & 1:
            first, last = struct.unpack_from("<2H", body)
            sheet.columns.append((first, last))
        elif kind == _NOTE and len(body) > 11:
            row, column, _, number = struct.unpack_from("<4H", body)
            sheet.notes.append((row, column, number, self._words(body, 8)))
        elif kind in (_HEADER, _FOOTER) and body:
            sheet.asides.append(("header" if kind == _HEADER else "footer", self._words(body, 0)))
        elif kind == _LINK:
            sheet.asides += [("link", found.decode("utf-16-le", "replace")) for found in _WIDE.findall(body)]

    def _value(self, kind: int, body: bytes, look: int) -> str:
        if kind == _LABEL_SST:
            (index,) = struct.unpack_from("<L", body, 6)
            return self.strings[index] if index < len(self.strings) else ""
        if kind == _NUMBER:
            return self._number(struct.unpack_from("<d", body, 6)[0], look)
        if kind == _RK:
            return self._number(_rk(struct.unpack_from("<L", body, 6)[0]), look)
        return self._words(body, 6)

    def _words(self, body: bytes, at: int) -> str:
        if self.eight:
            return _string(body, at, 2)
        size = int.from_bytes(body[at : at + 2], "little")
        return body[at + 2 : at + 2 + size].decode("gb18030", "replace")

    def _number(self, value: float, look: int) -> str:
        text = plain(repr(value).replace("e+", "E").replace("e", "E"))
        text = text.removesuffix(".0")
        format_id = self.looks[look] if look < len(self.looks) else 0
        if is_date(format_id, self.formats.get(format_id, "")):
            return day(text, from_1904=self.from_1904)
        return text

    def _formula(self, sheet: _Sheet, body: bytes) -> tuple[int, int] | None:
        """Put the value of a formula; gives the cell whose text follows in a record of its own."""
        row, column, look = struct.unpack_from("<3H", body)
        sheet.formulas += [(row, column, text) for text in _quoted(body[_TOKENS:])]
        if body[12:14] != b"\xff\xff":
            self._put(sheet, row, column, self._number(struct.unpack_from("<d", body, 6)[0], look))
        return (row, column) if body[12:14] == b"\xff\xff" and body[6] == 0 else None

    def _put(self, sheet: _Sheet, row: int, column: int, text: str) -> None:
        if text:
            self.budget.cells -= 1
            if self.budget.cells < 0:
                raise too_big(f"{CELLS}")
            sheet.cells.setdefault(row, {})[column] = text


def _quoted(tokens: bytes) -> Iterator[str]:
    """The words in quotation marks in a formula (MS-XLS, PtgStr), without taking the rest of it apart."""
    at = tokens.find(b"\x17")
    while 0 <= at < len(tokens) - 2:
        size, wide = tokens[at + 1], tokens[at + 2]
        raw = tokens[at + 3 : at + 3 + size * (1 + (wide & 1))]
        text = raw.decode("utf-16-le" if wide & 1 else "latin-1", "replace")
        if wide > 1 or len(text) < max(size, _TELLING) or not text.isprintable():
            at = tokens.find(b"\x17", at + 1)
            continue
        yield text
        at = tokens.find(b"\x17", at + 3 + len(raw))


def _rk(number: int) -> float:
    """A number in 30 bits (MS-XLS 2.5.217)."""
    if number & 2:
        whole = number >> 2
        value = float(whole - (1 << 30) if whole & (1 << 29) else whole)
    else:
        value = float(struct.unpack("<d", b"\0\0\0\0" + (number & 0xFFFFFFFC).to_bytes(4, "little"))[0])
    return value / 100 if number & 1 else value


def _string(body: bytes, at: int, width: int) -> str:
    """A string with its length in `width` bytes and its flags (MS-XLS 2.5.294)."""
    size = int.from_bytes(body[at : at + width], "little")
    return _chars(body[at + width :], size)


def _chars(raw: bytes, size: int) -> str:
    if not raw:
        return ""
    flags, at = raw[0], 1
    at += 2 * bool(flags & 8) + 4 * bool(flags & 4)
    if flags & 1:
        return raw[at : at + 2 * size].decode("utf-16-le", "replace")
    return raw[at : at + size].decode("latin-1")


def _shared(parts: list[bytes]) -> Iterator[str]:
    """The shared strings; one may break off and go on in the next record, with flags of its own (MS-XLS 2.5.293)."""
    (count,) = struct.unpack_from("<L", parts[0], 4)
    part, at = 0, 8
    for _ in range(count):
        while at >= len(parts[part]):
            part, at = part + 1, at - len(parts[part])
            if part >= len(parts):
                return
        raw = parts[part]
        if at + 3 > len(raw):
            return
        size, flags = struct.unpack_from("<HB", raw, at)
        at += 3
        runs = extra = 0
        if flags & 8:
            (runs,) = struct.unpack_from("<H", raw, at)
            at += 2
        if flags & 4:
            (extra,) = struct.unpack_from("<L", raw, at)
            at += 4
        text = []
        while size:
            wide = 1 + (flags & 1)
            raw = parts[part]
            take = min(size, (len(raw) - at) // wide)
            text.append(raw[at : at + take * wide].decode("utf-16-le" if wide == 2 else "latin-1", "replace"))
            size -= take
            at += take * wide
            if size:
                part += 1
                if part >= len(parts) or not parts[part]:
                    yield "".join(text)
                    return
                flags, at = parts[part][0], 1
        at += 4 * runs + extra
        yield "".join(text)


def _write(sheet: _Sheet, document: Document) -> None:
    """The sheet as lines of cells; then its comments, boxes, headers."""
    weave = Weave()
    for row in sorted(sheet.cells):
        cells = sheet.cells[row]
        before = 0
        for column in sorted(cells):
            # Empty cells in between keep the columns below their headers; of a far one, not thousands.
            weave.add("\t" * min(column - before, 256) if column > before else "")
            weave.add(
                cells[column].replace("\n", " ").replace("\t", " "), CellPlace(sheet.name, _ref(row, column))
            )
            before = column
        weave.add("\n")
    document.segments += weave.segments()
    _hidden(sheet, document)
    asides = Weave()
    texts = dict(sheet.texts)
    noted = {number for _, _, number, _ in sheet.notes}
    for row, column, number, author in sheet.notes:
        place = CellPlace(sheet.name, _ref(row, column), "comment")
        text = texts.get(number, "")
        asides.add(f"{text}\n{author}\n", place)
        document.facts.append(Fact("meta-comment", place, _COMMENT, text[:200]))
        if is_somebody(author):
            document.facts.append(Fact("meta-author", place, _AUTHOR, author))
    for number, text in sheet.texts:
        if number not in noted:
            asides.add(text + "\n", CellPlace(sheet.name, "", "textbox"))
    for row, column, text in sheet.formulas:
        asides.add(text + "\n", CellPlace(sheet.name, f"{letters_of(column + 1)}{row + 1}", "formula"))
    for part, text in sheet.asides:
        asides.add(text + "\n", CellPlace(sheet.name, "", part))
    document.segments += asides.segments()


def _hidden(sheet: _Sheet, document: Document) -> None:
    if sheet.hidden:
        document.facts.append(Fact("meta-hidden-sheet", CellPlace(sheet.name, "A1"), _SHEET, sheet.name))
    rows = sorted(sheet.rows & sheet.cells.keys())
    if rows:
        place = CellPlace(sheet.name, _ref(rows[0], min(sheet.cells[rows[0]])))
        document.facts.append(Fact("meta-hidden-sheet", place, _ROWS, str(len(rows))))
    used = {column for cells in sheet.cells.values() for column in cells}
    columns = [c for c in sorted(used) if any(first <= c <= last for first, last in sheet.columns[:300])]
    if columns:
        place = CellPlace(sheet.name, _ref(0, columns[0]))
        document.facts.append(Fact("meta-hidden-sheet", place, _COLUMNS, letters_of(columns[0] + 1)))


def _ref(row: int, column: int) -> str:
    return f"{letters_of(column + 1)}{row + 1}"
