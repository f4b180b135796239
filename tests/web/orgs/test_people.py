from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.utils import timezone

from sansi.web.audit import heads
from sansi.web.audit.models import Entry
from sansi.web.audit.refused import Refused
from sansi.web.orgs import access
from sansi.web.orgs.actions import people as acts
from sansi.web.orgs.models import DutyRequest, Invitation, Kind, Membership, Person
from tests.web.town import Town, grant

pytestmark = pytest.mark.django_db


def invited(town: Town, email: str = "New@Example.org ") -> Invitation:
    return acts.invite(email=email, name="新人", unit=town.desk, by=town.anna)


def test_an_invited_person_chooses_a_password_once(town: Town) -> None:
    row = invited(town)
    token = acts.token_of(row)
    found = acts.invitation_by(token)
    assert found == row

    person = acts.accept_invitation(row, password="correct horse battery")

    assert person.email == "new@example.org"
    assert person.check_password("correct horse battery")
    assert acts.invitation_by(token) is None
    with pytest.raises(Refused):
        acts.accept_invitation(row, password="again")


def test_a_link_that_is_not_ours_or_too_old_is_no_link(town: Town) -> None:
    row = invited(town)
    token = acts.token_of(row)

    assert acts.invitation_by(token[:-1] + ("A" if token[-1] != "A" else "B")) is None
    assert acts.invitation_by("") is None
    Invitation.objects.update(expires_at=timezone.now())
    assert acts.invitation_by(token) is None


def test_a_new_link_ends_the_old_one(town: Town) -> None:
    old = acts.token_of(invited(town))
    new = acts.token_of(invited(town))

    assert acts.invitation_by(old) is None
    assert acts.invitation_by(new) is not None


def test_a_withdrawn_link_is_dead(town: Town) -> None:
    row = invited(town)
    acts.withdraw_invitation(row, by=town.anna)

    assert acts.invitation_by(acts.token_of(row)) is None
    with pytest.raises(Refused):
        acts.withdraw_invitation(row, by=town.anna)


def test_somebody_who_is_here_already_is_not_invited(town: Town) -> None:
    town.dora.set_password("x")
    town.dora.save()
    with pytest.raises(Refused):
        invited(town, "dora@example.org")
    with pytest.raises(Refused):
        invited(town, "sam@example.org")
    with pytest.raises(Refused):
        acts.add_person(email="SAM@example.org", name="s", unit=town.desk, by=None)


def test_service_begins_and_ends(town: Town) -> None:
    row = acts.join(town.sam, unit=town.desk, by=town.anna)
    with pytest.raises(Refused):
        acts.join(town.sam, unit=town.desk, by=town.anna)
    with pytest.raises(Refused):
        acts.end_membership(row, by=town.anna, on=timezone.localdate() - timedelta(days=1))

    acts.end_membership(row, by=town.anna)

    row.refresh_from_db()
    assert row.until_on == timezone.localdate()
    Membership.objects.filter(pk=row.pk).update(
        from_on=timezone.localdate() - timedelta(days=9), until_on=timezone.localdate() - timedelta(days=1)
    )
    with pytest.raises(Refused):
        acts.end_membership(row, by=town.anna)


def test_what_changed_is_recorded_without_its_value(town: Town) -> None:
    acts.change_person(town.dora, name="多拉", language="en", digest=True, by=town.anna, unit=None)
    town.dora.refresh_from_db()
    before = Entry.objects.count()
    acts.change_person(town.dora, name="多拉", language="en", digest=True, by=town.anna, unit=None)

    entry = Entry.objects.first()
    assert entry is not None
    assert entry.told == {"fields": ["language", "name"]}
    assert Entry.objects.count() == before


def test_a_suspended_person_is_out_at_once_and_their_duties_rest(town: Town, client: Any) -> None:
    grant(town.dora, Kind.EDITOR, town.desk)
    client.force_login(town.dora, backend="allauth.account.auth_backends.AuthenticationBackend")

    acts.suspend(town.dora, by=town.anna, unit=None)

    assert not client.get("/").wsgi_request.user.is_authenticated
    assert not access.has(Person.objects.get(pk=town.dora.pk), town.desk, Kind.EDITOR)
    with pytest.raises(Refused):
        acts.suspend(town.dora, by=town.anna, unit=None)
    acts.restore(town.dora, by=town.anna, unit=None)
    assert access.has(Person.objects.get(pk=town.dora.pk), town.desk, Kind.EDITOR)
    with pytest.raises(Refused):
        acts.restore(town.dora, by=town.anna, unit=None)


def test_nobody_suspends_or_erases_themself_or_the_last_administrator(town: Town) -> None:
    for act in (acts.suspend, acts.erase):
        with pytest.raises(Refused):
            act(town.anna, by=town.anna, unit=None)
        with pytest.raises(Refused):
            act(town.mayor, by=town.anna, unit=None)


def test_an_erased_person_is_nowhere_and_the_record_is_whole(town: Town) -> None:
    invited(town)
    person = Person.objects.get(email="new@example.org")
    EmailAddress.objects.create(user=person, email=person.email)
    Authenticator.objects.create(user=person, type="totp", data={})
    DutyRequest.objects.create(
        person=person, kind=Kind.EDITOR, unit=town.desk, reason="我是新人", asked_by=person
    )
    acts.join(person, unit=town.school, by=None, from_on=timezone.localdate() + timedelta(days=2))

    acts.erase(person, by=town.anna, unit=town.desk.pk)

    from django.apps import apps

    kept = " ".join(str(row) for model in apps.get_models() for row in model._base_manager.values())
    assert "new@example.org" not in kept
    assert "新人" not in kept
    assert not Authenticator.objects.exists()
    assert heads.verify()[1] == []


def test_the_people_manager_makes_superusers_and_finds_by_any_case() -> None:
    person = Person.objects.create_superuser("Root@Example.org", "x", name="r")

    assert person.is_superuser
    assert person.is_staff
    assert Person.objects.get_by_natural_key("ROOT@example.org") == person
    person.email = " A@B.c "
    person.clean()
    assert (person.email, person.get_full_name(), str(person)) == ("a@b.c", "r", "r")
