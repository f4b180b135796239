"""工人 · The process that runs the jobs: retries, periodic jobs and a pulse on top of django-tasks-db's worker."""

from __future__ import annotations

import os
import socket
import threading
import time
from typing import Any

from django.db import connection
from django.utils import timezone
from django.utils.crypto import get_random_string
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker as BatchWorker
from django_tasks_db.models import DBTaskResult

from sansi.web.jobs import tick
from sansi.web.jobs.models import PULSE_S, Worker

TICK_S = 15.0


class SansiWorker(BatchWorker):
    """Runs what is ready, then ticks, then sleeps a little; ends by SIGTERM after the job it is at."""

    def __init__(self, *, once: bool = False, interval: float = 1.0) -> None:
        """`once`: end when nothing is ready any more."""
        super().__init__(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=interval,
            # A batch of the worker below ends when nothing is ready; the rounds are made here.
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
        )
        self.once = once
        self._stopped = threading.Event()

    def run(self) -> None:
        """Work until told to stop."""
        Worker.objects.create(name=self.worker_id, host=socket.gethostname(), pid=os.getpid())
        pulse = threading.Thread(target=self._beat, name="pulse", daemon=True)
        pulse.start()
        try:
            ticked = float("-inf")
            while self.running:
                if time.monotonic() - ticked >= TICK_S:
                    tick.take_back()
                    tick.hand_out_due()
                    ticked = time.monotonic()
                super().run()
                if self.once:
                    break
                if self.running:
                    time.sleep(self.interval)
        finally:
            self._stopped.set()
            pulse.join(timeout=PULSE_S)
            Worker.objects.filter(name=self.worker_id).delete()

    def run_task(self, db_task_result: DBTaskResult[Any, Any]) -> None:
        """Run one job; put it back if it failed and may be tried again."""
        super().run_task(db_task_result)
        if db_task_result.status == TaskResultStatus.FAILED:
            tick.try_again(db_task_result)

    def _beat(self) -> None:
        # A thread and a connection of its own: a job that takes long must not look like a death.
        try:
            while not self._stopped.wait(PULSE_S):
                Worker.objects.filter(name=self.worker_id).update(seen_at=timezone.now())
        finally:
            connection.close()
