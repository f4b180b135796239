"""记一笔 · Add to the audit log, in the transaction of the act itself: both happen, or neither does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Protocol

from django.db import connection, models, transaction

from sansi.web.audit.canonical import canonical
from sansi.web.audit.models import ACTS, Entry
from sansi.web.audit.verifier import FIRST, digest

# Any number will do, as long as nobody else in the database locks by it.
_LOCK = 0x5A45_5449


class Keyed(Protocol):
    """Somebody or something with a key."""

    @property
    def pk(self) -> Any:
        """Its key."""


@dataclass(frozen=True, slots=True)
class Act:
    """What is to be recorded."""

    action: str
    thing: models.Model | None
    unit: int | None = None
    facts: dict[str, Any] = field(default_factory=dict)


def record(
    action: str, thing: models.Model | None, *, by: Keyed | None, unit: int | None, **facts: Any
) -> Entry:
    """Record one act. `by` is None for what the system does by itself.

    Raises:
        NotCanonical: a fact is neither text, whole number, boolean nor a list or mapping of these.
        transaction.TransactionManagementError: there is no transaction to record it in.
    """
    return record_all([Act(action, thing, unit, facts)], by=by)[0]


def record_all(acts: Iterable[Act], *, by: Keyed | None) -> list[Entry]:
    """Record many acts of one person, in order."""
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("an act is recorded in its own transaction")
    seq, prev, last_at = _tip()
    # A clock that was set back must not make the log say that the later act was the earlier.
    at = max(datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z"), last_at)
    entries = []
    for number, act in enumerate(acts, seq + 1):
        if act.action not in ACTS:
            raise KeyError(f"{act.action} has no sentence in ACTS")
        entry = Entry(
            seq=number,
            at=at,
            by=by.pk if by else None,
            action=act.action,
            thing=f"{act.thing._meta.model_name}:{act.thing.pk}" if act.thing else "",
            unit=act.unit,
            facts=canonical(act.facts),
            prev=prev,
        )
        prev = entry.hash = digest(_body(entry, act.facts))
        entries.append(entry)
    return Entry.objects.bulk_create(entries, batch_size=500)


def _body(entry: Entry, facts: dict[str, Any]) -> dict[str, Any]:
    return {
        "seq": entry.seq,
        "at": entry.at,
        "by": entry.by,
        "action": entry.action,
        "thing": entry.thing,
        "unit": entry.unit,
        "facts": facts,
        "prev": entry.prev,
    }


def _tip() -> tuple[int, str, str]:
    """Number, hash and time of the last entry, which stays the last until this transaction ends."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    # On SQLite only one transaction writes at a time (transaction_mode IMMEDIATE).
    last = Entry.objects.order_by("-seq").values_list("seq", "hash", "at").first()
    return last or (0, FIRST, "")
