from __future__ import annotations

import contextlib
import io
import zipfile
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from sansi.web.audit import heads
from sansi.web.audit.refused import Refused
from sansi.web.orgs import reading
from sansi.web.orgs.actions.imports import drop_upload, take_over, try_rows, upload_table
from sansi.web.orgs.actions.people import invitation_by, send_invitation, token_of
from sansi.web.orgs.actions.units import close_unit
from sansi.web.orgs.models import Membership, Person, Unit, Upload
from tests.web.town import Town

pytestmark = pytest.mark.django_db
UNITS = "单位代码,名称,英文名,上级代码\nN1,新一科,New One,T1\nN2,新二科,,N1\n"
PEOPLE = "邮箱,姓名,单位代码,职务\nLi@example.org,李示例,T11,科员\nwang@example.org,王示例,T1,\n"


def workbook(*lines: list[Any]) -> bytes:
    book = Workbook()
    for line in lines:
        book.worksheets[0].append(line)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t", "，"])
def test_a_table_is_read_in_every_spelling(encoding: str, mark: str) -> None:
    rows = reading.table(UNITS.replace(",", mark).encode(encoding), "units")

    assert rows[0] == {"code": "N1", "name": "新一科", "name_en": "New One", "parent": "T1", "line": "2"}
    assert len(rows) == 2


def test_a_workbook_is_read_and_numbers_stay_codes() -> None:
    rows = reading.table(
        workbook(["Code*", "Name", "Parent"], [1001.0, "科", "T1"], [None] * 3, ["A", "b", "T"]), "units"
    )

    assert [(r["code"], r["line"]) for r in rows] == [("1001", "2"), ("A", "4")]


def bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for number in range(4):
            packed.writestr(f"{number}", bytes(100 << 20))
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"name,parent\nx,y\n",
        b"PK\x03\x04 not a workbook",
        b"\x00\x01\x02code,name,parent",
        b"\xff\xfe\x00",
        b"\x81" * 9,
        b"x" * (reading.LARGEST + 1),
        workbook(["code", "name", "parent"], ["a", "b", "c"])[:-200],
        b'code,name,parent\n"' + b"a" * 200_000 + b'"\n',
    ],
    ids=range(9),
)
def test_what_is_no_table_is_refused_with_a_reason(data: bytes) -> None:
    with pytest.raises(reading.Unreadable):
        reading.table(data, "units")


def test_a_workbook_that_unpacks_without_end_is_refused() -> None:
    with pytest.raises(reading.Unreadable):
        reading.table(bomb(), "units")


def test_too_many_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ROWS", 1)
    with pytest.raises(reading.Unreadable):
        reading.table(UNITS.encode(), "units")


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_no_bytes_do_anything_but_be_read_or_refused(data: bytes) -> None:
    for prefix in (b"", b"code,name,parent\n", b"PK\x03\x04"):
        with contextlib.suppress(reading.Unreadable):
            reading.table(prefix + data, "units")


def tried(text: str, what: str, unit: Unit) -> list[tuple[str, str]]:
    rows = try_rows(what, reading.table(text.encode(), what), unit)
    return [(r["outcome"], r["said"]) for r in rows]


def test_trying_changes_nothing(town: Town) -> None:
    before = (Unit.objects.count(), Person.objects.count())

    assert [o for o, _ in tried(UNITS, "units", town.office)] == ["new", "new"]
    assert [o for o, _ in tried(PEOPLE, "people", town.office)] == ["new", "new"]
    assert (Unit.objects.count(), Person.objects.count()) == before


@pytest.mark.parametrize(
    "line",
    [
        ",x,T1",
        "a b,x,T1",
        "X,,T1",
        "X,x,",
        "X,x,T2",  # the school is not in the office's part
        "T2,x,T1",  # the school's own code
        "T11,x,T2",
        "X,x,NONE",
        f"X,{'x' * 121},T1",
        f"{'X' * 41},x,T1",
    ],
)
def test_a_wrong_unit_is_left_out_and_told(town: Town, line: str) -> None:
    ((outcome, said),) = tried(f"code,name,parent\n{line}\n", "units", town.office)

    assert outcome == "wrong"
    assert said


def test_units_that_are_there_are_brought_up_to_date(town: Town) -> None:
    text = "code,name,name_en,parent\nT11,服务窗口,Service Desk,T1\nT11,x,,T1\nT1,新办公室,,\n"

    assert [o for o, _ in tried(text, "units", town.office)] == ["same", "wrong", "changed"]
    close_unit(town.desk, by=town.anna)
    assert [o for o, _ in tried(text, "units", town.office)] == ["wrong", "wrong", "changed"]
    assert tried("code,name,parent\nX,x,T11\n", "units", town.office)[0][0] == "wrong"


@pytest.mark.parametrize(
    "line",
    [
        "no address,x,T1,",
        "a@example.org,,T1,",
        "a@example.org,x,T2,",
        "a@example.org,x,,",
        "dora@example.org,somebody else,T1,",
        f"a@example.org,{'x' * 101},T1,",
        "a@example.org,x,T1,fr",
    ],
)
def test_a_wrong_person_is_left_out_and_told(town: Town, line: str) -> None:
    ((outcome, said),) = tried(f"email,name,unit,language\n{line}\n", "people", town.office)

    assert outcome == "wrong"
    assert said


def test_people_that_are_there_serve_in_one_more_unit(town: Town) -> None:
    text = (
        "email,name,unit\ndora@example.org,dora,T11\ndora@example.org,dora,T1\n"
        "n@example.org,n,T1\nn@example.org,n,T11\nn@example.org,n,T11\nn@example.org,m,T1\n"
    )
    outcomes = [o for o, _ in tried(text, "people", town.office)]

    assert outcomes == ["same", "changed", "new", "changed", "wrong", "wrong"]


def uploaded(town: Town, text: str, what: str) -> Upload:
    rows = reading.table(text.encode(), what)
    return upload_table(what=what, rows=rows, name="表.csv", unit=town.office, by=town.anna)


def test_units_are_taken_over_once(town: Town) -> None:
    upload = uploaded(town, UNITS + "T11,便民窗口,,T1\nBAD ONE,x,,T1\n", "units")

    assert take_over(upload, by=town.anna) == {"new": 2, "changed": 1, "wrong": 1}

    assert Unit.objects.get(code="N2").parent == Unit.objects.get(code="N1")
    assert Unit.objects.get(code="T11").name == "便民窗口"
    assert (upload.state, upload.rows) == ("taken", [])
    assert Unit.objects.find_problems() == ([], [], [], [], [])
    assert heads.verify()[1] == []
    with pytest.raises(Refused):
        take_over(upload, by=town.anna)


def test_people_are_taken_over_and_can_be_invited(town: Town) -> None:
    upload = uploaded(town, PEOPLE + "dora@example.org,dora,T1,组长\n", "people")

    assert take_over(upload, by=town.anna) == {"new": 2, "changed": 1}

    li = Person.objects.get(email="li@example.org")
    assert not li.has_usable_password()
    assert Membership.objects.get(person=li).post == "科员"
    assert Membership.objects.get(person=town.dora, unit=town.office).post == "组长"
    assert heads.verify()[1] == []
    assert invitation_by(token_of(send_invitation(li, unit=town.desk, by=town.anna)))


def test_what_changed_since_the_trial_is_seen(town: Town) -> None:
    upload = uploaded(town, "code,name,parent\nX,x,T11\n", "units")
    close_unit(town.desk, by=town.anna)

    with pytest.raises(Refused):
        take_over(upload, by=town.anna)
    assert not Unit.objects.filter(code="X").exists()


def test_a_dropped_table_is_forgotten(town: Town) -> None:
    upload = uploaded(town, PEOPLE, "people")

    drop_upload(upload, by=town.anna)

    upload.refresh_from_db()
    assert (upload.state, upload.rows) == ("dropped", [])
    with pytest.raises(Refused):
        drop_upload(upload, by=town.anna)
    with pytest.raises(Refused):
        take_over(upload, by=town.anna)
