"""What machines ask."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.db import DatabaseError
from django.test import Client

from sansi.web.home import health
from sansi.web.jobs.models import Worker

pytestmark = pytest.mark.django_db


def test_the_process_lives(client: Client) -> None:
    assert client.get("/healthz").content == b"ok\n"


def test_it_is_not_ready_without_a_worker(client: Client) -> None:
    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.json() == {"database": True, "migrations": True, "worker": False}


def test_it_is_ready_with_one(client: Client) -> None:
    Worker.objects.create(name="w", host="h", pid=1)

    assert client.get("/readyz").status_code == 200


def test_a_database_that_can_not_be_written_is_not_ready(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> bool:
        raise DatabaseError("disk full")

    monkeypatch.setitem(health.PARTS, "database", full)

    assert client.get("/readyz").json()["database"] is False


@pytest.mark.parametrize("header", ["", "Bearer ", "Bearer wrong", "Bearer ключ"])
def test_metrics_are_not_there_for_whoever_lacks_the_key(
    client: Client, monkeypatch: pytest.MonkeyPatch, header: str
) -> None:
    assert client.get("/metrics", headers={"authorization": header}).status_code == 404
    monkeypatch.setitem(settings.SANSI, "SANSI_METRICS_KEY", "right")
    assert client.get("/metrics", headers={"authorization": header}).status_code == 404


def test_metrics_count(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(settings.SANSI, "SANSI_METRICS_KEY", "right")

    said = client.get("/metrics", headers={"authorization": "Bearer right"}).content.decode()

    assert "sansi_workers_alive 0\n" in said
    assert {line.split()[0] for line in said.splitlines() if not line.startswith("#")} == {*health.COUNTS}
