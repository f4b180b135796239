"""The front door."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_home_page_opens(client: Client) -> None:
    answer = client.get("/", headers={"accept-language": "en"})

    assert answer.status_code == 200
    assert '<html lang="en">' in answer.content.decode()


def test_the_database_is_the_one_asked_for() -> None:
    import os

    wanted = {"postgres": "postgresql"}.get(os.environ.get("SANSI_TEST_DATABASE", ""), "sqlite")
    assert connection.vendor == wanted


def test_the_home_page_speaks_both_languages(client: Client) -> None:
    assert "三思而后发" in client.get("/", headers={"accept-language": "zh-CN"}).content.decode()
    assert "Think thrice" in client.get("/", headers={"accept-language": "en"}).content.decode()
