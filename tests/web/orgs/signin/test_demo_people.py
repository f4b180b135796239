"""Passwords of the demonstration stand in the documentation: they open nothing else."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

from sansi.web.orgs.demo_people import is_demo_address
from sansi.web.orgs.models import Person
from tests.web.signing_in import sign_in


def test_they_do_not_come_in_where_there_is_no_demonstration(
    client: Client, dora: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(settings.SANSI, "SANSI_DEMO", False)

    assert sign_in(client, dora) == "/accounts/inactive/"
    assert client.get("/duties/").status_code == 302


@pytest.mark.parametrize("email", ["a@example.org", "a@EXAMPLE.gov.cn", "a@city.example"])
def test_their_addresses_are_reserved_ones(email: str) -> None:
    assert is_demo_address(email)


@pytest.mark.parametrize("email", ["a@yunqiao.gov.cn", "a@notexample.org", "example.org@qq.com", ""])
def test_those_of_others_are_not(email: str) -> None:
    assert not is_demo_address(email)
