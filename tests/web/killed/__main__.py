"""`python -m tests.web.killed enqueue N | age | tell`: what a test does in the database of the site it kills."""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import timedelta

import django


def enqueue(count: int) -> None:
    from tests.web.killed.jobs import note

    for number in range(1, count + 1):
        note.enqueue(number)


def age() -> None:
    """Let two minutes pass since the last pulse of every worker."""
    from sansi.web.jobs.models import Worker

    for worker in Worker.objects.all():
        Worker.objects.filter(pk=worker.pk).update(seen_at=worker.seen_at - timedelta(minutes=2))


def tell() -> None:
    from django_tasks_db.models import DBTaskResult

    from sansi.web.audit.heads import verify
    from sansi.web.audit.models import Entry

    told = {
        "jobs": Counter(
            DBTaskResult.objects.filter(task_path__contains="killed").values_list("status", flat=True)
        ),
        "acts": Counter(Entry.objects.filter(unit__gt=0).values_list("unit", flat=True)),
        "faults": [str(fault) for fault in verify()[1]],
    }
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    django.setup()
    {"enqueue": enqueue, "age": age, "tell": tell}[sys.argv[1]](*map(int, sys.argv[2:]))  # type: ignore[operator]
