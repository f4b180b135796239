"""The pages on tables: bring one, read the report, take it over or drop it; save one."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from sansi.web.audit.models import Entry
from sansi.web.orgs.models import Person, Unit, Upload
from sansi.web.orgs.roster import actions, reading
from sansi.web.orgs.roster.reading import lines_of
from tests.web.signing_in import with_second_step
from tests.web.town import Town

pytestmark = pytest.mark.django_db
TABLE = "代码,名称,备注\nN1,新科,x\n,坏,\n"


def client_of(person: Person) -> Client:
    client = Client(headers={"accept-language": "en"})
    if not Authenticator.objects.filter(user=person).exists():
        with_second_step(person)
    client.force_login(person)
    return client


@pytest.fixture
def mayor(town: Town) -> Client:
    return client_of(town.mayor)


def bring(client: Client, unit: Unit, text: str | bytes = TABLE, what: str = "units") -> Any:
    file = SimpleUploadedFile("单位.csv", text.encode() if isinstance(text, str) else text)
    return client.post(reverse("orgs:import", args=[unit.pk]), {"what": what, "file": file})


def decide(client: Client, decision: str) -> Any:
    url = reverse("orgs:upload-decide", args=[Upload.objects.get().pk])
    return client.post(url, {"decision": decision}, follow=True)


def text_of(answer: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.content.decode()))


def test_the_page_says_how_and_offers_tables_to_fill_in(town: Town, mayor: Client) -> None:
    page = mayor.get(reverse("orgs:import", args=[town.root.pk]))

    for url in re.findall(r'href="(/org/units/\d+/(?:example|export)/[^"]+)"', page.content.decode()):
        answer = mayor.get(url)
        assert answer.status_code == 200
        assert lines_of(answer.content)[0].cells[0] in {"Unit code", "E-mail"}


def test_a_table_is_tried_reported_and_taken_over(town: Town, mayor: Client) -> None:
    answer = bring(mayor, town.root)
    assert answer.status_code == 302
    report = mayor.get(answer.url)

    said = text_of(report)
    assert "Unit code: seen nothing; right: this may not be empty" in said
    assert "passed over: 备注" in said
    assert "Take over 1 right row and leave out the wrong ones" in said
    assert not Unit.objects.filter(code="N1").exists()

    assert "1 row is taken over" in text_of(decide(mayor, "right"))
    assert Unit.objects.filter(code="N1").exists()


def test_wrong_rows_stand_first_and_can_be_chosen_alone_and_saved(town: Town, mayor: Client) -> None:
    url = bring(mayor, town.root).url
    page = mayor.get(url).content.decode()
    assert page.index(">3<") < page.index(">2<")
    assert "N1" not in text_of(mayor.get(url + "?only=wrong"))
    assert lines_of(mayor.get(url + "?format=csv").content)[1].cells[0] == "3"


def test_all_with_wrong_rows_among_them_is_refused(town: Town, mayor: Client) -> None:
    bring(mayor, town.root)
    assert "Some rows are wrong" in text_of(decide(mayor, "all"))


def test_a_dropped_table_leaves_nothing(town: Town, mayor: Client) -> None:
    bring(mayor, town.root)
    assert "Nothing was changed" in text_of(decide(mayor, "drop"))
    assert Upload.objects.get().rows == []


def test_the_new_people_are_invited_from_the_report(town: Town, mayor: Client) -> None:
    bring(mayor, town.root, "email,name\nl@example.org,李\n", "people")
    assert "Invite 1 person" in text_of(decide(mayor, "all"))
    said = text_of(decide(mayor, "invite"))
    assert "1 person is being invited" in said
    assert "Invite 1" not in said
    assert "changed since" in text_of(decide(mayor, "invite"))


def test_an_unknown_decision_does_nothing(town: Town, mayor: Client) -> None:
    bring(mayor, town.root)
    decide(mayor, "x")
    assert Upload.objects.get().state == "tried"


def test_what_changed_meanwhile_is_shown(town: Town, mayor: Client) -> None:
    bring(mayor, town.root, "code,name\nT11,新窗口\nN1,科\n")
    Unit.objects.filter(code="T11").update(name="新窗口")

    said = text_of(decide(mayor, "all"))

    assert "nothing was taken over" in said
    assert "Take over 1 row " in said


def test_a_long_table_is_taken_over_by_a_worker(
    town: Town, mayor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "LONG", 0)
    bring(mayor, town.root, "code,name\nN1,科\n")

    said = text_of(decide(mayor, "all"))

    assert "in the background" in said
    assert "Take over" not in said
    assert not Unit.objects.filter(code="N1").exists()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04" + bytes(99), b"a,b\n1,2\n"])
def test_what_cannot_be_read_is_said_above_the_form(town: Town, mayor: Client, data: bytes) -> None:
    answer = bring(mayor, town.root, data)
    assert answer.status_code in {409, 422}
    assert "errorlist" in answer.content.decode()
    assert not Upload.objects.exists()


def test_a_file_too_large_is_not_read(town: Town, mayor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from sansi.web.orgs.roster import views

    monkeypatch.setattr(views, "MOST_BYTES", 10)
    monkeypatch.setattr(reading, "lines_of", lambda data: pytest.fail("read"))
    assert bring(mayor, town.root).status_code == 422


def test_a_report_is_for_who_brought_the_table_alone(town: Town, mayor: Client) -> None:
    url = bring(mayor, town.root).url
    for name in ("deputy", "anna", "audrey"):
        assert client_of(town.people[name]).get(url).status_code == 404
        assert client_of(town.people[name]).post(url + "decide", {"decision": "all"}).status_code == 404


def test_only_administrators_bring_and_save_tables_of_their_part(town: Town) -> None:
    anna = client_of(town.anna)
    assert bring(anna, town.office).status_code == 302
    for name in ("import", "export-table", "example"):
        more = [] if name == "import" else ["people", "csv"]
        assert anna.get(reverse(f"orgs:{name}", args=[town.office.pk, *more])).status_code == 200
        for other in (town.root, town.school):
            assert anna.get(reverse(f"orgs:{name}", args=[other.pk, *more])).status_code == 403
        assert (
            client_of(town.dora).get(reverse(f"orgs:{name}", args=[town.office.pk, *more])).status_code == 403
        )


def test_saving_people_is_recorded(town: Town, mayor: Client) -> None:
    mayor.get(reverse("orgs:export-table", args=[town.root.pk, "people", "xlsx"]))
    entry = Entry.objects.latest("seq")
    assert (entry.action, entry.told) == ("person.exported", {"rows": 10})


def test_it_speaks_chinese_throughout(town: Town) -> None:
    client = client_of(town.mayor)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "zh-CN"
    url = bring(client, town.root).url
    for page in (client.get(url), client.get(reverse("orgs:import", args=[town.root.pk]))):
        main = re.search(r"<main.*</main>", page.content.decode(), re.DOTALL)
        assert main
        words = re.findall(r"[A-Za-z]{3,}", re.sub(r"<[^>]*>", " ", main[0]))
        assert set(words) <= {"CSV", "XLSX", "UTF", "csv"}, words
