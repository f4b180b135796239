"""What officers do on the pages, in both languages."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from sansi.web.audit import heads
from sansi.web.audit.models import Entry
from sansi.web.orgs.actions.people import invitation_by, token_of
from sansi.web.orgs.models import Duty, DutyRequest, Invitation, Kind, Membership, Person, Unit
from tests.web.orgs.test_walk import sign_in
from tests.web.town import Town, grant

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna(town: Town, client: Client) -> Client:
    sign_in(client, town.anna)
    return client


def page(client: Client, name: str, /, *args: Any, **query: str) -> str:
    answer = client.get(reverse(name, args=args), query, headers={"accept-language": "en"})
    assert answer.status_code == 200
    return answer.content.decode()


def send(client: Client, to: str, /, *args: Any, **data: Any) -> Any:
    return client.post(reverse(to, args=args), data, headers={"accept-language": "en"})


def test_a_unit_is_opened_renamed_and_closed_on_its_pages(town: Town, anna: Client) -> None:
    assert send(anna, "orgs:open", town.office.pk, code="N", name="新科", name_en="").status_code == 302
    unit = Unit.objects.get(code="N")
    assert (
        send(anna, "orgs:rename", unit.pk, name="更新科", name_en="", version=unit.version).status_code == 302
    )
    # Two tabs were open: the second one's page is stale by now.
    stale = send(anna, "orgs:rename", unit.pk, name="又一科", name_en="", version=unit.version)
    assert stale.status_code == 409
    assert "changed since" in stale.content.decode()
    unit.refresh_from_db()
    assert "新科 → 更新科" in page(anna, "orgs:unit", unit.pk)

    assert send(anna, "orgs:close", unit.pk, version=unit.version).status_code == 302
    assert "closed on" in page(anna, "orgs:unit", unit.pk)
    unit.refresh_from_db()
    assert send(anna, "orgs:reopen", unit.pk, version=unit.version).status_code == 302


def test_a_unit_is_moved_and_merged_among_those_one_manages(town: Town, anna: Client) -> None:
    outside = send(anna, "orgs:move", town.desk.pk, target="T2", version=town.desk.version)
    assert outside.status_code == 422
    send(anna, "orgs:open", town.office.pk, code="N", name="新科", name_en="New")
    assert "N · New" in page(anna, "orgs:move", town.desk.pk)
    assert (
        send(anna, "orgs:move", town.desk.pk, target="N · New", version=town.desk.version).status_code == 302
    )
    town.desk.refresh_from_db()
    assert (
        send(anna, "orgs:merge", town.desk.pk, target="政务办公室", version=town.desk.version).status_code
        == 302
    )


def test_somebody_is_invited_and_comes_in(town: Town, anna: Client, client: Client) -> None:
    answer = send(anna, "orgs:invite", town.desk.pk, name="牛恩", email="niu@example.org")
    assert answer.status_code == 302
    link = reverse("orgs:accept", args=[token_of(Invitation.objects.get())])
    visitor = Client()

    assert "niu@example.org" in visitor.get(link).content.decode()
    assert visitor.post(link, {"password": "short", "again": "short"}).status_code == 422
    assert (
        visitor.post(link, {"password": "four words of mine", "again": "other words of mine"}).status_code
        == 422
    )
    good = visitor.post(link, {"password": "four words of mine", "again": "four words of mine"})
    assert good.status_code == 302
    assert Person.objects.get(email="niu@example.org").check_password("four words of mine")
    assert visitor.get(link).status_code == 404


def test_an_invitation_is_sent_again_and_withdrawn(town: Town, anna: Client) -> None:
    assert send(anna, "orgs:person-invite", town.dora.pk).status_code == 302
    row = Invitation.objects.get()
    assert "open until" in page(anna, "orgs:person", town.dora.pk)
    assert send(anna, "orgs:invitation-withdraw", row.pk).status_code == 302
    assert invitation_by(token_of(row)) is None
    Membership.objects.filter(person=town.dora).update(from_on="2020-01-01", until_on="2020-02-01")
    assert send(anna, "orgs:person-invite", town.dora.pk).status_code == 403


def test_a_person_is_entered_corrected_suspended_restored_erased(town: Town, anna: Client) -> None:
    assert (
        send(anna, "orgs:join", town.office.pk, person="dora@example.org", post_held="x").status_code == 302
    )
    assert send(anna, "orgs:join", town.office.pk, person="nobody@example.org").status_code == 422
    assert send(anna, "orgs:person-edit", town.dora.pk, name="多拉", language="en").status_code == 302
    assert send(anna, "orgs:person-suspend", town.dora.pk).status_code == 302
    assert "suspended" in page(anna, "orgs:person", town.dora.pk)
    assert "多拉" in page(anna, "orgs:people", state="suspended")
    assert send(anna, "orgs:person-restore", town.dora.pk).status_code == 302
    membership = Membership.objects.get(person=town.dora, unit=town.office)
    assert send(anna, "orgs:membership-end", membership.pk).status_code == 302
    assert send(anna, "orgs:person-erase", town.dora.pk).status_code == 302
    assert "多拉" not in page(anna, "orgs:people")


def test_who_serves_under_two_administrators_is_not_ones_alone(town: Town, anna: Client) -> None:
    Membership.objects.create(person=town.dora, unit=town.school)

    assert anna.get(reverse("orgs:person", args=[town.dora.pk])).status_code == 200
    assert send(anna, "orgs:person-erase", town.dora.pk).status_code == 403


def test_a_duty_is_given_handed_on_and_taken_back(town: Town, anna: Client, client: Client) -> None:
    given = send(
        anna,
        "orgs:give",
        town.desk.pk,
        person="dora@example.org",
        kind="registrar",
        from_on="2026-01-01",
        until_on="",
    )
    assert given.status_code == 302
    duty = Duty.objects.get(person=town.dora)
    dora = Client()
    sign_in(dora, town.dora)
    assert "Hand on" in page(dora, "orgs:mine")
    assert send(
        dora, "orgs:hand-on", duty.pk, person="dan@example.org", from_on="2026-02-01", until_on="2099-01-01"
    ).status_code == 302  # fmt: skip
    assert "dan" in page(anna, "orgs:duties", kind="registrar", q="dan")
    assert "for dora" in page(anna, "orgs:unit", town.desk.pk)
    assert send(anna, "orgs:duty-end", duty.pk).status_code == 302
    assert send(anna, "orgs:duty-end", duty.pk).status_code == 409
    assert "taken back" in page(anna, "orgs:person", town.dora.pk)


def test_a_request_is_made_decided_and_withdrawn(town: Town, anna: Client) -> None:
    dora = Client()
    sign_in(dora, town.dora)
    asked = {"kind": "editor", "unit": "T11", "person": "dora@example.org", "reason": "要写稿"}
    assert send(dora, "orgs:ask", **asked).status_code == 302
    row = DutyRequest.objects.get()
    assert "anna" in page(dora, "orgs:request", row.pk)
    assert send(dora, "orgs:request", row.pk, decision="approve").status_code == 403
    assert "要写稿" in page(anna, "orgs:request", row.pk)
    assert send(anna, "orgs:request", row.pk, decision="refuse").status_code == 409
    assert send(anna, "orgs:request", row.pk, decision="approve", answer="好").status_code == 302
    assert "approved" in page(anna, "orgs:requests", state="approved")
    assert "approved" in page(dora, "orgs:mine")

    assert send(dora, "orgs:ask", **(asked | {"kind": "approver"})).status_code == 302
    second = DutyRequest.objects.exclude(pk=row.pk).get()
    assert send(dora, "orgs:request-withdraw", second.pk).status_code == 302
    assert send(dora, "orgs:request-withdraw", second.pk).status_code == 302
    second.refresh_from_db()
    assert second.state == "withdrawn"


def test_what_waits_is_on_the_deciders_list(town: Town, anna: Client) -> None:
    from sansi.web.orgs.hooks import waiting_for

    DutyRequest.objects.create(
        person=town.dora, kind=Kind.EDITOR, unit=town.desk, reason="x", asked_by=town.dora
    )
    Duty.objects.filter(person=town.anna).update(until_on="2099-01-01")
    assert [item.url for item in waiting_for(town.anna)] == [
        reverse("orgs:request", args=[DutyRequest.objects.get().pk])
    ]
    assert waiting_for(town.mayor) == []
    from datetime import timedelta

    from django.utils import timezone

    soon = timezone.localdate() + timedelta(days=3)
    Duty.objects.filter(person=town.anna).update(until_on=soon)
    assert waiting_for(town.anna)[0].by_on == soon


def test_a_table_filters_sorts_pages_and_goes_along(town: Town, anna: Client) -> None:
    Unit.objects.bulk_create(
        Unit(code=f"X{n:03}", name=f"=科{n:03}", path=town.school.path + f"{n:04}", depth=3)
        for n in range(1, 120)
    )
    first = page(anna, "orgs:units", q="=科", sort="-name")
    assert "=科119" in first
    assert "=科001" not in first
    assert 'aria-sort="descending"' in first
    assert "=科001" in page(anna, "orgs:units", q="=科", sort="-name", page="3")
    assert "No unit matches" in page(anna, "orgs:units", q="没有 这个")

    answer = anna.get(reverse("orgs:units"), {"q": "=科", "format": "csv"}, headers={"accept-language": "en"})
    rows = list(csv.reader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))
    assert rows[0] == ["Name", "Code", "Level", "State"]
    assert rows[1][0] == "'=科001"
    assert len(rows) == 120
    book = load_workbook(io.BytesIO(anna.get(reverse("orgs:units"), {"format": "xlsx"}).content))
    assert book.worksheets[0].max_row == 1 + Unit.objects.count()


def test_taking_along_the_list_of_people_is_recorded(town: Town, anna: Client) -> None:
    answer = anna.get(reverse("orgs:people"), {"format": "csv"})

    assert "dora@example.org" in b"".join(answer).decode()
    assert "sam@example.org" not in b"".join(anna.get(reverse("orgs:people"), {"format": "csv"})).decode()
    assert Entry.objects.filter(action="person.exported", by=town.anna.pk).count() == 2


def test_the_auditor_reads_verifies_and_takes_the_log_along(
    town: Town, client: Client, tmp_path: Path
) -> None:
    sign_in(client, town.audrey)
    assert "opened the unit" in page(client, "orgs:entries", area="unit.")
    heads.sign_day()
    assert "as they were written" in send(client, "orgs:verify").content.decode()
    bad = send(client, "orgs:verify", heads=SimpleUploadedFile("h.jsonl", b"{}\nrubbish\n"))
    assert "2 faults" in bad.content.decode()

    packed = zipfile.ZipFile(io.BytesIO(send(client, "orgs:export").content))
    packed.extractall(tmp_path)
    done = subprocess.run(
        [sys.executable, "-I", "verifier.py", "entries.jsonl", "--heads", "heads.jsonl"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert len((tmp_path / "entries.jsonl").read_text(encoding="utf-8").splitlines()) == Entry.objects.count()
    taken = client.get(reverse("orgs:entries"), {"format": "csv"}, headers={"accept-language": "en"})
    assert b"opened the unit" in b"".join(taken)


def test_an_auditor_of_a_part_reads_that_part(town: Town, client: Client) -> None:
    sign_in(client, town.ada)
    seen = page(client, "orgs:entries")

    assert f"unit:{town.desk.pk}<" in seen
    assert f"unit:{town.school.pk}<" not in seen
    assert "Verify the whole log" not in seen


def test_my_language_and_digest_are_mine_to_choose(town: Town, anna: Client) -> None:
    assert send(anna, "orgs:mine", language="en").status_code == 302
    town.anna.refresh_from_db()
    assert (town.anna.language, town.anna.digest) == ("en", False)
    assert send(anna, "orgs:mine", language="xx").status_code == 200


PAGES = [
    ("orgs:units", ()), ("orgs:unit", ("office",)), ("orgs:people", ()), ("orgs:person", ("dora",)),
    ("orgs:duties", ()), ("orgs:meanings", ()), ("orgs:requests", ()), ("orgs:ask", ()), ("orgs:mine", ()),
    ("orgs:import", ("office",)), ("orgs:give", ("office",)), ("orgs:merge", ("office",)),
    ("orgs:person-erase", ("dora",)), ("orgs:invite", ("office",)), ("audit:heads", ()),
]  # fmt: skip
LATIN = re.compile(r"[A-Za-z]{3,}")
# Names that are the same in every language, and what the town's people are called.
SAME = re.compile(r"Sansi|English|CSV|XLSX|UTC|UTF-8|GB18030|JSON Lines|Python|MB|[a-z]+@example\.org|JSON")


def words(html: str) -> str:
    """What the middle of a page says; the rest of it belongs to another app, with tests of its own."""
    main = html.partition('tabindex="-1">')[2].partition("</main>")[0]
    return re.sub(r"(?s)<code.*?</code>|<[^>]*>", " ", main)


@pytest.mark.parametrize(("name", "args"), PAGES)
def test_no_word_of_another_language_shows(
    town: Town, client: Client, name: str, args: tuple[str, ...]
) -> None:
    grant(town.deputy, Kind.ADMINISTRATOR, town.root)
    for number, person in enumerate(town.people.values()):
        Person.objects.filter(pk=person.pk).update(name="甲乙丙丁戊己庚辛壬癸"[number])
    sign_in(client, town.deputy)
    url = reverse(name, args=[getattr(town, a).pk for a in args])
    answer = client.get(url, headers={"accept-language": "zh-CN"})
    assert answer.status_code == 200
    assert LATIN.findall(SAME.sub(" ", words(answer.content.decode()))) == []
    Person.objects.filter(pk=town.deputy.pk).update(language="en")
    answer = client.get(url, headers={"accept-language": "en"})
    # Proper names apart: what units without an English name are called, and people.
    found = set(re.findall(r"[\u4e00-\u9fff]+", words(answer.content.decode()))) - set("甲乙丙丁戊己庚辛壬癸")
    assert found <= {"简体中文"}


def test_the_json_of_heads_is_what_the_public_page_links(town: Town, client: Client) -> None:
    heads.sign_day()
    lines = client.get(reverse("audit:heads-file")).content.decode().splitlines()

    assert json.loads(lines[0])["key"]


def test_many_requests_are_one_line_with_their_number(town: Town, django_assert_max_num_queries: Any) -> None:
    from sansi.web.orgs.hooks import waiting_for

    people = Person.objects.bulk_create(Person(email=f"x{n}@example.org", name=f"x{n}") for n in range(300))
    DutyRequest.objects.bulk_create(
        DutyRequest(person=p, kind=Kind.EDITOR, unit=town.desk, reason="x", asked_by=p) for p in people
    )

    with django_assert_max_num_queries(12):
        (item,) = waiting_for(town.anna)
    assert item.count == 300
    assert waiting_for(town.mayor) == []
