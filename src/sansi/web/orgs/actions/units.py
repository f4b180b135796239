"""单位的变动 · Open, rename, move, merge, close and reopen units, without losing what they were."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from sansi.web.audit.actions import record
from sansi.web.audit.refused import Refused
from sansi.web.orgs.models import Duty, DutyRequest, Membership, Person, Unit, UnitEvent

What = UnitEvent.What
DEEPEST = 12


def stale() -> Refused:
    """Somebody else was faster."""
    return Refused(
        _("This has changed since you opened the page. Look at it again, and repeat what you meant to do.")
    )


def lock_tree() -> None:
    """One change at a time: two that move units would compute their paths from the same old state."""
    list(Unit.objects.select_for_update().filter(depth=1))


def _touch(unit: Unit, **values: Any) -> None:
    """Compare and set. Raises Refused when the unit is not as it was when the page was made."""
    changed = Unit.objects.filter(pk=unit.pk, version=unit.version).update(version=F("version") + 1, **values)
    if not changed:
        raise stale()
    unit.refresh_from_db()


def _tell(unit: Unit, what: What, by: Person | None, other: Unit | None = None, **facts: Any) -> None:
    UnitEvent.objects.create(unit=unit, what=what, by=by, other=other, facts=facts)


def _must_be_open(unit: Unit) -> None:
    if unit.is_closed:
        raise Refused(_("%(unit)s is closed.") % {"unit": unit})


def _free_code(code: str) -> None:
    if Unit.objects.filter(code=code).exists():
        raise Refused(_("There is a unit with the code %(code)s already.") % {"code": code})


@transaction.atomic
def open_unit(parent: Unit | None, *, code: str, name: str, name_en: str = "", by: Person | None) -> Unit:
    """Open a unit below another. Without a parent it is the root, of which there is one."""
    lock_tree()
    _free_code(code)
    named = {"code": code, "name": name, "name_en": name_en}
    if parent is None:
        if Unit.objects.filter(depth=1).exists():
            raise Refused(_("There is a unit at the top already; open the new one below it."))
        unit: Unit = Unit.objects.add_root(named)
    else:
        parent.refresh_from_db()
        _must_be_open(parent)
        if parent.depth >= DEEPEST:
            raise Refused(_("Units can be nested %(number)s levels deep.") % {"number": DEEPEST})
        unit = Unit.objects.add_child(parent, named)
    _tell(unit, What.OPENED, by, parent, now=name)
    record("unit.opened", unit, by=by, unit=unit.pk, code=code, parent=parent.pk if parent else None)
    return unit


@transaction.atomic
def rename_unit(unit: Unit, *, name: str, name_en: str, by: Person | None) -> None:
    """Give a unit another name; the old one stays in its history."""
    if (name, name_en) == (unit.name, unit.name_en):
        return
    _must_be_open(unit)
    was, was_en = unit.name, unit.name_en
    _touch(unit, name=name, name_en=name_en)
    _tell(unit, What.RENAMED, by, was=was, now=name, was_en=was_en, now_en=name_en)
    record("unit.renamed", unit, by=by, unit=unit.pk, was=was, now=name)


@transaction.atomic
def move_unit(unit: Unit, *, below: Unit, by: Person | None) -> None:
    """Move a unit, with all below it, below another. Duties over the units above change with its place."""
    lock_tree()
    below.refresh_from_db()
    _must_be_open(below)
    _must_be_open(unit)
    if unit.depth == 1:
        raise Refused(_("The unit at the top can't be moved."))
    if unit.holds(below):
        raise Refused(_("A unit can't be moved below itself."))
    deepest = max(Unit.objects.filter(path__startswith=unit.path).values_list("depth", flat=True))
    if below.depth + 1 + deepest - unit.depth > DEEPEST:
        raise Refused(_("Units can be nested %(number)s levels deep.") % {"number": DEEPEST})
    was = unit.parent
    assert was is not None
    _touch(unit)
    Unit.objects.move(unit, below, pos="last-child")
    unit.refresh_from_db()
    _tell(unit, What.MOVED, by, below, was=was.name, now=below.name)
    record("unit.moved", unit, by=by, unit=unit.pk, was=was.pk, now=below.pk)


@transaction.atomic
def close_unit(unit: Unit, *, by: Person | None, on: date | None = None) -> None:
    """Close a unit: it keeps its place, its history and its past members."""
    _must_be_open(unit)
    if unit.depth == 1:
        raise Refused(_("The unit at the top can't be closed."))
    if unit.children.filter(closed_on__isnull=True).exists():
        raise Refused(_("There are open units below it: move, merge or close them first."))
    day = on or timezone.localdate()
    _touch(unit, closed_on=day)
    served, held = _empty(unit, day)
    _tell(unit, What.CLOSED, by, was=unit.name)
    record("unit.closed", unit, by=by, unit=unit.pk, memberships=served, duties=held)


@transaction.atomic
def reopen_unit(unit: Unit, *, by: Person | None) -> None:
    """Open a closed unit again, empty."""
    if not unit.is_closed:
        raise stale()
    parent = unit.parent
    if parent is not None:
        _must_be_open(parent)
    _touch(unit, closed_on=None, merged_into=None)
    _tell(unit, What.REOPENED, by, now=unit.name)
    record("unit.reopened", unit, by=by, unit=unit.pk)


@transaction.atomic
def merge_unit(unit: Unit, *, into: Unit, by: Person | None) -> None:
    """Merge a unit into another: its people serve there from tomorrow, the units below it move below it.

    Its duties end: over the other unit they would reach people and accounts that were never entrusted to them.
    """
    lock_tree()
    into.refresh_from_db()
    _must_be_open(unit)
    _must_be_open(into)
    if unit.holds(into):
        raise Refused(_("A unit can't be merged into itself or a unit below it."))
    for child in unit.children.filter(closed_on__isnull=True):
        move_unit(child, below=into, by=by)
    today = timezone.localdate()
    moving = Membership.objects.filter(Membership.on(today), unit=unit)
    there = set(
        Membership.objects.filter(unit=into, until_on__isnull=True).values_list("person_id", flat=True)
    )
    followers = [
        Membership(person_id=m.person_id, unit=into, post=m.post, from_on=today + timedelta(days=1))
        for m in moving
        if m.person_id not in there
    ]
    _touch(unit, closed_on=today, merged_into=into)
    served, held = _empty(unit, today)
    Membership.objects.bulk_create(followers)
    _tell(unit, What.MERGED, by, into, was=unit.name, now=into.name)
    _tell(into, What.ABSORBED, by, unit, was=unit.name)
    record("unit.merged", unit, by=by, unit=into.pk, into=into.pk, memberships=served, duties=held)


def _empty(unit: Unit, day: date) -> tuple[int, int]:
    """End the memberships and duties of a unit that closes; how many there were."""
    # Somebody who was to begin tomorrow never will.
    Membership.objects.filter(unit=unit, from_on__gt=day).delete()
    served = Membership.objects.filter(Membership.on(day), unit=unit).update(until_on=day)
    held = Duty.objects.filter(unit=unit, ended_at__isnull=True).update(ended_at=timezone.now())
    DutyRequest.objects.filter(unit=unit, state=DutyRequest.State.OPEN).update(
        state=DutyRequest.State.WITHDRAWN, decided_at=timezone.now()
    )
    return served, held
