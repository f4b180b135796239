"""文档 · What a reader makes of a file: plain data that the engine can check.

A reader that cannot read a part says so in `gaps`: nothing is ever left out in silence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from sansi.check.model import Both, Confidence
from sansi.check.place import Place

Locate = Callable[[int, int], Place]
"""Where the code points from `start` to `end` of a segment stand in the file."""


class Unreadable(Exception):  # noqa: N818 - it is what became of the file, as the contract says it
    """Nothing of a file could be read: why, and what to do about it."""

    def __init__(self, reason: Both) -> None:
        """Say why, and what to do, in both languages."""
        super().__init__(reason.en)
        self.reason = reason


@dataclass(frozen=True)
class Segment:
    """A stretch of text that belongs together: a body, a sheet, a page.

    Paragraphs and rows are lines of it, cells are parted by tabs, so that a header types its column and a name
    stands beside its number. `locate` is asked only for what was found. `pictured`: it was read from the pixels of
    the file itself or of a page of it.
    """

    text: str
    locate: Locate
    pictured: bool = False


@dataclass(frozen=True)
class Fact:
    """Something hidden that a reader found: the id of its `meta-…` rule, where, and the value itself.

    `said` tells the author what it is without repeating the value.
    """

    rule: str
    where: Place
    said: Both
    value: str = ""
    confidence: Confidence = Confidence.LIKELY


@dataclass(frozen=True)
class Embedded:
    """A file inside the file, still to be read: an attachment, a picture, a member of an archive.

    `name` is how a person would call it. `optional`: when its kind is unknown it holds no words (a font, the
    settings of a printer), and being unread is no gap.
    """

    name: str
    data: bytes
    optional: bool = False


@dataclass
class Document:
    """What was read of one file, and of the files inside it."""

    kind: str
    segments: list[Segment] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    embedded: list[Embedded] = field(default_factory=list)
    gaps: list[Both] = field(default_factory=list)
    encoding: str = ""


class Weave:
    """Text put together from pieces, each of which knows its place.

    Add a cell with its place, then the tab without one, and so on; at the end take the `segments`.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._pieces: list[str] = []
        self._starts: list[int] = []
        self._places: list[Place] = []
        self.length = 0

    def add(self, text: str, place: Place | None = None) -> None:
        """Append `text`; without a place of its own it belongs to the one before."""
        if place is not None and text:
            self._starts.append(self.length)
            self._places.append(place)
        self._pieces.append(text)
        self.length += len(text)

    def segments(self) -> list[Segment]:
        """The text as one segment, or none when there is nothing but blanks."""
        text = "".join(self._pieces)
        if not self._places or not text.strip():
            return []
        return [Segment(text, self._locate)]

    def _locate(self, start: int, _end: int) -> Place:
        return self._places[max(0, bisect_right(self._starts, start) - 1)]
