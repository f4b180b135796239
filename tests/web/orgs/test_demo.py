from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django_tasks_db.models import DBTaskResult

from sansi.web.audit import heads
from sansi.web.orgs import demo
from sansi.web.orgs.access import holders, in_force
from sansi.web.orgs.models import Duty, DutyRequest, Kind, Person, Unit
from tests.web.signing_in import code_of

pytestmark = pytest.mark.django_db


def test_the_demo_city_is_alive(settings: Any) -> None:
    settings.SANSI = settings.SANSI | {"SANSI_DEMO": True}
    out = StringIO()
    call_command("seed", stdout=out)
    call_command("seed", stdout=out)

    assert Unit.objects.filter(closed_on=None).count() == 30
    assert Person.objects.count() == demo.PEOPLE + 1
    assert all(holders(kind, unit)[1] for kind in Kind for unit in Unit.objects.filter(depth=1) if kind not in {
        Kind.EDITOR, Kind.APPROVER, Kind.LEARNING}
    )  # fmt: skip
    assert set(Duty.objects.filter(in_force()).values_list("kind", flat=True)) == set(Kind)
    assert DutyRequest.objects.filter(state="open").count() == 2
    assert not DBTaskResult.objects.exists()
    assert heads.verify()[1] == []
    assert Unit.objects.find_problems() == ([], [], [], [], [])
    assert demo.PASSWORD in out.getvalue()


def test_a_demo_officer_signs_in_with_the_code_that_is_shown(settings: Any, client: Client) -> None:
    settings.SANSI = settings.SANSI | {"SANSI_DEMO": True}
    call_command("seed", stdout=StringIO())
    out = StringIO()
    call_command("code", stdout=out)
    assert out.getvalue().strip() == code_of(demo.SECRET)

    first = client.post("/accounts/login/", {"login": f"admin@{demo.DOMAIN}", "password": demo.PASSWORD})
    assert "2fa" in first["Location"]
    client.post(first["Location"], {"code": code_of(demo.SECRET)})
    assert client.get("/org/units/").status_code == 200


def test_no_demo_without_its_setting_nor_beside_a_real_organisation(settings: Any, town: Any) -> None:
    settings.SANSI = settings.SANSI | {"SANSI_DEMO": False}
    with pytest.raises(CommandError):
        call_command("seed")
    with pytest.raises(CommandError):
        call_command("code")
    settings.SANSI = settings.SANSI | {"SANSI_DEMO": True}
    with pytest.raises(CommandError):
        call_command("seed")
    assert not demo.is_planted()
