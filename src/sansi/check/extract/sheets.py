"""工作表 · The cells of a sheet as lines of cells parted by tabs, each found again by its reference.

Sparse: a sheet with one cell at XFD1048576 is one cell. Columns nobody uses take no room, so that those that are
used stand under their headers.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, chain
from typing import NamedTuple

from sansi.check.extract.document import Segment
from sansi.check.extract.numbers import letters_of
from sansi.check.place import CellPlace, Place

# So many tabs at most stand for a gap: a diagonal of 16,384 cells must not become 134 million tabs.
_GAP = 64


class Row(NamedTuple):
    """The cells of a row that hold something: their columns, counted from 1, and texts.

    `refs` are their references where those are not simply column and `line`.
    """

    columns: tuple[int, ...]
    texts: Sequence[str]
    line: str = ""
    refs: Sequence[str] = ()

    def ref(self, index: int) -> str:
        """The reference of a cell."""
        return self.refs[index] if self.refs else letters_of(self.columns[index]) + self.line


@dataclass
class Sheet:
    """The cells of a sheet in the order of the file, and which of them are hidden and how."""

    name: str
    part: str = "body"
    rows: list[Row] = field(default_factory=list)
    formulas: list[tuple[str, str]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    """Indexes into `rows`."""
    hidden_columns: set[int] = field(default_factory=set)
    unseen: list[tuple[str, str]] = field(default_factory=list)
    """Reference and text of the cells whose format hides what they hold."""
    cells: int = 0

    def is_hidden(self, row: int, column: int) -> bool:
        """Whether the cell is in a hidden row or column."""
        return row in self.hidden_rows or column in self.hidden_columns

    def add(self, row: Row, *, hidden: bool) -> None:
        """Append a row."""
        if hidden:
            self.hidden_rows.add(len(self.rows))
        self.rows.append(row)

    def hidden_cells(self) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        """Reference and text of the cells in hidden rows, and of those in hidden columns."""
        rows, columns = self.rows, self.hidden_columns
        by_row = [
            (rows[number].ref(i), text)
            for number in sorted(self.hidden_rows)
            for i, text in enumerate(rows[number].texts)
        ]
        if not columns:
            return by_row, []
        return by_row, [
            (row.ref(i), row.texts[i])
            for row in rows
            if not columns.isdisjoint(row.columns)
            for i, column in enumerate(row.columns)
            if column in columns
        ]

    def segments(self) -> list[Segment]:
        """The sheet as one segment, each row a line."""
        layouts = {row.columns for row in self.rows}
        used = sorted(set().union(*layouts))
        rank = {column: i for i, column in enumerate(used)}
        gaps = {columns: _gaps(columns, rank) for columns in layouts}
        full = tuple(used)
        lines = [
            "\t".join(row.texts)
            if row.columns == full
            else "".join(chain.from_iterable(zip(gaps[row.columns], row.texts, strict=True)))
            for row in self.rows
        ]
        text = "\n".join(lines)
        return [Segment(text, _Finder(self, lines, gaps).locate)] if text.strip() else []


class _Finder:
    """Where in a sheet a place of its text is. Only what was found is looked up, so nothing is kept before."""

    def __init__(self, sheet: Sheet, lines: list[str], gaps: dict[tuple[int, ...], list[str]]) -> None:
        """Take the lines of the text of `sheet`, and the tabs before the cells by the columns of a row."""
        self.sheet = sheet
        self.lines = lines
        self.gaps = gaps
        self._starts: list[int] = []
        self._number = -1
        self._ends: list[int] = []

    def locate(self, start: int, _end: int) -> Place:
        """The cell that `start` is in."""
        if not self._starts:
            self._starts = list(accumulate((len(line) + 1 for line in self.lines), initial=0))
        number = min(bisect_right(self._starts, start), len(self.lines)) - 1
        sheet = self.sheet
        row = sheet.rows[number]
        if number != self._number:
            self._number = number
            sizes = zip(map(len, self.gaps[row.columns]), map(len, row.texts), strict=True)
            self._ends = list(accumulate(map(sum, sizes)))
        index = min(bisect_right(self._ends, start - self._starts[number]), len(self._ends) - 1)
        part = "hidden" if sheet.is_hidden(number, row.columns[index]) else sheet.part
        return CellPlace(sheet.name, row.ref(index), part)


def _gaps(columns: tuple[int, ...], rank: dict[int, int]) -> list[str]:
    """The tabs before each cell of a row that put it under its header."""
    gaps, at = [], 0
    for column in columns:
        gaps.append("\t" * min(max(rank[column] - at, 0), _GAP))
        at = rank[column]
    return gaps


def between(first: int, last: int) -> range:
    """The columns of a range, of which a sheet has 16,384 at most."""
    return range(max(first, 1), min(last, 16_384) + 1)
