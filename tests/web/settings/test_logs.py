"""What is logged, and above all what is not."""

from __future__ import annotations

import json
import logging

import pytest
from django.test import Client

from sansi.web.settings.logs import LOGGING, JsonLines

pytestmark = pytest.mark.django_db
CANARY = "canary4711"


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a visit leaves in the log."""
    written: list[str] = []

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            written.append(JsonLines().format(record))

    for name in ("django", "sansi", ""):
        monkeypatch.setattr(logging.getLogger(name), "handlers", [Kept()])
        monkeypatch.setattr(logging.getLogger(name), "level", logging.INFO)
    return written


def test_a_visit_is_one_line_of_json_without_address_query_or_path(client: Client, lines: list[str]) -> None:
    client.get(
        f"/?q={CANARY}",
        REMOTE_ADDR="192.0.2.77",
        headers={"user-agent": CANARY, "referer": f"http://{CANARY}/"},
    )

    assert len(lines) == 1
    line = json.loads(lines[0])
    assert {"at", "level", "logger", "method", "route", "status", "ms"} == {*line}
    assert (line["method"], line["route"], line["status"]) == ("GET", "", 200)
    assert CANARY not in lines[0]
    assert "192.0.2" not in lines[0]


def test_a_page_that_is_not_there_is_logged_without_its_name(client: Client, lines: list[str]) -> None:
    client.get(f"/{CANARY}?q={CANARY}")
    client.get("/", headers={"host": f"{CANARY}.example"})

    assert lines
    assert CANARY not in "".join(lines)


def test_an_error_is_logged_by_its_type_and_place_and_not_by_its_words(
    client: Client, lines: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from sansi.web.home import views

    def broken() -> None:
        raise ValueError(CANARY)

    monkeypatch.setattr(views, "doors", broken)
    client.raise_request_exception = False
    client.get(f"/?q={CANARY}")

    told = next(json.loads(line) for line in lines if "error" in line)
    assert told["error"] == "ValueError"
    assert any(place.startswith("views.py:") for place in told["where"])
    assert CANARY not in "".join(lines)


def test_machines_that_ask_all_the_time_are_not_logged(client: Client, lines: list[str]) -> None:
    client.get("/healthz")

    assert lines == []


def test_nobody_is_mailed_what_stood_in_memory() -> None:
    assert {h for logger in LOGGING["loggers"].values() for h in logger["handlers"]} == {"stderr"}
    assert LOGGING["handlers"]["stderr"]["formatter"] == "json"
