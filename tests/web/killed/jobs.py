"""A job that may be killed at any time."""

from __future__ import annotations

from datetime import timedelta

from sansi.web.jobs.declare import job
from tests.web.killed.acts import act


@job(attempts=9, wait=timedelta(0))
def note(number: int) -> None:
    act(number)
