"""看一眼 · What a PDF page looks like, drawn in grey with and without some of its objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from typing import NamedTuple

from sansi.check.extract import pdfium
from sansi.check.extract.pdf_file import Broken, Page
from sansi.check.place import Box

_SCALE = 1.5
"""Pixels a point: letters of eight points are six wide and ten high, enough to tell ink from none."""
_LONGEST = 1_800
_EVEN = 40
"""Levels of grey that noise and compression make of one colour."""

_FAINT = 20
"""Levels of grey by which letters may differ from their ground and still be seen by nobody."""


class Tone(Enum):
    """What a place looks like: evenly dark, evenly light, or with ink on it."""

    DARK = "dark"
    LIGHT = "light"
    INKED = "inked"


class Picture(NamedTuple):
    """A drawn page: rows of `stride` bytes, `depth` a pixel."""

    data: bytes
    stride: int
    width: int
    height: int
    scale: float


def draw(page: Page, scale: float, kind: int = pdfium.GRAY, *, notes: bool = True) -> Picture:
    """The page drawn on white, `scale` pixels a point; with its annotations or without."""
    width = max(1, round(page.frame.width * scale))
    height = max(1, round(page.frame.height * scale))
    bitmap = pdfium.new_bitmap(width, height, kind, None, 0)
    if not bitmap:
        raise Broken
    try:
        pdfium.fill_bitmap(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.render(bitmap, page.handle, 0, 0, width, height, 0, pdfium.WITH_ANNOTATIONS if notes else 0)
        return Picture(*pdfium.pixels(bitmap), width, height, scale)
    finally:
        pdfium.destroy_bitmap(bitmap)


class Look:
    """A page drawn with some of its objects and without them."""

    def __init__(self, page: Page, handles: Sequence[int]) -> None:
        """Draw once, and once more without `handles`, if there are any."""
        scale = min(_SCALE, _LONGEST / max(page.frame.width, page.frame.height))
        self.picture = self._without = draw(page, scale)
        if handles:
            with _without(handles):
                self._without = draw(page, scale)
        self._same = self.picture.data == self._without.data

    def changes(self, box: Box) -> bool:
        """Whether the place looks different without the objects."""
        if self._same:
            return False
        one, other = self.picture.data, self._without.data
        return any(_differ(one[a:b], other[a:b]) for a, b in self._rows(box, 0.1))

    def tone(self, box: Box) -> Tone:
        """What the place looks like."""
        rows = [self.picture.data[a:b] for a, b in self._rows(_widened(box), 0.2)]
        seen = b"".join(rows)
        if not seen:
            return Tone.LIGHT
        low, high = min(seen), max(seen)
        if high - low > _EVEN:
            return Tone.INKED
        return Tone.DARK if (low + high) / 2 < 128 else Tone.LIGHT

    def _rows(self, box: Box, inset: float) -> Iterable[tuple[int, int]]:
        """Where the rows of a box are in the data; `inset` of it is left off, for its edge is the neighbour's."""
        picture = self.picture
        left, right = _inner(box[0], box[2], inset, picture.scale, picture.width)
        top, bottom = _inner(box[1], box[3], inset, picture.scale, picture.height)
        return [(row * picture.stride + left, row * picture.stride + right) for row in range(top, bottom)]


def _widened(box: Box) -> Box:
    """The box of a letter that is all line, such as l or 一, made half as wide as high: it is no ground."""
    more = max(0.0, (box[3] - box[1]) / 2 - (box[2] - box[0])) / 2
    above = max(0.0, (box[2] - box[0]) / 2 - (box[3] - box[1])) / 2
    return box[0] - more, box[1] - above, box[2] + more, box[3] + above


def _differ(one: bytes, other: bytes) -> bool:
    """Whether somebody would see a difference between two rows of grey."""
    return one != other and any(abs(a - b) > _FAINT for a, b in zip(one, other, strict=True))


def _inner(low: float, high: float, inset: float, scale: float, most: int) -> tuple[int, int]:
    off = (high - low) * inset
    first, last = round((low + off) * scale), round((high - off) * scale)
    return max(0, first), min(most, max(last, first + 1))


@contextmanager
def _without(handles: Sequence[int]) -> Iterator[None]:
    for handle in handles:
        pdfium.set_active(handle, False)
    try:
        yield
    finally:
        for handle in handles:
            pdfium.set_active(handle, True)
