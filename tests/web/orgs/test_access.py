from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from sansi.web.audit.refused import Refused
from sansi.web.orgs import access, hooks
from sansi.web.orgs.actions.duties import give_duty
from sansi.web.orgs.actions.people import invite
from sansi.web.orgs.actions.units import close_unit
from sansi.web.orgs.hooks import Hook, Waiting
from sansi.web.orgs.models import Kind, Person
from tests.web.town import Town, grant

pytestmark = pytest.mark.django_db


def test_a_stranger_and_somebody_suspended_see_nothing(town: Town) -> None:
    Person.objects.filter(pk=town.mayor.pk).update(is_active=False)
    town.mayor.refresh_from_db()

    for user in (AnonymousUser(), town.mayor):
        for getter in (
            access.units_for, access.people_for, access.duties_for, access.requests_for, access.invitations_for,
            access.uploads_for, access.entries_for, access.duties_of,
        ):  # fmt: skip
            assert not getter(user).exists(), getter
        assert not access.needs_mfa(user)


def test_who_approves_reads_or_administers_needs_two_steps(town: Town) -> None:
    assert access.needs_mfa(town.anna)
    assert not access.needs_mfa(town.dora)
    grant(town.dora, Kind.EDITOR, town.desk)
    assert not access.needs_mfa(town.dora)
    town.dora.is_staff = True
    assert access.needs_mfa(town.dora)


def test_what_stands_below_a_unit_one_has_already_adds_no_condition() -> None:
    assert len(access.within(["00010001", "0001", "0002"]).children) == 3  # nothing, and the two at the top


def test_nothing_is_given_or_sent_in_a_closed_unit(town: Town) -> None:
    close_unit(town.desk, by=town.anna)

    with pytest.raises(Refused):
        give_duty(town.dan, kind=Kind.EDITOR, unit=town.desk, by=town.anna)
    with pytest.raises(Refused):
        invite(email="n@example.org", name="n", unit=town.desk, by=town.anna)


def test_a_hook_has_an_honest_answer_until_an_app_takes_it(town: Town) -> None:
    hook: Hook[[str], bool | None] = Hook(None)
    assert (hook("x"), hook.taken) == (None, False)

    def answer(matter: str) -> bool:
        return matter == "x"

    hook.take(answer)
    hook.take(answer)
    assert (hook("x"), hook.taken) == (True, True)
    with pytest.raises(RuntimeError):
        hook.take(lambda _matter: False)
    hook.leave()
    assert hook("x") is None
    assert hooks.genuine_account(town.root, "x") is None
    assert hooks.training_valid(town.dora, "x") is None
    assert hooks.open_case("x") is None


def test_what_is_due_comes_before_what_has_waited(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    now, today = timezone.now(), timezone.localdate()
    items = [
        Waiting("old", "/o", now - timedelta(days=9)),
        Waiting("new", "/n", now),
        Waiting("later", "/l", now, today + timedelta(days=5)),
        Waiting("due", "/d", now, today),
    ]
    monkeypatch.setattr(hooks, "_WAITING", [lambda _p: items[:2], lambda _p: items[2:]])

    assert [item.title for item in hooks.waiting_for(town.dora)] == ["due", "later", "old", "new"]
