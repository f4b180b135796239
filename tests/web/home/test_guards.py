"""What every request must pass and every answer must carry."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

pytestmark = pytest.mark.django_db
WANTED = {
    "Content-Security-Policy": "default-src 'none'",
    "Permissions-Policy": "camera=()",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "",
}


def addresses(patterns: list[URLPattern | URLResolver], before: str = "/") -> Iterator[str]:
    """Every address, with made-up values where one has a variable."""
    for pattern in patterns:
        at = before + str(pattern.pattern).lstrip("^").rstrip("$").replace("\\Z", "")
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, at)
        elif "(?P" not in at:
            yield "/".join("1" if part.startswith("<") else part for part in at.split("/"))


EVERYWHERE = sorted({*addresses(get_resolver().url_patterns), "/nowhere", "/static/sansi/nowhere.css"})


def test_the_walk_goes_round_the_site() -> None:
    assert len(EVERYWHERE) > 30
    assert {"/", "/accounts/login/", "/check", "/healthz"} <= {*EVERYWHERE}


@pytest.mark.parametrize("path", EVERYWHERE)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_answer_says_what_the_browser_may_do_with_it(client: Client, path: str, method: str) -> None:
    answer = client.generic(method, path)

    assert {name for name, part in WANTED.items() if part not in answer.headers.get(name, "-")} == set()
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "http:" not in policy
    assert "*" not in policy
    assert answer.status_code < 500 or path == "/readyz"


@pytest.mark.parametrize("path", ["/?q=a%00b", "/%00", "/accounts/login/?next=%00", "/check?a=\0"])
def test_a_nul_is_refused_before_it_meets_a_database(client: Client, path: str) -> None:
    assert client.get(path).status_code in {400, 404}


@pytest.mark.parametrize("field", ["login", "password", "next"])
def test_a_nul_in_a_form_is_refused(client: Client, field: str) -> None:
    sent = {"login": "a@example.org", "password": "x"} | {field: "a\0b"}

    answer = client.post("/accounts/login/", sent)

    assert answer.status_code in {200, 400}


def test_a_form_without_its_token_is_refused_in_plain_words() -> None:
    answer = Client(enforce_csrf_checks=True).post(
        "/accounts/login/", {"login": "a"}, headers={"accept-language": "en"}
    )

    assert answer.status_code == 403
    assert "This page was open too long" in answer.content.decode()


def test_a_foreign_host_is_refused(client: Client) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("path", ["/nowhere", "/api/v1/nowhere"])
def test_an_error_repeats_nothing_of_the_address(client: Client, path: str) -> None:
    answer = client.get(f"{path}?q=canary-4711")

    assert answer.status_code == 404
    assert "canary" not in answer.content.decode()


def test_an_error_of_ours_shows_nothing_of_the_program(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sansi.web.home import views

    def broken() -> None:
        raise RuntimeError("canary-4711")

    monkeypatch.setattr(views, "doors", broken)
    client.raise_request_exception = False

    answer = client.get("/", headers={"accept-language": "en"})

    assert answer.status_code == 500
    assert "Something went wrong on our side" in answer.content.decode()
    assert "canary" not in answer.content.decode()
