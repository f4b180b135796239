"""按列写的表 · Tables that a PDF writes column by column, put back into rows, so that a header stands over its values.

What a page says comes in the order in which it was written. Cells of a table written downward are short lines, one
under the other, and each further column begins again at the height of the first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sansi.check.extract.document import Segment
from sansi.check.place import Box, Place

_LINE = re.compile(r"[^\r\n]+")
_LONGEST_CELL = 40
# Two columns of prose stand side by side too: their first lines are longer than headers, or have numbers in them.
_HEADER = re.compile(r"[^0-9.,;。，；]{1,20}")
_LEAST_LINES = 4


class _Cell(NamedTuple):
    """A short line and the box of its first character."""

    start: int
    end: int
    box: Box | None


def in_rows(
    text: str, box: Callable[[int], Box | None], place: Callable[[int, int], Place]
) -> Segment | None:
    """`text` with its tables in rows, cells parted by tabs, as a segment; None where it has no such table.

    `box` tells that of a character by its code point, left, top, right, bottom; `place` that of a stretch of `text`.
    """
    lines = [m.span() for m in _LINE.finditer(text)]
    if not _many_short(lines):
        return None
    cells = [_Cell(a, b, box(a) if b - a <= _LONGEST_CELL else None) for a, b in lines]
    pieces: list[tuple[int, int, str]] = []
    last = 0
    for at, high, columns in _tables(text, cells):
        pieces.append((last, cells[at].start, ""))
        for row in range(high):
            ordered = [cells[at + column * high + row] for column in range(columns)]
            pieces += [(c.start, c.end, "\n" if c is ordered[-1] else "\t") for c in ordered]
        last = cells[at + high * columns - 1].end
    return _segment(text, [*pieces, (last, len(text), "")], place) if pieces else None


def _many_short(lines: Sequence[tuple[int, int]]) -> bool:
    run = 0
    for start, end in lines:
        run = run + 1 if end - start <= _LONGEST_CELL else 0
        if run >= _LEAST_LINES:
            return True
    return False


def _tables(text: str, cells: Sequence[_Cell]) -> Iterator[tuple[int, int, int]]:
    """The first cell, the rows and the columns of each table."""
    run, at = 0, 1
    while at < len(cells):
        if not _under(cells[at - 1].box, cells[at].box):
            # Where lines begin again further up, at the height of one of them, that one may be the first header.
            first = next((n for n in range(at - 2, run - 1, -1) if _level(cells[n].box, cells[at].box)), at)
            high, columns = at - first, 1
            while high and _beside(cells, first, high, columns):
                columns += 1
            run = at
            heads = (cells[first + n * high] for n in range(columns))
            if columns > 1 and all(_HEADER.fullmatch(text, c.start, c.end) for c in heads):
                yield first, high, columns
                run = at = first + high * columns
        at += 1


def _under(above: Box | None, below: Box | None) -> bool:
    return above is not None and below is not None and below[1] > (above[1] + above[3]) / 2


def _beside(cells: Sequence[_Cell], at: int, high: int, columns: int) -> bool:
    """Whether the cells behind `columns` columns are one more: each level with its row, right of it."""
    start = at + high * columns
    if start + high > len(cells):
        return False
    for row in range(high):
        left, right = cells[start - high + row].box, cells[start + row].box
        if left is None or right is None or not _level(left, right) or right[0] <= left[2]:
            return False
    return True


def _level(one: Box | None, other: Box | None) -> bool:
    """Whether two characters stand on one line: their feet or, as those of g and h differ, their middles."""
    if one is None or other is None:
        return False
    half = max(one[3] - one[1], other[3] - other[1]) / 2
    return abs(one[3] - other[3]) < half or abs(one[1] + one[3] - other[1] - other[3]) < half * 2


def _segment(
    text: str, pieces: Sequence[tuple[int, int, str]], place: Callable[[int, int], Place]
) -> Segment:
    starts, length = [], 0
    for start, end, behind in pieces:
        starts.append(length)
        length += end - start + len(behind)

    def locate(start: int, end: int) -> Place:
        n = max(0, bisect_right(starts, start) - 1)
        first, stop, _ = pieces[n]
        begin = min(stop, first + start - starts[n])
        # What goes on in another cell has the place of its beginning.
        return place(begin, max(begin + 1, min(stop, begin + end - start)))

    return Segment("".join(text[a:b] + behind for a, b, behind in pieces), locate)
