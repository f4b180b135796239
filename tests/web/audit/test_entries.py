from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from sansi.web.audit import heads
from sansi.web.audit.actions import Act, record, record_all
from sansi.web.audit.canonical import NotCanonical, canonical
from sansi.web.audit.models import COLUMNS, Entry, Head
from sansi.web.audit.verifier import FIRST, Fault, Walk
from sansi.web.keys import signing
from sansi.web.orgs.models import Person

pytestmark = pytest.mark.django_db


def fill(number: int) -> None:
    acts = [Act("unit.renamed", None, n, {"was": "旧", "now": f"新{n}"}) for n in range(number)]
    record_all(acts, by=None)


def faults() -> list[tuple[int, str]]:
    return [(f.seq, f.kind) for f in heads.verify()[1]]


def execute(sql: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_entries_are_numbered_and_chained() -> None:
    person = Person.objects.create_user("a@example.org", name="a")
    first = record("unit.opened", person, by=person, unit=3, code="A")
    second = record("unit.closed", None, by=None, unit=None)

    assert (first.seq, first.prev, first.thing, first.told) == (
        1,
        FIRST,
        f"person:{person.pk}",
        {"code": "A"},
    )
    assert (second.seq, second.prev, second.by) == (2, first.hash, None)
    assert abs(first.when - timezone.now()) < timedelta(minutes=1)
    assert faults() == []


def test_an_act_without_a_sentence_is_not_recorded() -> None:
    with pytest.raises(KeyError):
        record("unit.vanished", None, by=None, unit=None)


def test_a_fact_must_be_plain() -> None:
    with pytest.raises(NotCanonical):
        record("unit.opened", None, by=None, unit=None, share=0.5)


@pytest.mark.django_db(transaction=True)
def test_an_act_is_recorded_in_its_own_transaction_or_not_at_all() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        record("unit.opened", None, by=None, unit=None)

    with transaction.atomic():
        record("unit.opened", None, by=None, unit=None)
        transaction.set_rollback(True)
    assert not Entry.objects.exists()


def test_a_clock_set_back_does_not_turn_the_order_round(monkeypatch: pytest.MonkeyPatch) -> None:
    import datetime as real

    from sansi.web.audit import actions

    class Past(real.datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return real.datetime(2001, 1, 1, tzinfo=tz)

    fill(1)
    monkeypatch.setattr(actions, "datetime", Past)
    fill(1)

    assert faults() == []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit_entry SET facts = '{}' WHERE seq = 2",
        "DELETE FROM audit_entry WHERE seq = 3",
        "DELETE FROM audit_entry",
        "UPDATE audit_head SET seq = 1",
        "DELETE FROM audit_head",
        "INSERT INTO audit_entry SELECT 9, at, by, action, thing, unit, facts, prev, hash FROM audit_entry WHERE seq = 3",
        "INSERT INTO audit_entry SELECT 4, at, by, action, thing, unit, facts, prev, hash FROM audit_entry WHERE seq = 3",
    ],
)
def test_the_database_refuses_to_rewrite(sql: str) -> None:
    fill(3)
    heads.sign_day(timezone.localdate())
    # Columns by name: the order in the table is the database's own affair.
    sql = sql.replace(
        "audit_entry SELECT", "audit_entry (seq, at, by, action, thing, unit, facts, prev, hash) SELECT"
    )

    with pytest.raises(DatabaseError), transaction.atomic():
        execute(sql)
    assert faults() == []


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_a_row_cannot_be_replaced_on_sqlite() -> None:
    fill(3)
    with pytest.raises(DatabaseError), transaction.atomic():
        execute(
            "INSERT OR REPLACE INTO audit_entry (seq, at, by, action, thing, unit, facts, prev, hash) "
            "SELECT seq, at, by, action, thing, unit, '{}', prev, hash FROM audit_entry WHERE seq = 2"
        )
    assert faults() == []


@pytest.mark.skipif("connection.vendor != 'postgresql'")
def test_the_table_cannot_be_truncated_on_postgresql() -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        execute("TRUNCATE audit_entry")


def test_a_row_changed_behind_the_back_is_named(without_triggers: None) -> None:
    fill(9)
    for column, value in {
        "at": "2026-01-01T00:00:00.000000Z", "by": 5, "action": "unit.opened", "thing": "unit:1", "unit": 77,
        "facts": '{"was":"旧", "now":"新3"}', "prev": "0" * 64, "hash": "0" * 64,
    }.items():  # fmt: skip
        with transaction.atomic():
            point = transaction.savepoint()
            execute(f'UPDATE audit_entry SET "{column}" = %s WHERE seq = 4', value)
            assert (4, "changed") in faults(), column
            transaction.savepoint_rollback(point)
    assert faults() == []


def test_rows_missing_exchanged_and_cut_off_are_named(without_triggers: None) -> None:
    fill(9)
    heads.sign_day(timezone.localdate())
    execute("DELETE FROM audit_entry WHERE seq = 5")
    assert faults() == [(5, "missing")]

    execute("UPDATE audit_entry SET seq = 99 WHERE seq = 3")
    execute("UPDATE audit_entry SET seq = 3 WHERE seq = 7")
    execute("UPDATE audit_entry SET seq = 7 WHERE seq = 99")
    assert {(3, "reordered"), (7, "reordered"), (5, "missing")} <= set(faults())

    execute("DELETE FROM audit_entry WHERE seq > 2")
    assert faults() == [(9, "missing")]


def flipped(line: str) -> list[str]:
    """The line with each of its bytes changed in turn."""
    data = line.encode()
    changed = (data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :] for at in range(len(data)))
    return [made.decode("utf-8", "replace") for made in changed]


ROWS = 1000


@pytest.mark.parametrize("column", COLUMNS)
def test_every_flipped_byte_of_a_thousand_rows_is_found(column: str) -> None:
    """Each byte of each column of each row, as the database gives it back, is changed in turn."""
    from sansi.web.audit.models import as_kept
    from sansi.web.audit.verifier import digest

    fill(ROWS)
    place = COLUMNS.index(column)
    tried = missed = 0
    for row in Entry.objects.order_by("seq").values_list(*COLUMNS):
        for text in flipped("" if row[place] is None else str(row[place])):
            value: Any = text
            if type(row[place]) is int:
                value = int(text) if text.lstrip("-").isdigit() and text.isascii() else text
            (kept,) = as_kept(iter([(*row[:place], value, *row[place + 1 :])]))
            tried += 1
            missed += digest(kept) == kept["hash"]
    assert missed == 0
    assert tried or column in {"by", "thing"}


def test_a_day_is_signed_once_and_never_earlier_than_the_last() -> None:
    fill(3)
    today = timezone.localdate()

    head = heads.sign_day(today)

    assert head is not None
    assert head.seq == 3
    assert heads.sign_day(today) is None
    assert heads.sign_day(today - timedelta(days=3)) is None
    assert faults() == []


def test_yesterdays_head_ends_before_midnight() -> None:
    fill(3)

    head = heads.sign_day()

    assert head is not None
    assert (head.day, head.seq) == (timezone.localdate() - timedelta(days=1), 0)


def test_a_head_goes_into_a_folder_and_is_never_overwritten(tmp_path: Path) -> None:
    fill(2)
    head = heads.sign_day()
    assert head is not None

    path = heads.put_outside(head, tmp_path / "far")
    path.write_text("as it was", encoding="utf-8")

    assert heads.put_outside(head, tmp_path / "far").read_text(encoding="utf-8") == "as it was"


def test_a_head_kept_outside_betrays_a_rewritten_database(without_triggers: None) -> None:
    fill(9)
    head = heads.sign_day(timezone.localdate())
    assert head is not None
    kept = head.as_dict()
    # The whole table and its heads are made anew, by somebody who knows how.
    execute("DELETE FROM audit_head")
    execute("DELETE FROM audit_entry")
    fill(8)

    assert faults() == []
    assert [f.kind for f in heads.verify([kept])[1]] == ["missing"]
    fill(1)
    assert [f.kind for f in heads.verify([kept])[1]] == ["head"]


def test_a_head_signed_by_another_key_is_not_believed() -> None:
    fill(1)
    head = heads.sign_day(timezone.localdate())
    assert head is not None

    assert [f.kind for f in heads.verify(keys=["00" * 32])[1]] == ["head"]


def test_a_replaced_key_still_vouches_for_what_it_signed(settings: Any, tmp_path: Path) -> None:
    settings.SANSI = settings.SANSI | {"SANSI_DATA": tmp_path}
    fill(1)
    heads.sign_day(date(2026, 1, 1))

    signing.replace()
    heads.sign_day(timezone.localdate())

    assert len({h.key for h in Head.objects.all()}) == 2
    assert faults() == []


def test_faults_are_told_in_both_languages() -> None:
    (fault,) = Walk().faults([{}])

    assert isinstance(fault, Fault)
    assert fault.zh
    assert fault.en


def test_the_heads_are_public(client: Client) -> None:
    fill(2)
    head = heads.sign_day(timezone.localdate())
    assert head is not None

    page = client.get("/audit/heads")
    lines = client.get("/audit/heads.jsonl").content.decode().splitlines()

    assert head.key in page.content.decode()
    assert [json.loads(line) for line in lines] == [head.as_dict()]
    assert canonical(json.loads(head.statement)) == head.statement
