"""标记 · A text cut where findings begin and end, to be shown with them underlined; and offsets as browsers count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sansi.check.report.result import Item


class Segment(NamedTuple):
    """A stretch of the text; `number` is that of the finding it is, from 1, or 0."""

    text: str
    number: int
    item: Item | None


def segments(text: str, items: Sequence[Item]) -> Iterator[Segment]:
    """`text` in stretches that together are the text; those of `items` that overlap an earlier one are not marked."""
    at = 0
    for number, item in enumerate(items, 1):
        # Facts of a file stand at 0-0, in no text.
        if item.start < at or item.end <= item.start:
            continue
        if item.start > at:
            yield Segment(text[at : item.start], 0, None)
        yield Segment(text[item.start : item.end], number, item)
        at = item.end
    if at < len(text):
        yield Segment(text[at:], 0, None)


def _units(text: str) -> int:
    """How many UTF-16 code units `text` takes: two for what is beyond the basic plane."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def in_utf16(text: str, places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """`places`, in order and apart, of code points of `text`, as JavaScript counts them."""
    at = units = 0
    told = []
    for start, end in places:
        units += _units(text[at:start])
        began = units
        units += _units(text[start:end])
        at = end
        told.append((began, units))
    return told


def items_in_utf16(text: str, items: Sequence[Item]) -> list[Item]:
    """`items` with their offsets in UTF-16 code units of `text`."""
    places = in_utf16(text, ((i.start, i.end) for i in items))
    return [i._replace(start=start, end=end) for i, (start, end) in zip(items, places, strict=True)]
