"""日头 · Day heads: each day the end of the log is signed and leaves the house.

Whoever can rewrite the whole database can rewrite the chain as well. They cannot rewrite the head that the auditor
got by e-mail, that stands in a folder of another machine, or that somebody saved from the public page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from sansi.web.audit.canonical import canonical
from sansi.web.audit.models import COLUMNS, Entry, Head, as_kept
from sansi.web.audit.verifier import FIRST, HEAD_KIND, BadHead, Fault, Walk, statement_of
from sansi.web.keys import signing

PURPOSE = "audit-head"


@transaction.atomic
def sign_day(day: date | None = None) -> Head | None:
    """Sign the end of the log as of the end of a day, yesterday unless another is named.

    None when that day, or a later one, is signed already.
    """
    day = day or timezone.localdate() - timedelta(days=1)
    if Head.objects.filter(day__gte=day).exists():
        return None
    midnight = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    before = midnight.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
    last = Entry.objects.filter(at__lt=before).order_by("-seq").first()
    statement = canonical(
        {
            "kind": HEAD_KIND,
            "day": day.isoformat(),
            "seq": last.seq if last else 0,
            "hash": last.hash if last else FIRST,
            "site": settings.SANSI["SANSI_URL"],
        }
    )
    signature = signing.sign(PURPOSE, statement.encode())
    return Head.objects.create(
        day=day,
        seq=last.seq if last else 0,
        statement=statement,
        signature=signature.value.hex(),
        key=signature.key.hex(),
    )


def put_outside(head: Head, folder: Path) -> Path:
    """Write a head into a folder, one file a day; an existing file is left as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{head.day}.json"
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(json.dumps(head.as_dict(), ensure_ascii=False) + "\n")
    except FileExistsError:
        pass
    return path


def kept_rows() -> Iterator[dict[str, Any]]:
    """Every entry as it is kept, in order."""
    rows = Entry.objects.order_by("seq").values_list(*COLUMNS)
    return as_kept(rows.iterator(chunk_size=5000))


def verify(
    brought: list[dict[str, Any]] | None = None, keys: list[str] | None = None
) -> tuple[Walk, list[Fault]]:
    """Walk the whole log, with its own heads and those somebody brought along (`--head FILE`).

    `keys` are the public keys that heads may be signed with, this installation's own unless others are named.
    """
    trusted = keys or [key.hex() for key in signing.public_keys()]
    faults: list[Fault] = []
    heads = []
    for head in [*(h.as_dict() for h in Head.objects.order_by("day")), *(brought or [])]:
        try:
            heads.append(statement_of(head, trusted))
        except BadHead as why:
            faults.append(Fault(0, "head", f"日头不可信：{why}", f"a head can't be believed: {why}"))
    walk = Walk(heads)
    faults += walk.faults(kept_rows())
    return walk, faults
