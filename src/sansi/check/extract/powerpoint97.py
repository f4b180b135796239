"""旧版 PowerPoint · The words of a PowerPoint 97-2003 file, record by record (MS-PPT 2.3)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from sansi.check.extract.budget import RATIO, RATIO_FREE, Budget, too_big
from sansi.check.extract.compound import Compound, Path
from sansi.check.extract.document import Document, Embedded, Fact, Unreadable, Weave
from sansi.check.extract.properties import is_somebody
from sansi.check.extract.zips import DAMAGED, LOCKED
from sansi.check.model import Both, Confidence
from sansi.check.place import FieldPlace, Place, SlidePlace

_CUT = Both(
    "演示文稿有损坏的部分，没有全部检查；请另存为 pptx 再查",
    "has damaged parts, not all was checked: save it as pptx",
)
_OLD = Both("文件里保存着以前的版本", "an earlier version is kept in the file")
_COMMENT = Both("幻灯片上有批注", "a slide has a comment")
_EMBEDDED = Both("文件里嵌着别的文件", "another file is embedded")
_HIDDEN = Both("隐藏的幻灯片", "a hidden slide")
_CHARS, _BYTES, _STRING = 4000, 4008, 4026
_SLIDE, _NOTES, _MASTER, _DOCUMENT, _LIST, _PERSIST = 1006, 1008, 1016, 1000, 4080, 1011
_TAG, _TAG_DATA = 5002, 5003
_DIRECTORY, _CRYPT, _COMMENT_BOX, _SHOW = 6002, 0x2F14, 12000, 1017
_OBJECT = 0x1011
_DEPTH = 64
# What a tag of such a name holds are records again, though its head does not say so (MS-PPT 2.5.19).
_RECORDS = frozenset(("___PPT9", "___PPT10", "___PPT11", "___PPT12"))
_LOCKED_TOKEN = b"\xdf\xc4\xd1\xf3"


class _Record(NamedTuple):
    kind: int
    instance: int
    start: int
    end: int
    at: int
    nested: bool


def read(compound: Compound, prefix: Path, document: Document, budget: Budget) -> None:
    """Read the presentation in the storage `prefix` into `document`; raises Unreadable: locked, damaged."""
    data = compound.get((*prefix, "PowerPoint Document"))
    if compound.get((*prefix, "Current User"))[12:16] == _LOCKED_TOKEN:
        raise Unreadable(LOCKED)
    show = _Show(data, document)
    tops = list(show.records(0, len(data)))
    if not tops:
        raise Unreadable(DAMAGED)
    if any(r.kind == _CRYPT for r in tops):
        raise Unreadable(LOCKED)
    show.read(tops)
    for record in tops:
        if record.kind == _OBJECT:
            _object(data[record.start : record.end], bool(record.instance), document, budget)


def _object(data: bytes, packed: bool, document: Document, budget: Budget) -> None:
    """Set a file aside that is embedded in a slide, or the macros (MS-PPT 2.10.34)."""
    if packed:
        limit = max(RATIO_FREE, RATIO * len(data))
        try:
            data = zlib.decompressobj().decompress(data[4:], limit + 1)
        except zlib.error:
            document.gaps.append(_CUT)
            return
        if len(data) > limit:
            document.gaps.append(too_big(f"{RATIO}:1").reason)
            return
    budget.unpack(len(data))
    document.facts.append(Fact("meta-attachment", FieldPlace("object"), _EMBEDDED, "object"))
    document.embedded.append(Embedded("object", data))


class _Show:
    def __init__(self, data: bytes, document: Document) -> None:
        self.data = data
        self.document = document
        self.current: dict[int, int] = {}
        self.numbers: dict[int, int] = {}

    def records(self, at: int, end: int) -> Iterator[_Record]:
        while at + 8 <= end:
            head, kind, size = struct.unpack_from("<2HL", self.data, at)
            start = at + 8
            if start + size > end:
                if _CUT not in self.document.gaps:
                    self.document.gaps.append(_CUT)
                size = end - start
            yield _Record(kind, head >> 4, start, start + size, at, head & 15 == 15)
            at = start + size

    def read(self, tops: list[_Record]) -> None:
        for record in tops:
            if record.kind == _DIRECTORY:
                self._directory(record)
        live = set(self.current.values())
        for record in tops:
            if record.kind == _DOCUMENT and (record.at in live or not live):
                self._lists(record)
        slides = 0
        for record in tops:
            slides += record.kind == _SLIDE
            place: Place
            if record.kind == _DOCUMENT:
                place = FieldPlace("document")
            elif record.kind == _MASTER:
                place = SlidePlace(1, "layout")
            elif record.kind in (_SLIDE, _NOTES):
                number = self.numbers.get(record.at, max(1, slides))
                place = SlidePlace(number, "notes" if record.kind == _NOTES else "body")
            else:
                continue
            self._container(record, place, old=bool(live) and record.at not in live)

    def _directory(self, record: _Record) -> None:
        at = record.start
        while at + 4 <= record.end:
            (head,) = struct.unpack_from("<L", self.data, at)
            first, count = head & 0xFFFFF, head >> 20
            at += 4
            for i in range(min(count, (record.end - at) // 4)):
                (self.current[first + i],) = struct.unpack_from("<L", self.data, at + 4 * i)
            at += 4 * count

    def _lists(self, document: _Record) -> None:
        """The order of slides and notes (MS-PPT 2.4.14.3)."""
        for part in self.records(document.start, document.end):
            if part.kind == _LIST and part.instance in (0, 2):
                number = 0
                for entry in self.records(part.start, part.end):
                    if entry.kind == _PERSIST and entry.end - entry.start >= 4:
                        number += 1
                        (key,) = struct.unpack_from("<L", self.data, entry.start)
                        self.numbers[self.current.get(key, -1)] = number

    def _container(self, top: _Record, place: Place, *, old: bool) -> None:
        weave = Weave()
        waiting = [(top, 0)]
        number = 0
        while waiting:
            record, depth = waiting.pop()
            if record.kind == _COMMENT_BOX:
                self._comment(record, place)
            elif record.kind == _TAG:
                waiting += [(r, depth + 1) for r in reversed(self._tagged(record))]
            elif record.nested and depth < _DEPTH:
                waiting += [(r, depth + 1) for r in reversed(list(self.records(record.start, record.end)))]
            elif record.kind == _PERSIST:
                number += 1
            elif record.kind in (_CHARS, _BYTES, _STRING):
                weave.add(self._text(record) + "\n", SlidePlace(number) if number else place)
            elif (
                record.kind == _SHOW and record.end - record.start >= 12 and self.data[record.start + 10] & 4
            ):
                self.document.facts.append(Fact("meta-hidden-sheet", place, _HIDDEN))
        segments = weave.segments()
        if old and segments:
            self.document.facts.append(Fact("meta-revision", place, _OLD, "", Confidence.POSSIBLE))
        self.document.segments += segments

    def _tagged(self, tag: _Record) -> list[_Record]:
        """The records in a tag that PowerPoint 2000 or later has added: comments, among others."""
        name, *rest = [*self.records(tag.start, tag.end)] or [tag]
        if name.kind != _STRING or self._text(name) not in _RECORDS:
            return []
        return [r for data in rest if data.kind == _TAG_DATA for r in self.records(data.start, data.end)]

    def _comment(self, record: _Record, place: Place) -> None:
        number = place.slide if isinstance(place, SlidePlace) else 1
        texts = [self._text(r) for r in self.records(record.start, record.end) if r.kind == _STRING]
        where = SlidePlace(number, "comment")
        weave = Weave()
        for text in texts:
            weave.add(text + "\n", where)
        self.document.segments += weave.segments()
        self.document.facts.append(Fact("meta-comment", where, _COMMENT, " ".join(texts[1:2])[:200]))
        for author in filter(is_somebody, texts[:1]):
            self.document.facts.append(Fact("meta-author", where, _COMMENT, author, Confidence.POSSIBLE))

    def _text(self, record: _Record) -> str:
        raw = self.data[record.start : record.end]
        # A byte is the lower half of a character there (MS-PPT 2.9.42).
        text = raw.decode("latin-1") if record.kind == _BYTES else raw.decode("utf-16-le", "replace")
        return text.replace("\r", "\n").replace("\x0b", "\n").rstrip("\0")
