"""接收表格 · Try a table, take it over or drop it: all of its rows or, when asked, only the right ones; never half.

Taking over looks at every row once more, in the transaction that changes things: where a row would not be judged as
it was when somebody read the report, nothing is done, and the new report is shown instead.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sansi.web.audit.actions import record
from sansi.web.audit.refused import Refused
from sansi.web.orgs.actions.units import stale
from sansi.web.orgs.models import Membership, Person, Unit, Upload
from sansi.web.orgs.roster.columns import Row, What, rows_of
from sansi.web.orgs.roster.judging import Judged, Verdict
from sansi.web.orgs.roster.people import take_people, try_people
from sansi.web.orgs.roster.reading import lines_of
from sansi.web.orgs.roster.units import take_units, try_units

State = Upload.State
LONG = 3_000
"""Rows above which a worker takes a table over."""


def judge(rows: Iterable[Row], *, what: What, below: Unit, by: Person | None) -> list[Judged]:
    """What would become of each row. Nothing is changed."""
    if below.is_closed:
        raise Refused(_("%(unit)s is closed.") % {"unit": below})
    return try_units(rows, below) if what == What.UNITS else try_people(rows, below, by)


def counted(judged: Iterable[Judged]) -> dict[str, Any]:
    """How many rows of each verdict there are."""
    found = Counter(one.verdict.value for one in judged)
    return {verdict.value: found[verdict.value] for verdict in Verdict}


def try_table(data: bytes, *, name: str, what: What, below: Unit, by: Person | None) -> Upload:
    """Read a file and say what would become of each row. Nothing is changed.

    Raises:
        Refused: it can't be read; what to do about it.
    """
    rows, unknown = rows_of(lines_of(data), what)
    judged = judge(rows, what=what, below=below, by=by)
    counts = counted(judged) | {"unknown": unknown[:20]}
    kept = [one.kept() for one in judged]
    return Upload.objects.create(what=what, unit=below, name=name[-120:], rows=kept, counts=counts, by=by)


@transaction.atomic
def take_over(upload: Upload, *, only_right: bool, by: Person | None) -> bool:
    """Take the rows over; False when one of them is judged otherwise by now, and the report was made anew.

    Raises:
        Refused: it was taken over or dropped already, some rows are wrong, or there is nothing to do.
    """
    # One change of the tree at a time, and one of the people: rows are judged by what stands when they are taken.
    list(Unit.objects.select_for_update().filter(depth=1))
    upload.refresh_from_db()
    if upload.state != State.TRIED:
        raise stale()
    what = What(upload.what)
    before = upload.rows
    judged = judge([Judged.of(kept).row for kept in before], what=what, below=upload.unit, by=by)
    counts = counted(judged)
    if any(one.verdict.value != kept[2] for one, kept in zip(judged, before, strict=True)):
        upload.rows = [one.kept() for one in judged]
        upload.counts = counts | {"unknown": upload.counts.get("unknown", []), "again": True}
        upload.save(update_fields=["rows", "counts"])
        return False
    if counts[Verdict.WRONG] and not only_right:
        raise Refused(_("Some rows are wrong: mend them, or take over only the right ones."))
    if not counts[Verdict.NEW] + counts[Verdict.CHANGED]:
        raise Refused(_("There is nothing to take over: no row is new or changed."))
    added = [] if what == What.UNITS else take_people(judged, by)
    if what == What.UNITS:
        take_units(judged, by)
    # Its rows hold addresses, and are needed no more.
    changed = Upload.objects.filter(pk=upload.pk, state=State.TRIED).update(
        state=State.TAKEN, rows=[], counts=counts | {"added": added}
    )
    assert changed, "the lock keeps others out"
    if len(judged) > LONG and connection.vendor == "postgresql":
        transaction.on_commit(_learn_sizes)
    record("upload.taken", upload, by=by, unit=upload.unit_id, what=what.value, **counts)
    upload.refresh_from_db()
    return True


def _learn_sizes() -> None:
    """Let PostgreSQL count anew: it plans for small tables until it does, and lists take ten times as long."""
    with connection.cursor() as cursor:
        for model in (Unit, Person, Membership):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(model._meta.db_table)}")


@transaction.atomic
def ask_to_take_over(upload: Upload, *, only_right: bool) -> None:
    """Have a worker take over a table that is too long for a request."""
    from sansi.web.orgs.roster.jobs import take_over_later  # noqa: PLC0415 - the job calls this module

    counts = upload.counts | {"asked_at": timezone.now().isoformat()}
    changed = Upload.objects.filter(pk=upload.pk, state=State.TRIED).update(counts=counts)
    if not changed or "asked_at" in upload.counts:
        raise stale()
    upload.counts = counts
    take_over_later.enqueue(upload.pk, only_right)


@transaction.atomic
def drop_upload(upload: Upload) -> None:
    """Forget a table; nothing was changed by it."""
    if "asked_at" in upload.counts:
        raise stale()
    changed = Upload.objects.filter(pk=upload.pk, state=State.TRIED).update(state=State.DROPPED, rows=[])
    if not changed:
        raise stale()
    upload.refresh_from_db()


@transaction.atomic
def invite_added(upload: Upload) -> int:
    """Have a worker invite the people that a table added; how many there are.

    Raises:
        Refused: none were added, or they have been invited already.
    """
    from sansi.web.orgs.roster.jobs import invite_later  # noqa: PLC0415 - the job calls this module

    upload.refresh_from_db()
    added = upload.counts.get("added", [])
    if not added or "invited_at" in upload.counts:
        raise stale()
    upload.counts["invited_at"] = timezone.now().isoformat()
    upload.save(update_fields=["counts"])
    invite_later.enqueue(upload.pk)
    return len(added)
