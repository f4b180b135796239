"""How tests sign in: by the same pages as people, with the codes that their telephones would show."""

from __future__ import annotations

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client

from sansi.web.orgs.models import Person

PASSWORD = "a long enough password"


def code_of(secret: str) -> str:
    """The six digits that an authenticator app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def with_password(person: Person) -> Person:
    person.set_password(PASSWORD)
    person.save()
    return person


def with_second_step(person: Person) -> str:
    """Give a person an authenticator app; its secret."""
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    return secret


def sign_in(client: Client, person: Person, password: str = PASSWORD, **rest: str) -> str:
    """Where the sign-in form leads: an address, or "" when it is shown again."""
    answer = client.post("/accounts/login/", {"login": person.email, "password": password}, **rest)
    return answer.headers.get("Location", "")


def cookie_of(person: Person) -> dict[str, str]:
    """The session of somebody who has signed in with two steps, for a browser."""
    if not Authenticator.objects.filter(user=person).exists():
        with_second_step(person)
    client = Client()
    client.force_login(person)
    return {"name": "sessionid", "value": client.cookies["sessionid"].value}
