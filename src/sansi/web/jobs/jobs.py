"""作业表自己的作业 · The jobs that look after the jobs."""

from __future__ import annotations

from datetime import time

from sansi.web.jobs import tick
from sansi.web.jobs.declare import Daily, job


@job(due=Daily(time(3, 40)))
def clear_away() -> int:
    """Delete what is finished and a month old."""
    return tick.clear_away()
