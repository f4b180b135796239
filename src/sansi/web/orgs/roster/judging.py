"""逐行评判 · What is said of a row before anything is changed: what would be done, or what is wrong and what is right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sansi.web.orgs.roster.columns import COLUMNS, Column, Row, What

# As the form for one unit has it.
CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


class Verdict(models.TextChoices):
    """What would become of a row."""

    NEW = "new", gettext_lazy("new")
    CHANGED = "changed", gettext_lazy("changed")
    SAME = "same", gettext_lazy("as it is already")
    WRONG = "wrong", gettext_lazy("wrong")


# What can be wrong: what is right. Each stands behind the column's name and what was seen in it.
RIGHT: dict[str, str | Promise] = {
    "empty": gettext_lazy("this may not be empty"),
    "long": gettext_lazy("at most %(limit)s characters"),
    "code": gettext_lazy("up to 40 letters, digits, and any of . _ - behind the first"),
    "email": gettext_lazy("an address like name@example.org"),
    "language": gettext_lazy("one of: 中文, English, or nothing"),
    "day": gettext_lazy("a day like 2026-03-15"),
    "twice": gettext_lazy("this stands in row %(row)s already; each may stand here once"),
    "name_differs": gettext_lazy("row %(row)s gives another name for this address; one person has one name"),
    "no_unit": gettext_lazy("the code of a unit that is here already, or that stands in this table"),
    "no_such_unit": gettext_lazy("the code of a unit that is here already: import units first"),
    "outside": gettext_lazy("a unit at or below %(below)s: the others are not yours to change"),
    "closed": gettext_lazy("an open unit: this one is closed"),
    "moved": gettext_lazy("%(now)s, where it stands now: a table doesn't move units, their own page does"),
    "deep": gettext_lazy("units can be nested %(limit)s levels deep"),
    "circle": gettext_lazy("a unit that is not below this one itself"),
    "above_wrong": gettext_lazy("the unit above it, in row %(row)s, must be right first"),
    "not_yours": gettext_lazy(
        "somebody with this address is known by another name, and you don't look after them: ask them"
    ),
    "suspended": gettext_lazy("this person's sign-in is suspended: restore it on their page first"),
}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a cell."""

    column: str
    seen: str
    right: str
    facts: dict[str, Any] = field(default_factory=dict)

    def said(self, columns: Sequence[Column]) -> str:
        """In words: the column, what was seen, what is right."""
        title = next((column.title for column in columns if column.key == self.column), self.column)
        return _("%(column)s: seen %(seen)s; right: %(right)s") % {
            "column": title,
            "seen": f"“{self.seen[:60]}”" if self.seen else _("nothing"),
            "right": str(RIGHT[self.right]) % self.facts,
        }


@dataclass(slots=True)
class Judged:
    """A row and what is said of it. `facts` is what taking it over needs to know."""

    row: Row
    verdict: Verdict = Verdict.SAME
    problems: list[Problem] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)

    def wrong(self, column: str, right: str, **facts: Any) -> None:
        """Say what is wrong."""
        self.problems.append(Problem(column, self.row.cells.get(column, ""), right, facts))
        self.verdict = Verdict.WRONG

    def kept(self) -> list[Any]:
        """As it is kept with the upload."""
        problems = [[p.column, p.seen, p.right, p.facts] for p in self.problems]
        return [self.row.number, self.row.cells, self.verdict.value, problems]

    @classmethod
    def of(cls, kept: Sequence[Any]) -> Judged:
        """What `kept` made."""
        number, cells, verdict, problems = kept
        return cls(Row(number, cells), Verdict(verdict), [Problem(*problem) for problem in problems])


def begun(rows: Iterable[Row], what: What) -> list[Judged]:
    """The rows, with what can be said of each cell by itself."""
    columns = COLUMNS[what]
    judged = []
    for row in rows:
        one = Judged(row)
        for column in columns:
            text = row.cells.get(column.key, "")
            if column.needed and not text:
                one.wrong(column.key, "empty")
            elif len(text) > column.longest:
                one.wrong(column.key, "long", limit=column.longest)
        judged.append(one)
    return judged


def narrow(text: str) -> str:
    """Full-width letters, digits and signs as the usual ones: input methods write them by mistake."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text).strip()


def day_of(text: str) -> date | None:
    """A day as people write it: 2026-03-15, 2026/3/15, 2026.3.15, 2026年3月15日. None when it is no day."""
    parts = _DAY.fullmatch(narrow(text))
    try:
        return date(*map(int, parts.groups())) if parts else None
    except ValueError:
        return None
