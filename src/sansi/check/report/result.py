"""结果 · What is known of one file after a check: the same facts for every report.

Everything here is plain and small, so that it can come from another process: no rule, no text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from sansi.check.model import Both, Confidence, Rule, Severity
from sansi.check.place import Place


class Outcome(StrEnum):
    """What became of one file."""

    CLEAN = "clean"
    FINDINGS = "findings"
    PARTIAL = "partial"
    UNREADABLE = "unreadable"
    SKIPPED = "skipped"


class Item(NamedTuple):
    """One finding, ready to be shown.

    `text` is the masked preview, or the value where it was asked for. `line` is what stands around
    it, masked likewise, with the preview at `line[at:at + len(text)]`.
    `end_line` and `end_column` are 0 where a place has no lines.
    """

    rule: str
    start: int
    end: int
    there: Place
    end_line: int
    end_column: int
    severity: Severity
    confidence: Confidence
    reason: Both
    text: str
    line: str
    at: int
    fingerprint: str

    @property
    def where(self) -> dict[str, Any]:
        """The place as the JSON contract spells it."""
        return self.there.as_dict()

    @property
    def place(self) -> Both:
        """The place in words."""
        return Both(self.there.said("zh"), self.there.said("en"))

    @property
    def line_number(self) -> str:
        """The number of the line, or "" where a place has no lines, or they are those of a file inside."""
        where = self.where
        return "" if "inside" in where else str(where.get("line", ""))

    @property
    def hint(self) -> bool:
        """Whether it is shown but, by itself, says nothing must change."""
        return self.confidence is Confidence.POSSIBLE


def by_line(items: Iterable[Item]) -> Iterator[list[Item]]:
    """`items` in order, those that stand on one line together, so that a report shows the line once."""
    line: list[Item] = []
    for item in items:
        if line and not _goes_on(line[-1], item):
            yield line
            line = []
        line.append(item)
    if line:
        yield line


def _goes_on(last: Item, item: Item) -> bool:
    if (last.line_number, last.line) != (item.line_number, item.line):
        return False
    # Without numbers, equal lines of different paragraphs are told apart by what stands further on.
    return bool(item.line_number) or item.at >= last.at + len(last.text)


@dataclass(frozen=True, slots=True)
class Note:
    """Something to mend in the file itself, such as a directive that names no rule."""

    line: int
    reason: Both


@dataclass(slots=True)
class FileResult:
    """What was found in one file, and how the reading went.

    `problem` says what went wrong and what to do; `encoding` is "" where there was no text.
    """

    path: str
    outcome: Outcome
    items: list[Item] = field(default_factory=list)
    problem: Both | None = None
    encoding: str = ""
    kind: str = "text"
    suppressed: int = 0
    allowed: int = 0
    baselined: int = 0
    characters: int = 0
    notes: list[Note] = field(default_factory=list)


@dataclass(frozen=True)
class View:
    """How a report is to be written, and the rules it speaks of."""

    rules: Mapping[str, Rule]
    lang: str = "en"
    version: str = ""
    colour: bool = False
    columns: int = 100
    show_values: bool = False
