from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone, translation

from sansi.web.audit import heads
from sansi.web.audit.models import Entry
from sansi.web.audit.refused import Refused
from sansi.web.orgs.actions.people import join
from sansi.web.orgs.actions.units import (
    DEEPEST,
    close_unit,
    merge_unit,
    move_unit,
    open_unit,
    rename_unit,
    reopen_unit,
)
from sansi.web.orgs.models import Duty, DutyRequest, Kind, Membership, Unit, UnitEvent
from tests.web.town import Town, grant

pytestmark = pytest.mark.django_db


def last() -> str:
    entry = Entry.objects.first()
    assert entry
    return entry.action


def history(unit: Unit) -> list[str]:
    return list(unit.events.order_by("pk").values_list("what", flat=True))


def test_a_unit_is_opened_below_another_and_recorded(town: Town) -> None:
    made = open_unit(town.office, code="N", name="新科", by=town.anna)

    assert made.path.startswith(town.office.path)
    assert (last(), history(made)) == ("unit.opened", ["opened"])
    assert heads.verify()[1] == []


def test_there_is_one_top_and_each_code_once(town: Town) -> None:
    with pytest.raises(Refused):
        open_unit(None, code="N", name="x", by=None)
    with pytest.raises(Refused):
        open_unit(town.root, code="T1", name="x", by=None)


def test_units_nest_only_so_deep(town: Town) -> None:
    unit = town.desk
    for level in range(unit.depth, DEEPEST):
        unit = open_unit(unit, code=f"L{level}", name="x", by=None)
    with pytest.raises(Refused):
        open_unit(unit, code="L", name="x", by=None)
    with pytest.raises(Refused):
        move_unit(
            Unit.objects.get(code="T11"), below=open_unit(town.school, code="S", name="x", by=None), by=None
        )


def test_a_renamed_unit_remembers_its_names(town: Town) -> None:
    rename_unit(town.desk, name="便民窗口", name_en="Help Desk", by=town.anna)

    event = town.desk.events.first()
    assert event is not None
    assert (event.what, event.facts["was"], event.facts["now"]) == ("renamed", "服务窗口", "便民窗口")
    assert last() == "unit.renamed"
    with translation.override("en"):
        assert str(town.desk) == "Help Desk"
    with translation.override("zh-hans"):
        assert str(town.desk) == "便民窗口"


def test_the_same_name_is_no_change(town: Town) -> None:
    before = Entry.objects.count()
    rename_unit(town.desk, name=town.desk.name, name_en=town.desk.name_en, by=town.anna)

    assert Entry.objects.count() == before


def test_a_stale_page_changes_nothing(town: Town) -> None:
    stale = Unit.objects.get(pk=town.desk.pk)
    rename_unit(town.desk, name="一", name_en="", by=town.anna)

    with pytest.raises(Refused):
        rename_unit(stale, name="二", name_en="", by=town.anna)
    assert Unit.objects.get(pk=town.desk.pk).name == "一"


def test_a_moved_unit_takes_along_what_is_below_it(town: Town) -> None:
    leaf = open_unit(town.desk, code="X", name="x", by=None)

    move_unit(town.desk, below=town.school, by=town.mayor)

    leaf.refresh_from_db()
    assert town.school.holds(leaf)
    assert not town.office.holds(leaf)
    assert Unit.objects.find_problems() == ([], [], [], [], [])


@pytest.mark.parametrize(("who", "where"), [("root", "office"), ("office", "office"), ("office", "desk")])
def test_a_unit_cannot_be_moved_below_itself(town: Town, who: str, where: str) -> None:
    with pytest.raises(Refused):
        move_unit(getattr(town, who), below=getattr(town, where), by=town.mayor)


def test_a_closed_unit_keeps_its_history_and_nobody(town: Town) -> None:
    grant(town.dora, Kind.EDITOR, town.desk)
    join(town.rita, unit=town.desk, by=None, from_on=timezone.localdate() + timedelta(days=3))
    DutyRequest.objects.create(
        person=town.dan, kind=Kind.EDITOR, unit=town.desk, reason="x", asked_by=town.dan
    )

    close_unit(town.desk, by=town.anna)

    assert town.desk.is_closed
    assert not Membership.objects.filter(unit=town.desk, until_on__isnull=True).exists()
    assert Membership.objects.filter(unit=town.desk).count() == 2
    assert not Duty.objects.filter(unit=town.desk, ended_at__isnull=True).exists()
    assert DutyRequest.objects.get().state == "withdrawn"
    assert history(town.desk) == ["opened", "closed"]


def test_what_is_closed_is_left_alone(town: Town) -> None:
    close_unit(town.desk, by=town.anna)

    for act in (
        lambda: close_unit(town.desk, by=None),
        lambda: rename_unit(town.desk, name="x", name_en="", by=None),
        lambda: open_unit(town.desk, code="x", name="x", by=None),
        lambda: move_unit(town.school, below=town.desk, by=None),
        lambda: merge_unit(town.school, into=town.desk, by=None),
        lambda: join(town.sam, unit=town.desk, by=None),
    ):
        with pytest.raises(Refused):
            act()


def test_a_unit_with_open_units_below_and_the_top_are_not_closed(town: Town) -> None:
    with pytest.raises(Refused):
        close_unit(town.office, by=None)
    with pytest.raises(Refused):
        close_unit(town.root, by=None)


def test_a_closed_unit_is_reopened_unless_the_one_above_is_closed(town: Town) -> None:
    close_unit(town.desk, by=None, on=date(2026, 1, 1))
    close_unit(town.office, by=None)
    with pytest.raises(Refused):
        reopen_unit(town.desk, by=None)

    reopen_unit(town.office, by=None)
    reopen_unit(town.desk, by=None)

    assert not town.desk.is_closed
    with pytest.raises(Refused):
        reopen_unit(town.desk, by=None)


def test_a_merged_unit_gives_its_people_and_units_but_not_its_duties(town: Town) -> None:
    join(town.sam, unit=town.office, by=None)
    leader = grant(town.rita, Kind.APPROVER, town.office)

    merge_unit(town.office, into=town.school, by=town.mayor)

    town.desk.refresh_from_db()
    leader.refresh_from_db()
    assert town.school.holds(town.desk)
    assert town.office.merged_into == town.school
    assert leader.ended_at is not None
    tomorrow = timezone.localdate() + timedelta(days=1)
    followers = Membership.objects.filter(unit=town.school, from_on=tomorrow)
    assert {m.person for m in followers} == {town.anna, town.ada, town.rita}
    assert UnitEvent.objects.filter(unit=town.school, what="absorbed", other=town.office).exists()
    assert last() == "unit.merged"


@pytest.mark.parametrize(("who", "into"), [("root", "office"), ("office", "desk"), ("office", "office")])
def test_a_unit_is_not_merged_into_itself(town: Town, who: str, into: str) -> None:
    with pytest.raises(Refused):
        merge_unit(getattr(town, who), into=getattr(town, into), by=None)
