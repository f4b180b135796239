"""出处 · Text put together from stretches of a source, each of which knows where it came from.

What was found is traced back only then: nothing is worked out for the text in which nothing is found.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from sansi.check.extract.document import Segment
from sansi.check.place import Place, TextPlace

Turn = Callable[["re.Match[str]"], str]


class Lines:
    """The lines of a source; made when it is first asked."""

    def __init__(self, source: str) -> None:
        """Begin without having counted."""
        self.source = source
        self._starts: list[int] = []

    def at(self, position: int) -> Place:
        """The line and column of a position in the source."""
        if not self._starts:
            self._starts = [0, *(m.end() for m in re.finditer("\n", self.source))]
        line = bisect_right(self._starts, position)
        return TextPlace(line, position - self._starts[line - 1] + 1)


class Quotes:
    """Text made of stretches of a source, some of them turned (entities, blanks) by `turn` where `pattern` is."""

    def __init__(
        self,
        lines: Lines,
        pattern: re.Pattern[str],
        turn: Turn,
        shorter: re.Pattern[str] | None = None,
    ) -> None:
        """Begin with nothing. `shorter` matches what `pattern` does, but for what stays as long as it is."""
        self.lines = lines
        self.pattern = pattern
        self.turn = turn
        self.shorter = shorter or pattern
        self.pieces: list[str] = []
        self.length = 0
        self._starts: list[int] = []
        self._from: list[tuple[int, int]] = []

    def add(self, text: str) -> None:
        """Append what the source does not hold: a line break, a label."""
        self.pieces.append(text)
        self.length += len(text)

    def quote(self, text: str, start: int, end: int) -> None:
        """Append `text`, which is `source[start:end]` turned."""
        self._starts.append(self.length)
        self._from.append((start, end))
        self.pieces.append(text)
        self.length += len(text)

    def turned(self, raw: str) -> str:
        """A stretch of the source as it is to be read."""
        return self.pattern.sub(self.turn, raw)

    def segments(self) -> list[Segment]:
        """The text as one segment, or none when there is nothing but blanks."""
        text = "".join(self.pieces)
        return [Segment(text, self._locate)] if self._from and not text.isspace() else []

    def place(self, at: int) -> Place:
        """Where in the source the character `at` of the text stands."""
        return self._locate(at, at)

    def _locate(self, start: int, _end: int) -> Place:
        index = max(0, bisect_right(self._starts, start) - 1)
        first, last = self._from[index]
        return self.lines.at(self._traced(first, last, max(0, start - self._starts[index])))

    def _traced(self, first: int, last: int, wanted: int) -> int:
        """The position in the source of the character `wanted` of a turned stretch."""
        out = 0
        at = first
        for match in self.shorter.finditer(self.lines.source, first, last):
            plain = match.start() - at
            if out + plain > wanted:
                break
            out += plain
            made = len(self.turn(match))
            if out + made > wanted:
                return match.start()
            out += made
            at = match.end()
        return min(at + wanted - out, max(first, last - 1))
