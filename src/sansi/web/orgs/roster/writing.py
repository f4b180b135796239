"""写出 · The units and people of a part of the tree as tables that can be taken over again, elsewhere or here."""

from __future__ import annotations

from collections.abc import Iterator

from sansi.web.orgs.models import Membership, Unit
from sansi.web.orgs.roster.columns import COLUMNS, What

_CHUNK = 2000
EXAMPLES = {
    What.UNITS: (("B001", "示例科", "Example Section", ""),),
    What.PEOPLE: (("li.example@example.org", "李示例", "B001", "科员", "中文", "2026-03-01"),),
}


def head_of(what: What) -> list[str]:
    """The names of the columns in the reader's language."""
    return [str(column.title) for column in COLUMNS[what]]


def rows_below(unit: Unit, what: What) -> Iterator[list[str]]:
    """The open units at and below one, or who serves there now."""
    return _units(unit) if what == What.UNITS else _people(unit)


def _units(top: Unit) -> Iterator[list[str]]:
    codes = dict(Unit.objects.filter(path__in=top.above).values_list("path", "code"))
    rows = Unit.objects.filter(path__startswith=top.path, closed_on__isnull=True).order_by("path")
    for path, code, name, name_en in rows.values_list("path", "code", "name", "name_en").iterator(_CHUNK):
        codes[path] = code
        yield [code, name, name_en, codes.get(path[: -Unit.steplen], "")]


def _people(top: Unit) -> Iterator[list[str]]:
    rows = Membership.objects.filter(
        Membership.on(),
        unit__path__startswith=top.path,
        unit__closed_on__isnull=True,
        person__erased_at__isnull=True,
    ).order_by("unit__path", "person__name", "pk")
    fields = ("person__email", "person__name", "unit__code", "post", "person__language", "from_on")
    for *texts, day in rows.values_list(*fields).iterator(_CHUNK):
        yield [*texts, day.isoformat()]
