"""审计 · `python -m bench.load.audit ROWS`: writes so many entries to the audit log and verifies them all."""

from __future__ import annotations

import json
import resource
import sys
from time import perf_counter
from typing import Any

import django

_A_TRANSACTION = 2000


def _fill(rows: int) -> None:
    from django.db import transaction  # noqa: PLC0415 - Django is set up first

    from sansi.web.audit.actions import Act, record_all  # noqa: PLC0415 - same

    for first in range(0, rows, _A_TRANSACTION):
        acts = [
            Act(
                "audit.verified",
                None,
                unit=n % 3000 + 1,
                facts={"entries": n, "kind": "editor", "whole": True},
            )
            for n in range(first, min(rows, first + _A_TRANSACTION))
        ]
        with transaction.atomic():
            record_all(acts, by=None)


def measured(rows: int) -> dict[str, Any]:
    """How many rows a second are written and verified."""
    django.setup()
    from sansi.web.audit.heads import verify  # noqa: PLC0415 - Django is set up first
    from sansi.web.audit.models import Entry  # noqa: PLC0415 - same

    # The import before it has left some.
    before = Entry.objects.count()
    began = perf_counter()
    _fill(rows - before)
    written = perf_counter()
    walk, faults = verify()
    done = perf_counter()
    if faults or walk.rows != rows:
        raise SystemExit(f"{walk.rows} of {rows} rows: {faults[:3]}")
    return {
        "rows": rows,
        "written_a_s": (rows - before) / (written - began),
        "verified_a_s": rows / (done - written),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    print(json.dumps(measured(int(sys.argv[1]))))
