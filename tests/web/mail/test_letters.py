from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from sansi.web.jobs.worker import SansiWorker
from sansi.web.mail import letters
from sansi.web.orgs.actions.people import invite, token_of, withdraw_invitation
from sansi.web.orgs.models import Invitation
from tests.web.town import Town, found_town

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def place() -> Town:
    return found_town()


def work() -> None:
    SansiWorker(once=True).run()


def invited(place: Town, language: str = "en") -> Invitation:
    return invite(email="New@example.org", name="牛恩", unit=place.desk, by=place.anna, language=language)


def test_an_invitation_is_sent_in_the_language_of_the_person(place: Town) -> None:
    row = invited(place)

    work()

    (sent,) = mail.outbox
    assert sent.to == ["new@example.org"]
    assert sent.subject == "Come in to Sansi: Service Desk has invited you"
    assert token_of(row) in sent.body
    assert sent.extra_headers["Auto-Submitted"] == "auto-generated"


def test_the_job_holds_neither_address_nor_link(place: Town) -> None:
    row = invited(place)

    kept = str(list(DBTaskResult.objects.values()))

    assert "new@" not in kept
    assert row.nonce not in kept


def test_a_letter_about_something_withdrawn_is_not_sent(place: Town) -> None:
    withdraw_invitation(invited(place), by=place.anna)

    work()

    assert mail.outbox == []


def test_a_letter_is_tried_again_when_the_server_is_away(
    place: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    invited(place)
    real, calls = letters.send, []

    def flaky(made: letters.Letter) -> None:
        calls.append(made)
        if len(calls) == 1:
            raise ConnectionRefusedError
        real(made)

    monkeypatch.setattr(letters, "send", flaky)
    work()
    assert mail.outbox == []
    DBTaskResult.objects.update(run_after=timezone.now() - timedelta(seconds=1))
    work()

    assert len(mail.outbox) == 1


def test_an_unknown_letter_is_refused_when_it_is_posted() -> None:
    with pytest.raises(KeyError):
        letters.post("orgs.nothing", 1)


def test_names_are_not_escaped_in_a_letter(place: Town) -> None:
    invite(email="x@example.org", name="O'Neill & <b>", unit=place.desk, by=place.anna, language="en")

    work()

    assert "O'Neill & <b>" in mail.outbox[0].body


def test_a_name_cannot_add_a_header(place: Town, settings: Any) -> None:
    place.desk.name_en = "Desk\nBcc: all@example.org"
    place.desk.save()
    invited(place)

    work()

    assert mail.outbox[0].recipients() == ["new@example.org"]
    assert "Bcc" not in mail.outbox[0].subject
