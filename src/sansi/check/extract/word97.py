"""旧版 Word · The words of a Word 97-2003 file: the piece table and what it puts together (MS-DOC 2.4, 2.8)."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from sansi.check.extract.compound import Compound, Path
from sansi.check.extract.document import Document, Fact, Unreadable, Weave
from sansi.check.extract.properties import is_somebody
from sansi.check.extract.zips import DAMAGED, LOCKED
from sansi.check.model import Both, Confidence
from sansi.check.place import FieldPlace, ParagraphPlace

_OLD = Both(
    "Word 6/95 的旧格式，只读了正文；请用 Word 或 WPS 另存为 docx 再查",
    "is in the old form of Word 6/95, of which only the body was read: save it as docx and check that",
)
_SCRAMBLED = Both(
    "文字的排列损坏，没有全部检查；请另存为 docx 再查",
    "has damaged text, not all of it was checked: save it as docx",
)
_DELETED = Both("修订里删掉的文字还在文件里", "words deleted in a tracked change are still in the file")
_INSERTED = Both("文件里有没有接受的修订", "the file holds changes that were not accepted")
_HIDDEN = Both("设为隐藏的文字", "words that are set to be hidden")
_WHITE = Both("白色的文字，可能看不见", "white text, which may not be seen")
_SMALL = Both("小得看不见的文字", "text too small to be seen")
_COMMENT = Both("文件里有批注", "the file holds comments")
_CHANGER = Both("文件里记着修订者或批注者的名字", "the file names who changed or commented it")
_SAVED = Both("文件里记着谁在哪里保存过它", "the file lists who saved it, and where")

# MS-DOC 2.4.1: the parts stand one behind the other in this order; the fourth is not used.
_PARTS = ("body", "footnote", "header", "body", "comment", "endnote", "textbox", "textbox")
_LENGTHS = 0x4C
_TABLES = 0x9A
_CLX, _CHARACTERS, _PARAGRAPHS = 33, 12, 13
_STORIES, _BOOKMARKS, _OWNERS, _CHANGERS, _SAVERS = 11, 21, 36, 51, 71
_SPRM_DELETED, _SPRM_INSERTED, _SPRM_HIDDEN, _SPRM_ROW = 0x0800, 0x0801, 0x083C, 0x2417
_SPRM_COLOUR, _SPRM_PALETTE, _SPRM_SIZE = 0x6870, 0x2A42, 0x4A43
_OPERANDS = (1, 1, 2, 4, 2, 2, 0, 3)
_MOST = 1 << 20
# One for one, so that places hold.
_SIGNS = {
    0x07: "\t", 0x0B: "\n", 0x0C: "\n", 0x0D: "\n", 0x0E: "\n", 0x13: " ", 0x14: " ", 0x15: "\u200b", 0x1E: "-",
    0x1F: "\u200b", 0x00: " ", 0x01: " ", 0x02: " ", 0x03: " ", 0x04: " ", 0x05: " ", 0x08: " ", 0x28: "(",
}  # fmt: skip


class _Piece(NamedTuple):
    """Characters `first` to `last`, at `offset` of the stream, of `width` bytes each."""

    first: int
    last: int
    offset: int
    width: int


class _Mark(NamedTuple):
    first: int
    last: int
    kind: str


def read(compound: Compound, prefix: Path, document: Document) -> None:
    """Read the Word file in the storage `prefix` into `document`; raises Unreadable: locked, damaged."""
    data = compound.get((*prefix, "WordDocument"))
    try:
        ident, version = struct.unpack_from("<2H", data, 0)
        (flags,) = struct.unpack_from("<H", data, 0x0A)
    except struct.error as error:
        raise Unreadable(DAMAGED) from error
    if flags & 0x0100:
        raise Unreadable(LOCKED)
    if ident != 0xA5EC or version < 0xC1:
        _old(data, document)
        return
    table = compound.get((*prefix, "1Table" if flags & 0x0200 else "0Table"))
    try:
        _Book(data, table, document).read()
    except (struct.error, IndexError, OverflowError) as error:
        raise Unreadable(DAMAGED) from error


def _old(data: bytes, document: Document) -> None:
    if len(data) < 0x20:
        raise Unreadable(DAMAGED)
    start, end = struct.unpack_from("<2L", data, 0x18)
    text = data[start:end].decode("gb18030", "replace").translate(_SIGNS)
    weave = Weave()
    for number, line in enumerate(text.split("\n"), 1):
        weave.add(line + "\n", ParagraphPlace("body", number))
    document.segments += weave.segments()
    document.gaps.append(_OLD)


class _Book:
    def __init__(self, data: bytes, table: bytes, document: Document) -> None:
        self.data = data
        self.table = table
        self.document = document

    def read(self) -> None:
        pieces = list(self._pieces())
        text = "".join(self._characters(p) for p in pieces)
        wanted = struct.unpack_from("<8l", self.data, _LENGTHS)
        if sum(max(0, n) for n in wanted) > len(text) + 1:
            self.document.gaps.append(_SCRAMBLED)
        # Of a character the last mark counts: that it is white matters less than that it was deleted.
        marks = sorted(self._marks(pieces), key=lambda m: (m.kind not in ("white", "small"), m))
        rows = {m.first for m in marks if m.kind == "row"}
        text = "".join("\n" if i in rows and c == "\x07" else c for i, c in enumerate(text)) if rows else text
        if not rows:
            text = text.replace("\x07\x07", "\x07\n")
        self._parts(text.translate(_SIGNS), wanted, [m for m in marks if m.kind != "row"])
        self._bookmarks()
        self._names(_OWNERS, _CHANGER, owners=True)
        self._names(_CHANGERS, _CHANGER)
        self._names(_SAVERS, _SAVED)

    def _at(self, index: int) -> bytes:
        """The structure that the header points to in place `index`."""
        start, size = struct.unpack_from("<2L", self.data, _TABLES + 8 * index)
        return self.table[start : start + size] if size < 1 << 26 else b""

    def _pieces(self) -> Iterator[_Piece]:
        clx = self._at(_CLX)
        at = 0
        while at < len(clx) and clx[at] == 1:
            at += 3 + int.from_bytes(clx[at + 1 : at + 3], "little")
        if at >= len(clx) or clx[at] != 2:
            raise Unreadable(DAMAGED)
        (size,) = struct.unpack_from("<L", clx, at + 1)
        count = min((size - 4) // 12, _MOST)
        starts = struct.unpack_from(f"<{count + 1}l", clx, at + 5)
        for i in range(count):
            (offset,) = struct.unpack_from("<L", clx, at + 5 + 4 * (count + 1) + 8 * i + 2)
            narrow = bool(offset & 0x40000000)
            offset &= 0x3FFFFFFF
            if not 0 <= starts[i] < starts[i + 1] <= len(self.data):
                continue
            yield _Piece(starts[i], starts[i + 1], offset // 2 if narrow else offset, 1 if narrow else 2)

    def _characters(self, piece: _Piece) -> str:
        size = (piece.last - piece.first) * piece.width
        raw = self.data[piece.offset : piece.offset + size]
        text = raw.decode("utf-16-le", "replace") if piece.width == 2 else raw.decode("cp1252", "replace")
        # Pairs of surrogates are two characters there: all counting goes by them.
        return text.ljust(piece.last - piece.first, "\0")

    def _marks(self, pieces: list[_Piece]) -> Iterator[_Mark]:
        runs = [*self._runs(_CHARACTERS, _LOOKS), *self._runs(_PARAGRAPHS, {_SPRM_ROW: "row"})]
        ordered = sorted(pieces, key=lambda p: p.offset)
        offsets = [p.offset for p in ordered]
        # Runs that overlap are none of Word's making, and would make the marks many times the text.
        left = 4 * (pieces[-1].last if pieces else 0) + 1000
        for start, end, kind in runs:
            left -= max(0, end - start) // 2
            if left < 0:
                self.document.gaps.append(_SCRAMBLED)
                return
            for piece in ordered[max(0, bisect_right(offsets, start) - 1) :]:
                if piece.offset >= end:
                    break
                first = max(start, piece.offset)
                last = min(end, piece.offset + (piece.last - piece.first) * piece.width)
                if first < last:
                    begin = piece.first + (first - piece.offset) // piece.width
                    stop = piece.first + (last - piece.offset) // piece.width
                    yield _Mark(stop - 1 if kind == "row" else begin, stop, kind)

    def _runs(self, index: int, wanted: dict[int, str]) -> Iterator[tuple[int, int, str]]:
        """Stretches of the stream that have one of the wanted properties (MS-DOC 2.9.33, 2.9.175)."""
        plc = self._at(index)
        count = min((len(plc) - 4) // 8, len(self.data) // 512)
        total_pages = (len(plc) - 4) // 8
        paragraphs = index == _PARAGRAPHS
        step = 13 if paragraphs else 1
        for i in range(max(0, count)):
            (number,) = struct.unpack_from("<L", plc, 4 * (total_pages + 1) + 4 * i)
            page = self.data[(number & 0x3FFFFF) * 512 :][:512]
            if len(page) < 512:
                continue
            total = page[511]
            if 4 * (total + 1) + step * total > 511:
                continue
            ends = struct.unpack_from(f"<{total + 1}L", page, 0)
            for k in range(total):
                offset = page[4 * (total + 1) + step * k] * 2
                if offset:
                    for kind in _found(_sprms(page, offset, paragraphs=paragraphs), wanted):
                        yield ends[k], ends[k + 1], kind

    def _parts(self, text: str, wanted: tuple[int, ...], marks: list[_Mark]) -> None:
        at = 0
        for part, length in zip(_PARTS, wanted, strict=True):
            end = min(len(text), at + max(0, length))
            for first, last, name in self._stories(at, end) if part == "header" else ((at, end, part),):
                if last > first:
                    within = [m for m in marks if m.first < last and m.last > first]
                    self._part(text[first:last], name, within, first)
            at = end
        if text[at:].strip():
            self._part(text[at:], "unused", [], at)

    def _stories(self, at: int, end: int) -> Iterator[tuple[int, int, str]]:
        """The headers and the footers, of each section six, behind six lines that part notes (MS-DOC 2.8.21)."""
        plc = self._at(_STORIES)
        ends = [min(end, at + n) for n in struct.unpack_from(f"<{len(plc) // 4}l", plc) if n >= 0]
        for number, last in enumerate([*ends, end]):
            if last > at:
                yield at, last, "footer" if number > 6 and (number - 7) % 6 in (2, 3, 5) else "header"
                at = last

    def _part(self, text: str, part: str, marks: list[_Mark], base: int) -> None:
        weave, gone = Weave(), Weave()
        kinds = [""] * len(text)
        for mark in marks:
            first, last = max(0, mark.first - base), min(len(text), mark.last - base)
            kinds[first:last] = [mark.kind] * max(0, last - first)
        number, start = 1, 0
        for i in range(1, len(text) + 1):
            if i < len(text) and kinds[i] == kinds[start] and text[i - 1] != "\n":
                continue
            kind, run = kinds[start], text[start:i]
            if kind == "deleted":
                gone.add(run, ParagraphPlace("deleted", number))
            else:
                weave.add(run, ParagraphPlace("hidden" if kind == "hidden" else part, number))
            self._fact(kind, run, ParagraphPlace(part, number))
            number += run.endswith("\n")
            start = i
        if part == "comment" and text.strip():
            self.document.facts.append(
                Fact("meta-comment", ParagraphPlace(part, 1), _COMMENT, " ".join(text.split())[:200])
            )
        self.document.segments += [*weave.segments(), *gone.segments()]

    def _fact(self, kind: str, text: str, place: ParagraphPlace) -> None:
        value = text.strip()
        if not kind or not value:
            return
        rule, said, sure = {
            "deleted": ("meta-tracked-change", _DELETED, Confidence.LIKELY),
            "inserted": ("meta-tracked-change", _INSERTED, Confidence.POSSIBLE),
            "hidden": ("meta-hidden-text", _HIDDEN, Confidence.LIKELY),
            "white": ("meta-hidden-text", _WHITE, Confidence.POSSIBLE),
            "small": ("meta-hidden-text", _SMALL, Confidence.LIKELY),
        }[kind]
        self.document.facts.append(Fact(rule, place, said, value[:200], sure))

    def _bookmarks(self) -> None:
        weave = Weave()
        for number, name in enumerate(_strings(self._at(_BOOKMARKS)), 1):
            # Those that begin with a line are Word's own: _GoBack, _Toc1.
            if not name.startswith("_"):
                weave.add(name + "\n", ParagraphPlace("bookmark", number))
        self.document.segments += weave.segments()

    def _names(self, index: int, said: Both, *, owners: bool = False) -> None:
        weave = Weave()
        data = self._at(index)
        for name in dict.fromkeys(_owners(data) if owners else _strings(data)):
            weave.add(name + "\n", FieldPlace("history"))
            if is_somebody(name) and name != "Unknown":
                fact = Fact("meta-author", FieldPlace("history"), said, name, Confidence.POSSIBLE)
                self.document.facts.append(fact)
        self.document.segments += weave.segments()


def _sprms(page: bytes, at: int, *, paragraphs: bool) -> bytes:
    """The properties of a run; of a paragraph they follow the number of its style (MS-DOC 2.9.170)."""
    size = page[at]
    if not paragraphs:
        return page[at + 1 : at + 1 + size]
    if size:
        return page[at + 3 : at + 1 + size * 2 - 1]
    return page[at + 4 : at + 2 + page[at + 1] * 2] if at + 1 < len(page) else b""


_LOOKS = {
    _SPRM_DELETED: "deleted",
    _SPRM_INSERTED: "inserted",
    _SPRM_HIDDEN: "hidden",
    _SPRM_COLOUR: "white",
    _SPRM_PALETTE: "white",
    _SPRM_SIZE: "small",
}


def _holds(code: int, value: bytes) -> bool:
    """Whether the property `code` with the operand at the start of `value` is one that hides or marks."""
    if code == _SPRM_COLOUR:
        return value[:4] == b"\xff\xff\xff\0"
    if code == _SPRM_PALETTE:
        return value[0] == 8
    if code == _SPRM_SIZE:
        return len(value) > 1 and value[1] == 0 and value[0] <= 4
    return bool(value[0] & 1)


def _found(sprms: bytes, wanted: dict[int, str]) -> Iterator[str]:
    at = 0
    while at + 3 <= len(sprms):
        code = int.from_bytes(sprms[at : at + 2], "little")
        if code in wanted and _holds(code, sprms[at + 2 : at + 6]):
            yield wanted[code]
        size = _OPERANDS[code >> 13]
        at += 2 + (size or 1 + sprms[at + 2])


def _strings(data: bytes) -> Iterator[str]:
    """The strings of an STTB of wide characters (MS-DOC 2.2.4)."""
    if len(data) < 6 or data[:2] != b"\xff\xff":
        return
    count, extra = struct.unpack_from("<2H", data, 2)
    at = 6
    for _ in range(count):
        if at + 2 > len(data):
            return
        size = int.from_bytes(data[at : at + 2], "little") * 2
        text = data[at + 2 : at + 2 + size].decode("utf-16-le", "replace")
        if text.strip("\0 "):
            yield text
        at += 2 + size + extra


def _owners(data: bytes) -> Iterator[str]:
    """Who wrote comments: strings one behind the other (MS-DOC 2.9.347)."""
    at = 0
    while at + 2 <= len(data):
        size = int.from_bytes(data[at : at + 2], "little") * 2
        if size:
            yield data[at + 2 : at + 2 + size].decode("utf-16-le", "replace")
        at += 2 + size
