"""Signing in with two steps, and who has to."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from django.core.mail import EmailMessage
from django.db import connection
from django.test import Client

from sansi.web.orgs.models import Kind, Person
from tests.web.signing_in import PASSWORD, code_of, sign_in, with_second_step
from tests.web.town import Town, grant


def test_a_password_alone_leads_an_administrator_to_the_second_step_only(
    client: Client, mayor: Person
) -> None:
    assert sign_in(client, mayor) == "/"

    for page in ("/", "/duties/", "/check", "/accounts/sessions/", "/accounts/password/change/"):
        assert client.get(page).headers["Location"] == "/accounts/2fa/", page


def test_the_second_step_opens_the_site(client: Client, mayor: Person) -> None:
    secret = with_second_step(mayor)

    assert sign_in(client, mayor) == "/accounts/2fa/authenticate/"
    assert client.get("/duties/").status_code == 302
    client.post("/accounts/2fa/authenticate/", {"code": code_of(secret)})

    assert client.get("/duties/").status_code == 200


def test_a_wrong_code_does_not(client: Client, mayor: Person) -> None:
    secret = with_second_step(mayor)
    sign_in(client, mayor)
    wrong = f"{(int(code_of(secret)) + 1) % 1_000_000:06}"

    client.post("/accounts/2fa/authenticate/", {"code": wrong})

    assert client.get("/duties/").status_code == 302


def test_a_code_works_once(client: Client, mayor: Person) -> None:
    secret = with_second_step(mayor)
    code = code_of(secret)
    for visitor in (client, Client()):
        sign_in(visitor, mayor)
        visitor.post("/accounts/2fa/authenticate/", {"code": code})

    assert client.get("/duties/").status_code == 200
    # Unless the half minute has just passed, the second visitor showed the same code again.
    assert code != code_of(secret) or visitor.get("/duties/").status_code == 302


@pytest.mark.parametrize("kind", [k for k in Kind if k != Kind.EDITOR])
def test_every_duty_but_the_editors_asks_for_it(client: Client, dora: Person, town: Town, kind: Kind) -> None:
    sign_in(client, dora)
    assert client.get("/duties/").status_code == 200

    grant(dora, kind, town.desk)

    assert client.get("/duties/").headers["Location"] == "/accounts/2fa/"


def test_an_editor_needs_none(client: Client, dora: Person, town: Town) -> None:
    grant(dora, Kind.EDITOR, town.desk)

    sign_in(client, dora)

    assert client.get("/duties/").status_code == 200


def test_an_app_is_set_up_by_the_page(client: Client, mayor: Person) -> None:
    sign_in(client, mayor)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    page = client.get("/accounts/2fa/totp/activate/")

    client.post("/accounts/2fa/totp/activate/", {"code": code_of(page.context["form"].secret)})

    assert client.get("/duties/").status_code == 200
    assert {a.type for a in Authenticator.objects.filter(user=mayor)} == {"totp", "recovery_codes"}


def test_a_recovery_code_opens_once(client: Client, mayor: Person) -> None:
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    with_second_step(mayor)
    code = RecoveryCodes.activate(mayor).get_unused_codes()[0]
    for visitor, status in ((client, 200), (Client(), 302)):
        sign_in(visitor, mayor)
        visitor.post("/accounts/2fa/authenticate/", {"code": code})
        assert visitor.get("/duties/").status_code == status


def test_the_back_office_asks_for_both_steps(client: Client, dora: Person) -> None:
    Person.objects.filter(pk=dora.pk).update(is_staff=True, is_superuser=True)
    secret = with_second_step(dora)

    assert client.get("/admin/").headers["Location"].startswith("/admin/login/")
    assert client.get("/admin/login/?next=/admin/").headers["Location"] == "/accounts/login/?next=%2Fadmin%2F"
    answer = client.post("/admin/login/", {"username": dora.email, "password": PASSWORD})
    assert answer.headers["Location"].startswith("/accounts/login/")
    sign_in(client, dora)
    assert client.get("/admin/").status_code == 302
    client.post("/accounts/2fa/authenticate/", {"code": code_of(secret)})
    assert client.get("/admin/").status_code == 200


def test_whoever_needs_it_can_not_take_the_last_one_off(client: Client, mayor: Person) -> None:
    secret = with_second_step(mayor)
    sign_in(client, mayor)
    client.post("/accounts/2fa/authenticate/", {"code": code_of(secret)})
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})

    client.post("/accounts/2fa/totp/deactivate/", {})

    assert Authenticator.objects.filter(user=mayor, type="totp").exists()


def test_whoever_does_not_need_it_can(client: Client, dora: Person) -> None:
    secret = with_second_step(dora)
    sign_in(client, dora)
    client.post("/accounts/2fa/authenticate/", {"code": code_of(secret)})
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})

    client.post("/accounts/2fa/totp/deactivate/", {})

    assert not Authenticator.objects.filter(user=dora, type="totp").exists()


def test_the_secret_lies_sealed_in_the_database(mayor: Person) -> None:
    secret = with_second_step(mayor)

    with connection.cursor() as cursor:
        cursor.execute("SELECT data FROM mfa_authenticator")
        kept = str(cursor.fetchall())
    assert secret not in kept


def test_turning_it_on_writes_to_the_person_in_their_language(
    transactional_db: None, client: Client, mayor: Person, mailoutbox: list[EmailMessage]
) -> None:
    Person.objects.filter(pk=mayor.pk).update(language="zh-hans")
    sign_in(client, mayor)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    english = {"accept-language": "en"}
    page = client.get("/accounts/2fa/totp/activate/", headers=english)

    sent = {"code": code_of(page.context["form"].secret)}
    client.post("/accounts/2fa/totp/activate/", sent, headers=english)

    assert {tuple(letter.to) for letter in mailoutbox} == {(mayor.email,)}
    assert "验证" in mailoutbox[0].subject
