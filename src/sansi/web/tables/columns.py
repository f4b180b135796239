"""列与筛选 · What a table shows of each row, and what its rows may be narrowed to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `value` takes what is shown and exported out of a row.

    `sort` and `search` name fields of the query by which it can be sorted and in which words are looked for; of rows
    that come in a list, anything there says that it can, and `value` itself is used.
    """

    key: str
    title: Words
    value: Callable[[Any], Any]
    sort: Sequence[str] = ()
    link: Callable[[Any], str | None] | None = None
    search: Sequence[str] = ()
    number: bool = False
    exported: bool = True

    def plain(self, row: Any) -> str:
        """The cell as text, for files and for people."""
        return plain(self.value(row))


@dataclass(frozen=True, slots=True)
class Choice:
    """A list to choose from above the table. `of` makes the condition; for rows in a list, a test of each row.

    With a `default`, that is chosen until another is, and one of the options should be all.
    """

    key: str
    title: Words
    options: Sequence[tuple[str, Words]]
    of: Callable[[str], Q | Callable[[Any], bool]]
    default: str = ""


def plain(value: Any) -> str:
    """A value as text: days and times as ISO 8601 has them, in the time zone of the place; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        local = timezone.localtime(value) if timezone.is_aware(value) else value
        return f"{local:%Y-%m-%d %H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value)
