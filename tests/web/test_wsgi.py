"""The short way of the API carries what every answer carries, and ends where people have to sign in."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from typing import Any

import pytest

pytestmark = pytest.mark.django_db


def asked(
    path: str, body: bytes = b'{"text": "13812345678"}', **more: str
) -> tuple[str, dict[str, str], bytes]:
    from sansi.web.wsgi import application

    begun: list[Any] = []
    environ = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "REMOTE_ADDR": "127.0.0.1",
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        **more,
    }
    answer = application(environ, lambda *told: begun.extend(told))
    data = b"".join(answer)
    getattr(answer, "close", lambda: None)()
    return begun[0], dict(begun[1]), data


@pytest.mark.parametrize(
    "header",
    [
        "Content-Security-Policy",
        "X-Content-Type-Options",
        "X-Frame-Options",
        "Referrer-Policy",
        "Permissions-Policy",
        "Cross-Origin-Opener-Policy",
        "Cross-Origin-Resource-Policy",
        "Cache-Control",
    ],
)
@pytest.mark.parametrize("body", [b'{"text": "13812345678"}', b"{"])
def test_the_short_way_carries_every_header(header: str, body: bytes) -> None:
    assert asked("/api/v1/check", body)[1][header]


def test_the_short_way_refuses_nul_and_foreign_hosts_too() -> None:
    assert asked("/api/v1/check", QUERY_STRING="lang=%00")[0].startswith("400")
    assert asked("/api/v1/check", HTTP_HOST="evil.example")[0].startswith("400")


def test_both_ways_answer_the_same(client: Any) -> None:
    status, _, data = asked("/api/v1/check")
    full = client.post("/api/v1/check", b'{"text": "13812345678"}', "application/json")

    assert (status, data) == ("200 OK", full.content)


def test_nothing_is_set_in_a_browser_by_the_short_way() -> None:
    assert "Set-Cookie" not in asked("/api/v1/check")[1]


def test_where_people_sign_in_there_is_no_short_way() -> None:
    told = "from sansi.web import wsgi; print(wsgi._checks is wsgi._site)"
    env = {k: v for k, v in os.environ.items() if not k.startswith("SANSI_DATABASE")} | {
        "SANSI_CHECK_SIGN_IN": "1",
        "DJANGO_SETTINGS_MODULE": "sansi.web.settings",
    }
    done = subprocess.run([sys.executable, "-c", told], env=env, capture_output=True, text=True, check=True)

    assert done.stdout.split()[-1] == "True"
