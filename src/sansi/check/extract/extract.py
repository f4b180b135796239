"""递归读取 · A file and everything inside it, read with the right reader each, as one document."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import NamedTuple

from sansi.check.extract import readers
from sansi.check.extract.budget import DEPTH, Budget
from sansi.check.extract.document import Document, Embedded, Fact, Segment, Unreadable
from sansi.check.extract.kinds import UNSUPPORTED, kind_of
from sansi.check.extract.reader import Asked, Ocr, Reader
from sansi.check.model import Both
from sansi.check.place import InnerPlace, Place


@cache
def all_readers() -> dict[str, Reader]:
    """The reader of each kind: every module of `readers/` with a `READER`, found by walking the folder."""
    found: dict[str, Reader] = {}
    for module in pkgutil.iter_modules(readers.__path__):
        reader: Reader | None = getattr(
            importlib.import_module(f"{readers.__name__}.{module.name}"), "READER", None
        )
        if reader:
            found |= dict.fromkeys(reader.kinds, reader)
    return found


def extract(data: bytes, name: str = "", *, ocr: Ocr | None = None, budget: Budget | None = None) -> Document:
    """Everything that can be read in `data` and in the files inside it.

    `name` is only for messages. Raises Unreadable when nothing can be read: unknown, damaged, locked.
    """
    return _Extraction(ocr, budget or Budget()).whole(data, name)


class _Way(NamedTuple):
    """How we got to a file inside the file."""

    inside: tuple[str, ...]

    def to(self, place: Place) -> Place:
        if not self.inside:
            return place
        if isinstance(place, InnerPlace):
            return InnerPlace(self.inside + place.inside, place.place)
        return InnerPlace(self.inside, place)


class _Extraction:
    def __init__(self, ocr: Ocr | None, budget: Budget) -> None:
        self.ocr = ocr
        self.budget = budget

    def whole(self, data: bytes, name: str) -> Document:
        """The document of `data`, with what is inside it; without recursion, however it is nested."""
        top = self._one(data, name, 0)
        waiting = [(one, _Way((one.name,))) for one in reversed(top.embedded)]
        top.embedded = []
        while waiting:
            embedded, way = waiting.pop()
            inner = self._inner(embedded, way, top)
            if inner is None:
                continue
            top.segments += [_moved_segment(s, way) for s in inner.segments]
            top.facts += [Fact(f.rule, way.to(f.where), f.said, f.value, f.confidence) for f in inner.facts]
            top.gaps += [_in(way, gap) for gap in inner.gaps]
            waiting += [(one, _Way((*way.inside, one.name))) for one in reversed(inner.embedded)]
        return top

    def _one(self, data: bytes, name: str, depth: int) -> Document:
        kind = kind_of(data)
        reader = all_readers().get(kind)
        if reader is None:
            raise Unreadable(UNSUPPORTED.get(kind, _UNKNOWN))
        document = reader.read(data, Asked(kind, name, self.budget, self.ocr, depth))
        self.budget.text -= sum(len(s.text) for s in document.segments)
        return document

    def _inner(self, embedded: Embedded, way: _Way, top: Document) -> Document | None:
        """The document of a file inside the file; None, and a gap, where it cannot be read."""
        if embedded.optional and kind_of(embedded.data) not in all_readers():
            return None
        self.budget.files -= 1
        if len(way.inside) > DEPTH or self.budget.files < 0 or self.budget.text < 0:
            top.gaps.append(_in(way, _TOO_DEEP))
            return None
        try:
            return self._one(embedded.data, embedded.name, len(way.inside))
        except Unreadable as error:
            top.gaps.append(_in(way, error.reason))
            return None


def _moved_segment(segment: Segment, way: _Way) -> Segment:
    return Segment(segment.text, lambda start, end: way.to(segment.locate(start, end)))


def _in(way: _Way, gap: Both) -> Both:
    inside = " › ".join(way.inside)
    return Both(f"“{inside}”：{gap.zh}", f"“{inside}”: {gap.en}")


_UNKNOWN = Both(
    "不认识这种文件；请另存为常见格式（PDF、Word、纯文本等）再查",
    "is of no kind that can be read: save it as a common one (PDF, Word, plain text …) and check again",
)
_TOO_DEEP = Both(
    "里面的文件太多或套得太深，没有检查；请取出来单独检查",
    "was not checked, for the files inside are too many or nested too deep: take it out and check it by itself",
)
