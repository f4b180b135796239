"""A worker killed in the middle of a job loses nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from sansi.web.jobs import tick
from sansi.web.jobs.declare import job
from sansi.web.jobs.models import Worker
from sansi.web.jobs.worker import SansiWorker

pytestmark = pytest.mark.django_db(transaction=True)


@job(attempts=3)
def slow(flag: str) -> None:
    """Wait until somebody kills us, the first time."""
    started = Path(flag)
    if started.exists():
        started.write_text("again", encoding="utf-8")
        return
    started.write_text("once", encoding="utf-8")
    time.sleep(60)


CHILD = """
import sys, django
django.setup()
from django.db import connection
connection.settings_dict["NAME"] = sys.argv[1]
connection.settings_dict["OPTIONS"].pop("pool", None)
import tests.web.jobs.test_killed
from sansi.web.jobs.worker import SansiWorker
SansiWorker(once=True).run()
"""


def test_the_job_of_a_killed_worker_is_done_by_the_next(tmp_path: Path) -> None:
    name = str(connection.settings_dict["NAME"])
    if ":memory:" in name or "mode=memory" in name:
        pytest.skip("another process can't see a database in memory")
    flag = tmp_path / "flag"
    slow.enqueue(str(flag))
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, name],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.web.settings_under_test"},
    )
    for _ in range(300):
        if flag.exists():
            break
        time.sleep(0.1)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    assert DBTaskResult.objects.get().status == TaskResultStatus.RUNNING

    Worker.objects.update(seen_at=timezone.now() - timedelta(minutes=2))
    tick.take_back()
    DBTaskResult.objects.update(run_after=timezone.now())
    SansiWorker(once=True).run()

    assert flag.read_text(encoding="utf-8") == "again"
    assert DBTaskResult.objects.get().status == TaskResultStatus.SUCCESSFUL
