"""节拍 · What every worker does between jobs: hand out what is due, and take back what the dead left behind."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from sansi.web.jobs.declare import PERIODIC, POLICIES, Daily, Every, Policy
from sansi.web.jobs.models import Schedule, Worker

KEEP = timedelta(days=30)
log = logging.getLogger("sansi.jobs")


def hand_out_due(now: datetime | None = None) -> list[str]:
    """Hand out the periodic jobs that are due, each once, however many workers look; return their names."""
    now = now or timezone.now()
    given = []
    known = dict(Schedule.objects.values_list("name", "next_at"))
    for name, (task, due) in PERIODIC.items():
        if name not in known:
            _first(name, due, now)
        elif known[name] <= now:
            with transaction.atomic():
                # Compare and set: of two workers that both see it due, one changes the row and the other none.
                mine = Schedule.objects.filter(name=name, next_at=known[name]).update(
                    next_at=due.following(now), last_at=now
                )
                if mine:
                    task.enqueue()
                    given.append(name)
    return given


def _first(name: str, due: Every | Daily, now: datetime) -> None:
    # What is due every so often begins at once; what is due at an hour waits for it.
    first = now if isinstance(due, Every) else due.following(now)
    Schedule.objects.get_or_create(name=name, defaults={"next_at": first})


def policy_of(row: DBTaskResult[Any, Any]) -> Policy:
    """How often a job may fail. One whose code is gone is not tried again."""
    return POLICIES.get(row.task_path, Policy(attempts=1))


def try_again(row: DBTaskResult[Any, Any]) -> bool:
    """Put a failed job back, to wait its turn; False when it failed as often as it may."""
    failed = len(row.worker_ids)
    policy = policy_of(row)
    if failed >= policy.attempts:
        log.error("job given up", extra={"job": row.task_path, "attempts": failed})
        return False
    changed = DBTaskResult.objects.filter(pk=row.pk, status=TaskResultStatus.FAILED).update(
        status=TaskResultStatus.READY, finished_at=None, run_after=timezone.now() + policy.pause(failed)
    )
    log.warning("job failed, will be tried again", extra={"job": row.task_path, "attempts": failed})
    return bool(changed)


def take_back() -> int:
    """Put back the jobs of workers that died: killed, out of memory, or the machine was switched off."""
    alive = set(Worker.alive().values_list("name", flat=True))
    count = 0
    for row in DBTaskResult.objects.running():
        if row.worker_ids and row.worker_ids[-1] not in alive:
            with transaction.atomic():
                lost = DBTaskResult.objects.filter(
                    pk=row.pk, status=TaskResultStatus.RUNNING, started_at=row.started_at
                )
                if lost.update(
                    status=TaskResultStatus.FAILED,
                    finished_at=timezone.now(),
                    exception_class_path="sansi.web.jobs.WorkerDied",
                    traceback="the worker that ran it died",
                ):
                    row.refresh_from_db()
                    try_again(row)
                    count += 1
    return count


def clear_away(now: datetime | None = None) -> int:
    """Delete finished jobs that are a month old, and the pulse of workers long dead."""
    before = (now or timezone.now()) - KEEP
    Worker.objects.filter(seen_at__lt=before).delete()
    return DBTaskResult.objects.finished().filter(finished_at__lt=before).delete()[0]
