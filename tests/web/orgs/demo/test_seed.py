"""The demo city: whole, alive, the same twice, and open to nobody where there is no demonstration."""

from __future__ import annotations

import io
import re

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core import mail
from django.core.management import CommandError, call_command
from django.db.models import Count
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from sansi.web.audit.models import Entry
from sansi.web.orgs.access import duties_of, in_force, needs_mfa
from sansi.web.orgs.demo.city import MERGED, UNITS
from sansi.web.orgs.demo.people import MANY, STARS, everybody
from sansi.web.orgs.demo.seed import PASSWORD, seed
from sansi.web.orgs.hooks import waiting_for
from sansi.web.orgs.models import Duty, DutyRequest, Invitation, Kind, Membership, Person, Unit
from tests.web.town import Town

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(db: None) -> None:
    assert seed()


def test_it_is_alive(city: None) -> None:
    assert Unit.objects.filter(closed_on=None).count() == 30
    assert not Unit.objects.filter(name_en="").exists()
    assert Person.objects.count() == MANY == 200
    in_units = Membership.objects.values("unit").annotate(n=Count("pk"))
    assert len(in_units) == 30
    assert min(row["n"] for row in in_units) >= 2
    assert set(Duty.objects.filter(in_force()).values_list("kind", flat=True)) == set(Kind.values)
    assert Unit.objects.find_problems() == ([], [], [], [], [])


def test_it_has_a_past_and_a_future(city: None) -> None:
    today = timezone.localdate()
    assert Duty.objects.filter(until_on__lt=today).exists()
    assert Duty.objects.filter(from_on__gt=today).exists()
    assert Duty.objects.filter(in_force(), delegated_from__isnull=False).count() == 1
    assert Unit.objects.get(code=MERGED[0]).merged_into
    assert Unit.objects.filter(events__what="renamed").exists()
    assert sum(i.is_open for i in Invitation.objects.all()) >= 4
    assert not all(i.is_open for i in Invitation.objects.all())
    assert DutyRequest.objects.filter(state="open").count() == 4
    assert Entry.objects.count() > 300


def test_something_waits_for_the_officers(city: None) -> None:
    people = {p.email: p for p in Person.objects.all()}
    assert len(waiting_for(people["admin@example.org"])) == 2
    assert len(waiting_for(people["approver@example.org"])) == 1


def test_twice_is_once(city: None) -> None:
    before = (Person.objects.count(), Entry.objects.count())
    assert not seed()
    assert (Person.objects.count(), Entry.objects.count()) == before


def test_an_organisation_that_is_there_is_left_alone(town: Town) -> None:
    with pytest.raises(CommandError):
        call_command("seed")
    assert Unit.objects.count() == 4


def test_it_sends_no_letters_and_leaves_no_jobs(city: None) -> None:
    assert not mail.outbox
    assert not DBTaskResult.objects.exists()


def test_nobody_has_what_must_stay_apart(city: None) -> None:
    for auditor in Person.objects.filter(duties__kind=Kind.AUDITOR):
        assert not duties_of(auditor, Kind.ADMINISTRATOR).exists()


def test_who_needs_a_second_step_has_one(city: None) -> None:
    have = set(Authenticator.objects.values_list("user", flat=True))
    assert have == {person.pk for person in Person.objects.all() if needs_mfa(person)}


def test_its_people_are_the_same_everywhere_and_nobodys() -> None:
    people = everybody()
    assert people == everybody()
    assert len({one.email for one in people}) == len({one.name for one in people}) == MANY
    assert all(re.fullmatch(r"[a-z]+@example\.(org|gov\.cn)", one.email) for one in people)
    assert all(re.fullmatch(r"[\u4e00-\u9fff]{2,4}|Robin Ashgrove", one.name) for one in people)
    assert {one.unit for one in people} - {"YQ"} == {unit[0] for unit in UNITS}


def printed(*command: str) -> str:
    out = io.StringIO()
    call_command(*command, stdout=out)
    return out.getvalue()


def test_it_says_where_and_as_whom() -> None:
    said = printed("seed")
    assert settings.SANSI["SANSI_URL"] in said
    assert PASSWORD in said
    for star in STARS:
        assert star.email in said
    assert "审计员 · auditor" in said
    assert said == printed("seed")


def test_the_code_it_shows_opens_the_door(city: None) -> None:
    client = Client()
    client.post("/accounts/login/", {"login": "admin@example.org", "password": PASSWORD})
    answer = client.post("/accounts/2fa/authenticate/", {"code": printed("code").split()[0]})

    assert answer.status_code == 302
    assert client.get("/org/units/").status_code == 200


def test_somebody_without_such_a_duty_comes_in_with_the_password(city: None) -> None:
    client = Client()
    client.post("/accounts/login/", {"login": "english@example.org", "password": PASSWORD})
    assert client.get("/org/units/").status_code == 200


def test_where_there_is_no_demonstration_nothing_is_made_or_shown(
    city: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(settings.SANSI, "SANSI_DEMO", False)
    for command in ("seed", "code"):
        with pytest.raises(CommandError):
            call_command(command)


def test_codes_of_others_are_not_shown(city: None) -> None:
    for email in ("somebody@yunqiao.gov.cn", "english@example.org"):
        with pytest.raises(CommandError):
            call_command("code", email)
