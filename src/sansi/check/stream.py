"""大文本 · A text too big for one piece, checked in overlapping windows.

The findings are those of the whole text in one piece, because every rule looks only a little way
around (tables: some sixty thousand characters) and half the overlap is more than that. What starts
before the middle of an overlap is taken from the window on its left, the rest from the one on its
right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sansi.check.config.finders import GRID
from sansi.check.engine import Checker
from sansi.check.model import Finding
from sansi.check.place import TextPlace

WINDOW = 1 << 21
"""Characters in a window: with its bytes and marks, some tens of megabytes."""
OVERLAP = 1 << 18
"""Characters that neighbouring windows share; half of it exceeds the reach of every rule."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of a text with what is to be reported from it.

    `text` begins at `offset` of the whole, which is `place`, and `found` is everything in it, with the places of
    `text`. `findings` are those that this window answers for, with the places of the whole: they
    start from `first` on and before `last`.
    """

    text: str
    offset: int
    place: TextPlace
    first: int
    last: int
    found: list[Finding]
    findings: list[Finding]


def windows(
    checker: Checker, pieces: Iterable[str], *, window: int = WINDOW, overlap: int = OVERLAP
) -> Iterator[Window]:
    """Check the text that `pieces` make together, holding one window of it at a time.

    Raises ValueError unless `overlap` is less than `window` and their difference a multiple of
    `GRID`: own patterns count from multiples of it on lines without end.
    """
    if overlap >= window or (window - overlap) % GRID:
        raise ValueError(f"window - overlap must be a positive multiple of {GRID}")
    offset, first, place = 0, 0, TextPlace(1, 1)
    done = 0
    for text, is_last in _stretches(iter(pieces), window, overlap):
        last = offset + len(text) if is_last else offset + len(text) - overlap // 2
        found = checker.check(text)
        findings = [_moved(f, offset, place) for f in found if max(first, done) <= f.start + offset < last]
        yield Window(text, offset, place, first, last, found, findings)
        done = findings[-1].end if findings else done
        place = _advanced(place, text, window - overlap)
        offset, first = offset + window - overlap, last


def _stretches(pieces: Iterator[str], window: int, overlap: int) -> Iterator[tuple[str, bool]]:
    """(text, whether it is the last) of every window; at least one, which may be empty."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        # More than a window, so that we know that this one is not the last.
        while size > window:
            text = "".join(held)
            yield text[:window], False
            held = [text[window - overlap :]]
            size = len(held[0])
    yield "".join(held), True


def _moved(finding: Finding, offset: int, place: TextPlace) -> Finding:
    if not offset:
        return finding
    assert isinstance(finding.where, TextPlace)
    line, column = finding.where
    where = TextPlace(place.line + line - 1, column + place.column - 1 if line == 1 else column)
    return finding._replace(start=finding.start + offset, end=finding.end + offset, where=where)


def _advanced(place: TextPlace, text: str, step: int) -> TextPlace:
    """The place `step` characters on from `place`, where `text` begins."""
    breaks = text.count("\n", 0, step)
    if breaks:
        return TextPlace(place.line + breaks, step - text.rfind("\n", 0, step))
    return TextPlace(place.line, place.column + step)
