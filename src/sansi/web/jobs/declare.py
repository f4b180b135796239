"""声明作业 · How an app declares a job, how often it may fail, and when it is due by itself.

Jobs are handed out in the transaction that asks for them, and run at least once: one that was killed half-way runs
again. So a job must bear being run twice. What a job is given is kept in the database until it is a month old:
give it keys, never text, an address or a name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, TypeVar

from django.utils import timezone
from django_tasks import task
from django_tasks.base import Task

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Policy:
    """How often a job is tried in all, and how long it waits after the first failure; then twice as long, and so on."""

    attempts: int = 5
    wait: timedelta = timedelta(seconds=30)
    longest: timedelta = timedelta(hours=6)

    def pause(self, failed: int) -> timedelta:
        """How long to wait after that many failures."""
        pause: timedelta = min(self.wait * 2 ** min(failed - 1, 20), self.longest)
        return pause


@dataclass(frozen=True, slots=True)
class Every:
    """Due again so long after it was due."""

    period: timedelta

    def following(self, now: datetime) -> datetime:
        """When it is due next."""
        return now + self.period


@dataclass(frozen=True, slots=True)
class Daily:
    """Due once a day, at a time of the place where the installation stands."""

    at: time

    def following(self, now: datetime) -> datetime:
        """When it is due next."""
        local = timezone.localtime(now)
        due = timezone.make_aware(datetime.combine(local.date(), self.at))
        return (
            due
            if due > now
            else timezone.make_aware(datetime.combine(local.date() + timedelta(days=1), self.at))
        )


POLICIES: dict[str, Policy] = {}
PERIODIC: dict[str, tuple[Task[Any, Any], Every | Daily]] = {}


def job(*, due: Every | Daily | None = None, **policy: Any) -> Callable[[Callable[..., Any]], Task[Any, Any]]:
    """Make a function of a module a job: `name.enqueue(key)` hands it out. Fields of `Policy` may be named."""

    def declared(function: Callable[..., Any]) -> Task[Any, Any]:
        made: Task[Any, Any] = task()(function)
        POLICIES[made.module_path] = Policy(**policy)
        if due:
            PERIODIC[made.module_path] = (made, due)
        return made

    return declared
