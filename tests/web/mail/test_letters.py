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
    # The rest of the link says when it was made.
    assert token_of(row).split(":")[0] in sent.body
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


def test_somebody_without_a_language_gets_the_language_of_the_site(place: Town) -> None:
    invited(place, language="")

    work()

    assert mail.outbox[0].subject == "三思：服务窗口邀请您加入"
    assert "前有效" in mail.outbox[0].body
    assert "token" not in mail.outbox[0].body


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_letter_speaks_one_language(place: Town, language: str) -> None:
    from sansi.web.audit import heads
    from sansi.web.mail.letters import LETTERS, send
    from sansi.web.orgs.actions.duties import ask_for_duty, decide_request, give_duty
    from sansi.web.orgs.letters import head_key
    from sansi.web.orgs.models import Kind, Person

    Person.objects.update(language=language)
    Person.objects.update(name="甲" if language == "zh-hans" else "Jia")
    for person in place.people.values():
        person.refresh_from_db()
    keys = {"orgs.duty_given": give_duty(place.dan, kind=Kind.EDITOR, unit=place.desk, by=place.anna).pk}
    request = ask_for_duty(place.dora, kind=Kind.EDITOR, unit=place.desk, reason="-", by=place.dora)
    made = [LETTERS["orgs.request_made"](request.pk), LETTERS["orgs.digest"](place.anna.pk)]
    decide_request(request, approve=True, by=place.anna)
    row = heads.sign_day()
    assert row is not None
    keys |= {"orgs.request_decided": request.pk, "orgs.head": head_key(place.audrey, row)}
    keys["orgs.invitation"] = invited(place, language).pk
    made += [LETTERS[name](key) for name, key in keys.items()]
    Invitation.objects.filter(pk=keys["orgs.invitation"]).update()
    for letter in made:
        assert letter is not None
        send(letter)

    assert len(mail.outbox) == 6
    import re

    for sent in mail.outbox:
        text = re.sub(r"https?://\S+|/\S+|\{.*\}|Sansi|Jia|牛恩", " ", f"{sent.subject}\n{sent.body}")
        foreign = r"[A-Za-z]{2,}" if language == "zh-hans" else r"[\u4e00-\u9fff]+"
        assert re.findall(foreign, text) == [], text
