"""The organisation's own identity provider (OpenID Connect), played by a small one on this machine."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client, override_settings

from sansi.web.orgs.models import Person
from sansi.web.settings.signin import signin
from tests.web.signing_in import with_second_step


class Provider(ThreadingHTTPServer):
    """Says who somebody is; keeps what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.person: dict[str, object] = {}
        self.exchanged: dict[str, list[str]] = {}


class Answer(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        url = self.server.url
        if self.path.startswith("/.well-known/"):
            self.say(
                {
                    "issuer": url,
                    "authorization_endpoint": f"{url}/authorize",
                    "token_endpoint": f"{url}/token",
                    "userinfo_endpoint": f"{url}/userinfo",
                    "token_endpoint_auth_methods_supported": ["client_secret_post"],
                }
            )
        else:
            self.say(self.server.person)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.exchanged = parse_qs(body.decode())
        self.say({"access_token": "t", "token_type": "Bearer"})

    def say(self, what: object) -> None:
        data = json.dumps(what).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_args: object) -> None:
        """Nothing."""


@pytest.fixture
def provider() -> Iterator[Provider]:
    from django.conf import settings

    server = Provider()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    chosen = {
        "SANSI_OIDC_URL": server.url,
        "SANSI_OIDC_NAME": "云桥统一认证",
        "SANSI_OIDC_CLIENT": "sansi",
        "SANSI_OIDC_SECRET": "between us",
    }
    providers = signin(settings.SANSI | chosen)["SOCIALACCOUNT_PROVIDERS"]
    with override_settings(SOCIALACCOUNT_PROVIDERS=providers):
        yield server
    server.shutdown()
    server.server_close()


START = "/accounts/oidc/organisation/login/"


def come_in(client: Client, provider: Provider, **person: object) -> str:
    """Go there and back; where the visitor ends."""
    provider.person = {"sub": "7", **person}
    there = client.post(START)
    asked = parse_qs(urlsplit(there.headers["Location"]).query)
    back = client.get(
        "/accounts/oidc/organisation/login/callback/", {"code": "c", "state": asked["state"][0]}
    )
    return back.headers.get("Location") or back.content.decode()


def test_the_sign_in_page_offers_it_by_its_name(client: Client, provider: Provider, dora: Person) -> None:
    page = client.get("/accounts/login/", headers={"accept-language": "en"}).content.decode()

    assert "Sign in with 云桥统一认证" in page
    assert f'action="{START}' in page


def test_whoever_is_known_by_their_address_comes_in(client: Client, provider: Provider, dora: Person) -> None:
    assert come_in(client, provider, email=dora.email.upper(), name="Dora") == "/"
    assert client.get("/duties/").status_code == 200
    assert SocialAccount.objects.get().user == dora


def test_what_is_exchanged_can_not_be_used_by_whoever_saw_the_address(
    client: Client, provider: Provider, dora: Person
) -> None:
    there = client.post(START)
    asked = parse_qs(urlsplit(there.headers["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"]

    come_in(client, provider, email=dora.email)

    assert provider.exchanged["code_verifier"]
    assert provider.exchanged["client_secret"] == ["between us"]


def test_a_stranger_does_not_come_in_and_no_account_is_made(
    client: Client, provider: Provider, dora: Person
) -> None:
    before = Person.objects.count()

    client.get("/?language=en")
    said = come_in(client, provider, email="stranger@example.org", name="Stranger")

    assert "You are not known here yet" in said
    assert client.get("/duties/").status_code == 302
    assert Person.objects.count() == before


def test_the_second_step_is_asked_for_all_the_same(client: Client, provider: Provider, mayor: Person) -> None:
    with_second_step(mayor)

    assert come_in(client, provider, email=mayor.email) == "/accounts/2fa/authenticate/"
    assert client.get("/duties/").status_code == 302


def test_going_there_needs_a_form_that_was_sent(client: Client, provider: Provider) -> None:
    assert client.get(START).status_code == 200


def test_an_answer_nobody_asked_for_opens_nothing(client: Client, provider: Provider, dora: Person) -> None:
    client.get("/accounts/oidc/organisation/login/callback/", {"code": "c", "state": "made up"})

    assert client.get("/duties/").status_code == 302


def test_the_policy_lets_the_form_lead_there() -> None:
    import os
    import subprocess
    import sys

    code = (
        "from sansi.web.settings import CONTENT_SECURITY_POLICY as p; print(p['DIRECTIVES']['form-action'])"
    )
    env = os.environ | {"SANSI_OIDC_URL": "https://id.yunqiao.gov.cn/realms/city"}
    env.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
    env.pop("SANSI_TEST_DATABASE", None)
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)

    assert "https://id.yunqiao.gov.cn'" in done.stdout
    assert "realms" not in done.stdout
