"""图 · Bars and lines drawn on the server as SVG, with the same said in words and in a table beside it.

Colours come from the style sheet, so they follow the theme; bars and lines are told apart by pattern too. Figures are
placed in per cent, text is not scaled: on a phone it is as large as elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from sansi.web.tables.columns import Words

SMALLEST = 5
"""Fewer people than this are not shown: with what else is known they could be told who they are."""
_BAR = 44
_HIGH = 220
_numbers = count(1)


def suppressed(people: int) -> int | None:
    """A number of people as it may be shown: None for 1 to 4."""
    return None if 0 < people < SMALLEST else people


def said(value: int | None) -> str:
    """A figure in words."""
    return _("fewer than %(number)s") % {"number": SMALLEST} if value is None else f"{value:,}"


def top_of(highest: int) -> int:
    """A round figure that is not below the highest, for the end of the axis."""
    if highest <= 5:
        return 5
    step: int = 10 ** (len(str(highest)) - 1)
    return next(step * part for part in (1, 2, 5, 10) if step * part >= highest)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar as it is drawn."""

    label: str
    value: int | None
    y: int
    width: str

    @property
    def said(self) -> str:
        """Its figure in words."""
        return said(self.value)


class Chart:
    """What every chart has: a title, and words for those who don't see it."""

    kind = ""

    def __init__(self, title: str | Promise) -> None:
        """Give it a name of its own in the page."""
        self.title = title
        self.id = f"chart-{next(_numbers) % 1_000_000}"


class Bars(Chart):
    """Figures side by side, each with its label above its bar."""

    kind = "bars"

    def __init__(self, title: str | Promise, items: Sequence[tuple[Words, int | None]], head: Words) -> None:
        """`items`: label and figure, None for one that is not shown; `head`: what the labels are."""
        super().__init__(title)
        self.head = head
        known = [value for _label, value in items if value is not None]
        top = max([1, *known])
        self.bars = [
            Bar(str(label), value, number * _BAR, f"{100 * (value or 0) / top:.2f}%")
            for number, (label, value) in enumerate(items)
        ]

    @property
    def height(self) -> int:
        """Of the drawing, in pixels."""
        return max(len(self.bars) * _BAR, 1)

    @property
    def words(self) -> str:
        """The same in a sentence."""
        shown = [bar for bar in self.bars if bar.value is not None]
        if not shown:
            return _("There are no figures yet.")
        most = max(shown, key=lambda bar: bar.value or 0)
        least = min(shown, key=lambda bar: bar.value or 0)
        return _("Figures: %(number)s. Highest: %(most)s, %(high)s; lowest: %(least)s, %(low)s.") % {
            "number": len(self.bars),
            "most": most.label,
            "high": most.said,
            "least": least.label,
            "low": least.said,
        }


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is drawn: pieces between figures that are not shown."""

    label: str
    number: int
    values: Sequence[int | None]
    pieces: list[str]

    @property
    def cells(self) -> list[str]:
        """Its figures in words."""
        return [said(value) for value in self.values]


class Lines(Chart):
    """Figures over time, at most four lines."""

    kind = "lines"
    high = _HIGH

    def __init__(
        self,
        title: str | Promise,
        labels: Sequence[Words],
        series: Sequence[tuple[Words, Sequence[int | None]]],
        head: Words,
    ) -> None:
        """`labels`: what stands below, as many as each of the `series` has figures; `head`: what the labels are."""
        super().__init__(title)
        assert len(series) <= 4, "more than four lines can't be told apart"
        self.head = head
        self.labels = [str(label) for label in labels]
        self.top = top_of(max([0, *(v for _name, values in series for v in values if v is not None)]))
        self.lines = [
            Line(str(name), number, values, self._pieces(values))
            for number, (name, values) in enumerate(series, 1)
        ]

    def _pieces(self, values: Sequence[int | None]) -> list[str]:
        pieces: list[list[str]] = [[]]
        for place, value in enumerate(values):
            if value is None:
                pieces.append([])
            else:
                pieces[-1].append(f"{self._x(place):.2f},{100 - 100 * value / self.top:.2f}")
        # One figure alone is a point: a line to itself, which a round end makes a dot.
        return [" ".join(piece * 2 if len(piece) == 1 else piece) for piece in pieces if piece]

    def _x(self, place: int) -> float:
        return 100 * place / (len(self.labels) - 1) if len(self.labels) > 1 else 50.0

    @property
    def ends(self) -> tuple[str, str]:
        """The first and the last label: those between would run into each other on a phone."""
        return (self.labels[0], self.labels[-1]) if self.labels else ("", "")

    @property
    def rules(self) -> list[tuple[str, str]]:
        """The lines across: their height in per cent, and their figure."""
        return [(f"{100 - 50 * part}%", f"{self.top * part / 2:,g}") for part in range(3)]

    @property
    def rows(self) -> list[tuple[str, list[str]]]:
        """The figures as rows of a table."""
        return [
            (label, [line.cells[place] for line in self.lines]) for place, label in enumerate(self.labels)
        ]

    @property
    def words(self) -> str:
        """The same in sentences."""
        told = [
            _("%(line)s: from %(first)s (%(from)s) to %(last)s (%(to)s).")
            % {
                "line": line.label,
                "first": line.cells[0],
                "from": self.labels[0],
                "last": line.cells[-1],
                "to": self.labels[-1],
            }
            for line in self.lines
            if line.values
        ]
        return " ".join(told) or _("There are no figures yet.")
