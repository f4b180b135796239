"""Where somebody is signed in, and ending it from elsewhere."""

from __future__ import annotations

from django.test import Client

from sansi.web.orgs.models import Person
from tests.web.signing_in import sign_in


def test_one_browser_ends_the_sessions_of_the_others(client: Client, dora: Person) -> None:
    elsewhere = Client(headers={"user-agent": "Telephone"})
    sign_in(client, dora)
    sign_in(elsewhere, dora)
    assert elsewhere.get("/duties/").status_code == 200

    page = client.get("/accounts/sessions/")
    client.post("/accounts/sessions/")

    assert "Telephone" in page.content.decode()
    assert elsewhere.get("/duties/").status_code == 302
    assert client.get("/duties/").status_code == 200


def test_a_new_password_ends_the_other_sessions(client: Client, dora: Person) -> None:
    from tests.web.signing_in import PASSWORD

    elsewhere = Client()
    sign_in(client, dora)
    sign_in(elsewhere, dora)

    client.post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": "quite another one", "password2": "quite another one"},
    )

    assert elsewhere.get("/duties/").status_code == 302
    assert client.get("/duties/").status_code == 200
