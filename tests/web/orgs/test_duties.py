from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from sansi.web.audit.models import Entry
from sansi.web.audit.refused import Refused
from sansi.web.orgs import access
from sansi.web.orgs.actions.duties import (
    ask_for_duty,
    decide_request,
    give_duty,
    hand_on_duty,
    take_back_duty,
    withdraw_request,
)
from sansi.web.orgs.duties import MEANINGS
from sansi.web.orgs.models import Duty, DutyRequest, Kind, Person
from tests.web.town import Town, grant

pytestmark = pytest.mark.django_db


def today(plus: int = 0) -> Any:
    return timezone.localdate() + timedelta(days=plus)


def test_every_duty_has_its_meaning() -> None:
    assert set(MEANINGS) == set(Kind)


def test_a_duty_reaches_what_is_below_and_nothing_else(town: Town) -> None:
    give_duty(town.dora, kind=Kind.EDITOR, unit=town.office, by=town.anna)

    assert access.has(town.dora, town.office, Kind.EDITOR)
    assert access.has(town.dora, town.desk, Kind.EDITOR)
    assert not access.has(town.dora, town.root, Kind.EDITOR)
    assert not access.has(town.dora, town.school, Kind.EDITOR)
    assert not access.has(town.dora, town.desk, Kind.APPROVER)


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("giver", ["mayor", "audrey", "anna", "ada", "rita", "otto", "dora"])
@pytest.mark.parametrize("where", ["root", "office", "school", "desk"])
def test_nobody_gives_what_they_do_not_hold(town: Town, kind: Kind, giver: str, where: str) -> None:
    """Every giver × duty × unit, against the rule said in words."""
    by, unit = getattr(town, giver), getattr(town, where)
    reach = {
        "mayor": "TTTT",
        "audrey": "TTTT",
        "anna": "-T-T",
        "ada": "-T-T",
        "rita": "----",
        "otto": "--T-",
        "dora": "----",
    }
    over = reach[giver]["root office school desk".split().index(where)] == "T"
    auditor, admin = giver in {"audrey", "ada"}, giver in {"mayor", "anna", "otto"}
    allowed = over and (auditor if kind == Kind.AUDITOR else admin)

    try:
        give_duty(town.dan, kind=kind, unit=unit, by=by)
    except Refused:
        assert not allowed
        assert not Duty.objects.filter(person=town.dan).exists()
    else:
        assert allowed


def test_the_first_auditor_is_named_by_the_administrator_of_the_top(town: Town) -> None:
    Duty.objects.filter(kind=Kind.AUDITOR).delete()
    with pytest.raises(Refused):
        give_duty(town.dan, kind=Kind.AUDITOR, unit=town.office, by=town.anna)

    give_duty(town.dan, kind=Kind.AUDITOR, unit=town.root, by=town.mayor)

    with pytest.raises(Refused):
        give_duty(town.sam, kind=Kind.AUDITOR, unit=town.root, by=town.mayor)


def test_nobody_gives_themself_anything(town: Town) -> None:
    with pytest.raises(Refused):
        give_duty(town.mayor, kind=Kind.APPROVER, unit=town.root, by=town.mayor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Duty.objects.create(person=town.mayor, kind=Kind.APPROVER, unit=town.root, given_by=town.mayor)


def test_who_looks_after_whom_stays_apart(town: Town) -> None:
    with pytest.raises(Refused):
        give_duty(town.anna, kind=Kind.AUDITOR, unit=town.root, by=town.audrey)
    with pytest.raises(Refused):
        give_duty(town.ada, kind=Kind.ADMINISTRATOR, unit=town.desk, by=town.mayor)

    give_duty(town.ada, kind=Kind.ADMINISTRATOR, unit=town.school, by=town.mayor)


def test_a_duty_makes_sense_or_is_refused(town: Town) -> None:
    give_duty(town.dora, kind=Kind.EDITOR, unit=town.desk, by=town.anna, from_on=today(), until_on=today(5))
    for wrong in (
        {"until_on": today(-1)},
        {"from_on": today(3), "until_on": today(2)},
        {"from_on": today(4)},
    ):
        with pytest.raises(Refused):
            give_duty(town.dora, kind=Kind.EDITOR, unit=town.desk, by=town.anna, **wrong)
    give_duty(town.dora, kind=Kind.EDITOR, unit=town.desk, by=town.anna, from_on=today(6))

    Person.objects.filter(pk=town.dan.pk).update(is_active=False)
    town.dan.refresh_from_db()
    with pytest.raises(Refused):
        give_duty(town.dan, kind=Kind.EDITOR, unit=town.desk, by=town.anna)


def test_a_duty_begins_and_ends_on_its_days(town: Town) -> None:
    duty = give_duty(
        town.dora, kind=Kind.EDITOR, unit=town.desk, by=town.anna, from_on=today(2), until_on=today(4)
    )

    held = [Duty.objects.filter(access.in_force(today(day)), pk=duty.pk).exists() for day in range(1, 6)]
    assert held == [False, True, True, True, False]


def test_a_holder_hands_on_within_their_own_time_only(town: Town) -> None:
    mine = grant(town.rita, Kind.REGISTRAR, town.desk)
    Duty.objects.filter(pk=mine.pk).update(until_on=today(10))
    mine.refresh_from_db()

    with pytest.raises(Refused):
        hand_on_duty(mine, to=town.dora, from_on=today(), until_on=today(11), by=town.rita)
    with pytest.raises(Refused):
        hand_on_duty(mine, to=town.dora, from_on=today(-1), until_on=today(1), by=town.rita)
    with pytest.raises(Refused):
        hand_on_duty(mine, to=town.rita, from_on=today(), until_on=today(1), by=town.rita)
    with pytest.raises(Refused):
        hand_on_duty(mine, to=town.dora, from_on=today(), until_on=today(1), by=town.anna)
    made = hand_on_duty(mine, to=town.dora, from_on=today(), until_on=today(10), by=town.rita)

    assert access.has(town.dora, town.desk, Kind.REGISTRAR)
    with pytest.raises(Refused):
        hand_on_duty(made, to=town.dan, from_on=today(), until_on=today(1), by=town.dora)


def test_what_was_handed_on_ends_with_its_source(town: Town) -> None:
    mine = grant(town.rita, Kind.APPROVER, town.office)
    made = hand_on_duty(mine, to=town.dora, from_on=today(), until_on=today(9), by=town.rita)
    assert made.is_current

    Person.objects.filter(pk=town.rita.pk).update(is_active=False)
    assert not access.has(town.dora, town.desk, Kind.APPROVER)
    Person.objects.filter(pk=town.rita.pk).update(is_active=True)
    assert access.has(town.dora, town.desk, Kind.APPROVER)

    take_back_duty(mine, by=town.anna)
    assert not access.has(town.dora, town.desk, Kind.APPROVER)
    with pytest.raises(Refused):
        hand_on_duty(
            Duty.objects.get(pk=mine.pk), to=town.dan, from_on=today(), until_on=today(1), by=town.rita
        )


def test_a_duty_is_taken_back_once(town: Town) -> None:
    duty = grant(town.dora, Kind.EDITOR, town.desk)
    take_back_duty(duty, by=town.anna)

    with pytest.raises(Refused):
        take_back_duty(duty, by=town.anna)
    assert not access.has(town.dora, town.desk, Kind.EDITOR)


def test_the_last_administrator_of_the_top_stays(town: Town) -> None:
    duty = Duty.objects.get(person=town.mayor)
    with pytest.raises(Refused):
        take_back_duty(duty, by=town.mayor)

    grant(town.deputy, Kind.ADMINISTRATOR, town.root)
    take_back_duty(duty, by=town.mayor)


def asked(
    town: Town, person: str = "dora", kind: Kind = Kind.EDITOR, where: str = "desk", by: str = ""
) -> DutyRequest:
    who = getattr(town, person)
    return ask_for_duty(
        who, kind=kind, unit=getattr(town, where), reason="需要", by=getattr(town, by or person)
    )


@pytest.mark.parametrize(
    ("person", "kind", "where", "decider"),
    [
        ("dora", Kind.EDITOR, "desk", "anna"),  # no administrator at the desk: the office above it
        ("anna", Kind.EDITOR, "desk", "mayor"),  # her own: past her, to the top
        ("dora", Kind.AUDITOR, "desk", "ada"),  # auditors are named by auditors
        ("sam", Kind.EDITOR, "school", "otto"),
    ],
)
def test_a_request_goes_to_the_nearest_above(
    town: Town, person: str, kind: Kind, where: str, decider: str
) -> None:
    request = asked(town, person, kind, where)

    assert access.deciders_of(request)[1] == [getattr(town, decider)]


def test_the_first_auditor_can_be_asked_for(town: Town) -> None:
    Duty.objects.filter(kind=Kind.AUDITOR).delete()

    assert access.deciders_of(asked(town, kind=Kind.AUDITOR, where="root"))[1] == [town.mayor]


def test_a_request_that_nobody_can_decide_is_refused_at_once(town: Town) -> None:
    with pytest.raises(Refused):
        asked(town, "mayor", Kind.EDITOR, "root")


def test_nobody_decides_their_own_request(town: Town) -> None:
    own = asked(town, "dora", by="anna")
    for_her = asked(town, "anna", Kind.EDITOR, "office", by="rita")

    for request in (own, for_her):
        with pytest.raises(Refused):
            decide_request(request, approve=True, by=town.anna)
        with pytest.raises(IntegrityError), transaction.atomic():
            DutyRequest.objects.filter(pk=request.pk).update(decided_by=town.anna)


def test_an_approved_request_becomes_a_duty(town: Town) -> None:
    request = asked(town)

    decide_request(request, approve=True, by=town.anna)

    assert access.has(town.dora, town.desk, Kind.EDITOR)
    assert list(Entry.objects.values_list("action", flat=True)[:3]) == [
        "request.approved",
        "duty.given",
        "request.made",
    ]
    with pytest.raises(Refused):
        decide_request(request, approve=False, answer="不", by=town.mayor)


def test_a_refusal_says_why(town: Town) -> None:
    request = asked(town)
    with pytest.raises(Refused):
        decide_request(request, approve=False, by=town.anna)

    decide_request(request, approve=False, answer="先培训", by=town.anna)

    assert (request.state, request.answer) == ("refused", "先培训")
    assert not Duty.objects.filter(person=town.dora).exists()


def test_who_may_not_give_may_not_decide(town: Town) -> None:
    with pytest.raises(Refused):
        decide_request(asked(town), approve=True, by=town.otto)


def test_the_same_is_asked_once_and_can_be_withdrawn(town: Town) -> None:
    request = asked(town)
    with pytest.raises(Refused):
        asked(town)

    withdraw_request(request, by=town.dora)
    with pytest.raises(Refused):
        withdraw_request(request, by=town.dora)
    asked(town)
