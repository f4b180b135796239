"""The front door, and what waits for a person."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client

from tests.web.signing_in import with_second_step
from tests.web.town import Town

pytestmark = pytest.mark.django_db


def page(client: Client, path: str = "/", language: str = "en") -> str:
    return client.get(path, headers={"accept-language": language}).content.decode()


def test_the_database_is_the_one_asked_for() -> None:
    import os

    wanted = {"postgres": "postgresql"}.get(os.environ.get("SANSI_TEST_DATABASE", ""), "sqlite")
    assert connection.vendor == wanted


def test_there_are_three_doors_and_those_that_are_shut_say_so(client: Client) -> None:
    said = page(client)

    assert said.count("<li><h2>") == 1
    assert said.count('<li class="shut"><h2>') == 2
    assert said.count("Not open here yet.") == 2


def test_it_speaks_both_languages(client: Client) -> None:
    assert "三思而后发" in page(client, language="zh-CN")
    assert "Think thrice" in page(client, language="en")
    assert "三思而后发" in page(client, language="de")


def test_nobody_sees_what_waits_before_they_signed_in(client: Client) -> None:
    assert "Waiting for you" not in page(client)
    assert client.get("/duties/").headers["Location"] == "/accounts/login/?next=/duties/"


def test_my_duties_are_those_i_have(client: Client, town: Town) -> None:
    with_second_step(town.rita)
    client.force_login(town.rita)

    said = page(client, "/duties/")

    assert "registrar" in said
    assert "administrator" not in said


def test_whoever_has_none_is_told_that_none_are_needed(client: Client, town: Town) -> None:
    client.force_login(town.dora)

    assert "To check drafts you need none" in page(client, "/duties/")


class TestLanguage:
    """The switch, and what it remembers."""

    def test_a_choice_is_kept(self, client: Client) -> None:
        client.get("/?language=zh-hans")

        assert '<html lang="zh-hans">' in page(client, language="en")

    def test_the_switch_keeps_the_rest_of_the_address(self, client: Client) -> None:
        assert "?q=a&amp;page=2&amp;language=en" in page(client, "/?q=a&page=2")

    def test_an_unknown_language_is_left_alone(self, client: Client) -> None:
        answer = client.get("/?language=xx")

        assert "django_language" not in answer.cookies

    def test_what_a_person_has_set_goes_before_the_browser(self, client: Client, town: Town) -> None:
        town.dora.language = "zh-hans"
        town.dora.save()
        client.force_login(town.dora)

        assert '<html lang="zh-hans">' in page(client, language="en")
        client.get("/?language=en")
        assert '<html lang="en">' in page(client, language="zh")
