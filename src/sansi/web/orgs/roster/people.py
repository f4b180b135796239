"""人员表 · A table of people: tried against who is here, and taken over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from secrets import token_urlsafe
from typing import TypeVar

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone

from sansi.web.audit.actions import Act, record_all
from sansi.web.orgs.access import duties_of
from sansi.web.orgs.models import Kind, Membership, Person, Unit
from sansi.web.orgs.models.person import Language, tidy_email
from sansi.web.orgs.roster.columns import Row, What
from sansi.web.orgs.roster.judging import Judged, Verdict, begun, day_of, narrow

# Rows that are written at a time: memory stays the same, however long the table.
_BATCH = 2000
_LANGUAGES = {
    "": "",
    **dict.fromkeys(("中文", "简体中文", "汉语", "zh", "zh-cn", "zh-hans", "chinese"), Language.ZH.value),
    **dict.fromkeys(("英文", "英语", "en", "en-us", "en-gb", "english"), Language.EN.value),
}
T = TypeVar("T")


def _chunks(items: Iterable[T], size: int = _BATCH) -> Iterator[list[T]]:
    waiting = iter(items)
    while chunk := list(islice(waiting, size)):
        yield chunk


@dataclass(slots=True)
class _Known:
    """Somebody who is here."""

    pk: int
    name: str
    active: bool
    # Unit to membership and post, of those that go on.
    serves: dict[int, tuple[int, str]] = field(default_factory=dict)
    # All units they serve in are looked after by whoever brings the table.
    mine: bool = True


class _Trial:
    """One look at a table of people, below a unit."""

    def __init__(self, rows: Iterable[Row], below: Unit, by: Person | None) -> None:
        self.below = below
        self.by = by
        self.judged = begun(rows, What.PEOPLE)
        self.units = {
            code: (pk, path, closed is not None)
            for pk, code, path, closed in Unit.objects.values_list("pk", "code", "path", "closed_on")
        }
        self.known: dict[str, _Known] = {}
        self.first: dict[str, Judged] = {}
        self.seen: dict[tuple[str, str], Judged] = {}

    def run(self) -> list[Judged]:
        for one in self.judged:
            self._cells(one)
            self._unit(one)
        self._know()
        for one in self.judged:
            if one.verdict != Verdict.WRONG:
                self._repeated(one)
            if one.verdict != Verdict.WRONG:
                self._person(one)
        return self.judged

    def _cells(self, one: Judged) -> None:
        cells, facts = one.row.cells, one.facts
        email = facts["email"] = tidy_email(narrow(cells.get("email", "")))
        if email and not any(p.column == "email" for p in one.problems):
            try:
                validate_email(email)
            except ValidationError:
                one.wrong("email", "email")
        language = narrow(cells.get("language", "")).casefold()
        if language not in _LANGUAGES:
            one.wrong("language", "language")
        else:
            facts["language"] = _LANGUAGES[language]
        if "from_on" in cells:
            facts["from_on"] = day_of(cells["from_on"])
            if facts["from_on"] is None or not 1900 <= facts["from_on"].year <= 2200:
                one.wrong("from_on", "day")

    def _unit(self, one: Judged) -> None:
        code = narrow(one.row.cells.get("unit", "")) or self.below.code
        unit = self.units.get(code)
        one.facts["code"] = code
        if unit is None:
            one.wrong("unit", "no_such_unit")
        elif not unit[1].startswith(self.below.path):
            one.wrong("unit", "outside", below=self.below.code)
        elif unit[2]:
            one.wrong("unit", "closed")
        else:
            one.facts["unit"] = unit[0]

    def _know(self) -> None:
        """Who of these is here, and where they serve: a query for each two thousand rows."""
        mine = None
        if self.by is not None:
            mine = tuple(duties_of(self.by, Kind.ADMINISTRATOR).values_list("unit__path", flat=True))
        today = timezone.localdate()
        emails = dict.fromkeys(one.facts["email"] for one in self.judged if one.verdict != Verdict.WRONG)
        for chunk in _chunks(emails):
            people = Person.objects.filter(email__in=chunk).values_list("pk", "email", "name", "is_active")
            by_key = {}
            for pk, email, name, active in people:
                by_key[pk] = self.known[email] = _Known(
                    pk, name, active, mine=self.by is None or pk != self.by.pk
                )
            serving = Membership.objects.filter(person__in=by_key).exclude(until_on__lt=today)
            for key, person, unit, path, post, until in serving.values_list(
                "pk", "person", "unit", "unit__path", "post", "until_on"
            ):
                # One that ends is followed by another, as on their own page.
                if until is None:
                    by_key[person].serves[unit] = (key, post)
                by_key[person].mine &= mine is None or path.startswith(mine)

    def _repeated(self, one: Judged) -> None:
        email = one.facts["email"]
        first = self.first.setdefault(email, one)
        if first.row.cells["name"] != one.row.cells["name"]:
            one.wrong("name", "name_differs", row=first.row.number)
        again = self.seen.setdefault((email, one.facts["code"]), one)
        if again is not one:
            one.wrong("email", "twice", row=again.row.number)

    def _person(self, one: Judged) -> None:
        known = self.known.get(one.facts["email"])
        if known is None:
            one.verdict = Verdict.NEW
            return
        cells = one.row.cells
        one.facts["person"] = known.pk
        if not known.active:
            one.wrong("email", "suspended")
        elif known.name != cells["name"]:
            if not known.mine:
                one.wrong("name", "not_yours")
            one.facts["name"] = cells["name"]
        served = known.serves.get(one.facts["unit"])
        if served is None:
            one.facts["joins"] = True
        elif cells.get("post", served[1]) != served[1]:
            one.facts |= {"membership": served[0], "post": cells["post"]}
        if one.verdict != Verdict.WRONG and {"name", "joins", "membership"} & one.facts.keys():
            one.verdict = Verdict.CHANGED


def try_people(rows: Iterable[Row], below: Unit, by: Person | None) -> list[Judged]:
    """What would become of each row. Nothing is changed."""
    return _Trial(rows, below, by).run()


def take_people(judged: Sequence[Judged], by: Person | None) -> list[int]:
    """Add the new people, enter them in their units, correct names and posts; the keys of who was added.

    The caller holds the transaction.
    """
    keys: dict[str, int] = {}
    for chunk in _chunks(one for one in judged if one.verdict == Verdict.NEW):
        people = _add(chunk, keys)
        _enter(chunk, keys, people, by)
    for chunk in _chunks(one for one in judged if one.verdict == Verdict.CHANGED):
        _correct(chunk, by)
        _enter([one for one in chunk if "joins" in one.facts], keys, {}, by)
    return list(keys.values())


def _add(rows: list[Judged], keys: dict[str, int]) -> dict[int, Person]:
    """Those of the rows who were not added by a row before."""
    firsts = {one.facts["email"]: one for one in reversed(rows) if one.facts["email"] not in keys}
    people = [
        Person(
            email=email,
            name=one.row.cells["name"],
            language=one.facts["language"],
            # What Django takes for "no password", each another; its own way to make one is ten times slower.
            password=UNUSABLE_PASSWORD_PREFIX + token_urlsafe(30),
        )
        for email, one in firsts.items()
    ]
    Person.objects.bulk_create(people)
    keys |= {person.email: person.pk for person in people}
    return {person.pk: person for person in people}


def _enter(rows: list[Judged], keys: dict[str, int], added: dict[int, Person], by: Person | None) -> None:
    """Enter people in units. Who was added only now is recorded with the first unit, in one entry."""
    today = timezone.localdate()
    made = [
        Membership(
            person_id=one.facts.get("person") or keys[one.facts["email"]],
            unit_id=one.facts["unit"],
            post=one.row.cells.get("post", ""),
            from_on=one.facts.get("from_on") or today,
        )
        for one in rows
    ]
    Membership.objects.bulk_create(made)
    acts = []
    for membership in made:
        person = added.pop(membership.person_id, None)
        if person is None:
            acts.append(
                Act("membership.begun", membership, membership.unit_id, {"person": membership.person_id})
            )
        else:
            acts.append(Act("person.added", person, membership.unit_id, {"membership": membership.pk}))
    record_all(acts, by=by)


def _correct(rows: list[Judged], by: Person | None) -> None:
    named = [one for one in rows if "name" in one.facts]
    people = Person.objects.in_bulk([one.facts["person"] for one in named])
    acts = {}
    for one in named:
        person = people[one.facts["person"]]
        person.name = one.facts["name"]
        acts[person.pk] = Act("person.changed", person, one.facts["unit"], {"fields": ["name"]})
    Person.objects.bulk_update(people.values(), ["name"], batch_size=500)
    posts = [one for one in rows if "membership" in one.facts]
    memberships = Membership.objects.in_bulk([one.facts["membership"] for one in posts])
    changed = []
    for one in posts:
        membership = memberships[one.facts["membership"]]
        membership.post = one.facts["post"]
        changed.append(
            Act("membership.changed", membership, membership.unit_id, {"person": membership.person_id})
        )
    Membership.objects.bulk_update(memberships.values(), ["post"], batch_size=500)
    record_all([*acts.values(), *changed], by=by)
