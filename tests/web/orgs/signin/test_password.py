"""Signing in by e-mail and password."""

from __future__ import annotations

import pytest
from django.core.cache import caches
from django.core.management import call_command
from django.test import Client, override_settings

from sansi.web import settings as real
from sansi.web.orgs.models import Person
from tests.web.signing_in import PASSWORD, sign_in


def test_whoever_has_no_duty_comes_in_with_a_password(client: Client, dora: Person) -> None:
    assert sign_in(client, dora) == "/"
    assert client.get("/duties/").status_code == 200


def test_capitals_in_the_address_do_not_matter(client: Client, dora: Person) -> None:
    answer = client.post("/accounts/login/", {"login": dora.email.upper(), "password": PASSWORD})

    assert answer.headers["Location"] == "/"


def test_a_wrong_password_does_not(client: Client, dora: Person) -> None:
    assert sign_in(client, dora, "wrong") == ""
    assert client.get("/duties/").headers["Location"] == "/accounts/login/?next=/duties/"


def test_whoever_was_suspended_does_not(client: Client, dora: Person) -> None:
    Person.objects.filter(pk=dora.pk).update(is_active=False)

    assert sign_in(client, dora) in {"", "/accounts/inactive/"}
    assert client.get("/duties/").status_code == 302


def test_a_stranger_hears_the_same_as_somebody_with_a_wrong_password(client: Client, dora: Person) -> None:
    known = client.post("/accounts/login/", {"login": dora.email, "password": "wrong"})
    unknown = client.post("/accounts/login/", {"login": "nobody@example.org", "password": "wrong"})

    said = [str(answer.context["form"].errors) for answer in (known, unknown)]
    assert said[0] == said[1]


def test_asking_for_a_new_password_tells_nobody_who_is_known(
    client: Client, dora: Person, mailoutbox: list[object]
) -> None:
    answers = [
        client.post("/accounts/password/reset/", {"email": email})
        for email in (dora.email, "nobody@example.org")
    ]

    assert answers[0].headers["Location"] == answers[1].headers["Location"]
    assert len(mailoutbox) == 1


def test_the_link_in_the_letter_sets_a_new_password(
    client: Client, dora: Person, mailoutbox: list[object]
) -> None:
    client.post("/accounts/password/reset/", {"email": dora.email})
    body = mailoutbox[0].body
    link = next(word for word in body.split() if "/password/reset/key/" in word)
    page = client.get(link, follow=True)
    at = page.redirect_chain[-1][0]

    client.post(at, {"password1": "quite another password", "password2": "quite another password"})

    assert sign_in(Client(), dora, "quite another password") == "/"


@pytest.mark.parametrize("password", ["short", "password1234", "dora@example.org"])
def test_a_password_that_is_easily_guessed_is_refused(client: Client, dora: Person, password: str) -> None:
    client.force_login(dora)
    sign_in(client, dora)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})

    answer = client.post(
        "/accounts/password/change/", {"oldpassword": PASSWORD, "password1": password, "password2": password}
    )

    assert answer.context["form"].errors


@pytest.mark.parametrize("path", ["signup/", "email/", "confirm-email/", "3rdparty/", "3rdparty/signup/"])
def test_doors_of_the_library_that_are_not_ours_are_shut(client: Client, dora: Person, path: str) -> None:
    assert client.get(f"/accounts/{path}").status_code == 404
    client.force_login(dora)
    assert client.post(f"/accounts/{path}", {"email": "new@example.org"}).status_code == 404


def test_passwords_are_kept_as_argon2() -> None:
    assert real.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    with override_settings(PASSWORD_HASHERS=real.PASSWORD_HASHERS):
        from django.contrib.auth.hashers import check_password, make_password

        kept = make_password(PASSWORD)
        assert kept.startswith("argon2$argon2id$")
        assert check_password(PASSWORD, kept)


def test_signing_out_needs_a_form_that_was_sent(client: Client, dora: Person) -> None:
    sign_in(client, dora)

    client.get("/accounts/logout/")
    assert client.get("/duties/").status_code == 200
    client.post("/accounts/logout/")
    assert client.get("/duties/").status_code == 302


def test_it_leads_back_but_not_out_of_the_house(client: Client, dora: Person) -> None:
    page = client.post(
        "/accounts/login/", {"login": dora.email, "password": PASSWORD, "next": "https://elsewhere.example/"}
    )

    assert page.headers["Location"] == "/"


class TestGuessing:
    """Five wrong passwords, then even the right one has to wait."""

    @pytest.fixture(autouse=True)
    def _as_it_is_served(self, db: None) -> None:
        # What the workers share; the other tests count in memory.
        with override_settings(CACHES=real.CACHES):
            caches.close_all()
            call_command("createcachetable")
            yield

    def test_the_right_password_has_to_wait_after_five_wrong_ones(self, client: Client, dora: Person) -> None:
        for _ in range(5):
            assert sign_in(client, dora, "wrong") == ""

        # Another worker would have another client, and the same table.
        assert sign_in(Client(), dora) == ""

    def test_another_person_does_not_have_to(self, client: Client, dora: Person, mayor: Person) -> None:
        for _ in range(5):
            sign_in(client, dora, "wrong", REMOTE_ADDR="192.0.2.1")

        assert sign_in(Client(), mayor, REMOTE_ADDR="192.0.2.2") == "/"

    @override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1)
    def test_behind_a_proxy_each_address_has_its_own_allowance(self, dora: Person, mayor: Person) -> None:
        # What the visitor writes stands first, what the proxy adds last.
        for number in range(10):
            sign_in(
                Client(), dora, f"wrong {number}", REMOTE_ADDR="127.0.0.1",
                HTTP_X_FORWARDED_FOR=f"198.51.100.{number}, 192.0.2.1",
            )  # fmt: skip

        assert sign_in(
            Client(), mayor, REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="198.51.100.9, 192.0.2.1"
        ) == ""  # fmt: skip
        assert sign_in(Client(), mayor, REMOTE_ADDR="127.0.0.1", HTTP_X_FORWARDED_FOR="192.0.2.2") == "/"
