from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from sansi.web.jobs import tick
from sansi.web.jobs.declare import PERIODIC, Daily, Every, Policy, job
from sansi.web.jobs.models import Schedule, Worker
from sansi.web.jobs.worker import SansiWorker

pytestmark = pytest.mark.django_db(transaction=True)
RAN: list[str] = []


@job()
def once(word: str) -> None:
    RAN.append(word)


@job(attempts=3, wait=timedelta(0))
def fails_twice(word: str) -> None:
    RAN.append(word)
    if RAN.count(word) < 3:
        raise OSError(word)


@job(attempts=2, wait=timedelta(0))
def always_fails() -> None:
    raise OSError("no")


@pytest.fixture(autouse=True)
def nothing_periodic(monkeypatch: pytest.MonkeyPatch) -> None:
    RAN.clear()
    for name in list(PERIODIC):
        monkeypatch.delitem(PERIODIC, name)


def work() -> None:
    SansiWorker(once=True).run()


def test_a_job_runs_and_its_worker_leaves_no_pulse() -> None:
    once.enqueue("a")

    work()

    assert RAN == ["a"]
    assert DBTaskResult.objects.get().status == TaskResultStatus.SUCCESSFUL
    assert not Worker.objects.exists()


def test_a_job_that_fails_is_tried_again() -> None:
    fails_twice.enqueue("b")

    work()

    assert RAN == ["b", "b", "b"]
    assert DBTaskResult.objects.get().status == TaskResultStatus.SUCCESSFUL


def test_a_job_that_keeps_failing_is_given_up() -> None:
    always_fails.enqueue()

    work()

    row = DBTaskResult.objects.get()
    assert row.status == TaskResultStatus.FAILED
    assert len(row.worker_ids) == 2
    assert "OSError" in row.exception_class_path


def test_the_pause_doubles_up_to_a_limit() -> None:
    policy = Policy(wait=timedelta(seconds=30), longest=timedelta(minutes=5))

    assert [policy.pause(n).total_seconds() for n in (1, 2, 3, 4, 5, 90)] == [30, 60, 120, 240, 300, 300]


def running(worker: str) -> DBTaskResult:
    once.enqueue("c")
    row = DBTaskResult.objects.get()
    row.claim(worker)
    return row


def test_the_job_of_a_dead_worker_is_done_by_another() -> None:
    running("dead")
    Worker.objects.create(name="dead", host="h", pid=1, seen_at=timezone.now() - timedelta(minutes=2))

    assert tick.take_back() == 1
    DBTaskResult.objects.update(run_after=timezone.now())
    work()

    assert RAN == ["c"]


def test_the_job_of_a_living_worker_is_left_alone() -> None:
    running("alive")
    Worker.objects.create(name="alive", host="h", pid=1)

    assert tick.take_back() == 0
    assert DBTaskResult.objects.get().status == TaskResultStatus.RUNNING


def test_what_is_due_is_handed_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PERIODIC, "x", (once, Every(timedelta(hours=1))))
    enqueued: list[Any] = []
    monkeypatch.setattr(type(once), "enqueue", lambda self, *a, **k: enqueued.append(self))
    now = timezone.now()

    assert tick.hand_out_due(now) == []
    assert tick.hand_out_due(now) == ["x"]
    assert tick.hand_out_due(now) == []
    assert tick.hand_out_due(now + timedelta(hours=1)) == ["x"]
    assert len(enqueued) == 2


def test_two_workers_that_look_at_once_hand_it_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PERIODIC, "x", (once, Every(timedelta(hours=1))))
    now = timezone.now()
    tick.hand_out_due(now)
    # The other worker changes the row after this one has read it.
    real = Schedule.objects.values_list

    def late(*fields: str) -> Any:
        seen = list(real(*fields))
        Schedule.objects.update(next_at=now + timedelta(hours=1))
        return seen

    monkeypatch.setattr(type(Schedule.objects), "values_list", lambda self, *f: late(*f))

    assert tick.hand_out_due(now) == []


def test_what_is_daily_waits_for_its_hour() -> None:
    import datetime

    due = Daily(datetime.time(3, 40))
    now = datetime.datetime(2026, 11, 20, 3, 0, tzinfo=timezone.get_current_timezone())

    assert timezone.localtime(due.following(now)).isoformat()[:16] == "2026-11-20T03:40"
    assert timezone.localtime(due.following(now + timedelta(hours=1))).isoformat()[:16] == "2026-11-21T03:40"


def test_finished_jobs_are_cleared_away_after_a_month() -> None:
    once.enqueue("d")
    work()

    assert tick.clear_away() == 0
    assert tick.clear_away(timezone.now() + timedelta(days=31)) == 1


def test_every_periodic_job_of_the_product_runs_on_an_empty_installation() -> None:
    from sansi.web.jobs.jobs import clear_away
    from sansi.web.orgs.jobs import forget_uploads, send_digests, sign_yesterday

    for task in (clear_away, forget_uploads, send_digests, sign_yesterday):
        task.enqueue()
    work()

    assert {row.status for row in DBTaskResult.objects.all()} == {TaskResultStatus.SUCCESSFUL}
