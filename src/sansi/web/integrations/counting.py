"""计数 · Requests per token, and rules per month.

Collected in memory and written from time to time, so that no row changes with a single request: who watches the
database cannot tell from it what was found in which draft.
"""

from __future__ import annotations

import atexit
import contextlib
import logging
import threading
from collections import Counter
from collections.abc import Iterable
from datetime import date

from django.db import DatabaseError, IntegrityError, connections, models, transaction
from django.db.models import F
from django.utils import timezone

from sansi.web.integrations.models import Integration, RequestCount, RuleCount

EVERY_S = 30.0
SUPPRESSED_BELOW = 5
_log = logging.getLogger("sansi.integrations")


def this_month() -> date:
    """The first day of the month, where the installation stands."""
    return timezone.localdate().replace(day=1)


class Collector:
    """What has been counted since it was last written."""

    def __init__(self, every_s: float = EVERY_S) -> None:
        """Write `every_s` seconds after something was first counted."""
        self._every_s = every_s
        self._lock = threading.Lock()
        self._requests: Counter[tuple[int, date]] = Counter()
        self._rules: Counter[tuple[str, date]] = Counter()
        self._timer: threading.Timer | None = None

    def count(self, integration: int, rules: Iterable[str]) -> None:
        """One request of an integration, in which each of `rules` found something."""
        month = this_month()
        with self._lock:
            self._requests[integration, month] += 1
            self._rules.update((rule, month) for rule in set(rules))
            if self._timer is None:
                self._timer = threading.Timer(self._every_s, self._by_itself)
                self._timer.daemon = True
                self._timer.start()

    def _by_itself(self) -> None:
        # A thread of its own has a connection of its own, which nobody else would close.
        try:
            self.write()
        except DatabaseError as error:
            _log.warning("counts not written", extra={"error": type(error).__name__})
        finally:
            connections.close_all()

    def write(self) -> None:
        """Add what was collected to what is in the database; it is kept for the next time when that fails."""
        with self._lock:
            if self._timer:
                self._timer.cancel()
            requests, rules, self._timer = self._requests, self._rules, None
            self._requests, self._rules = Counter(), Counter()
        try:
            with transaction.atomic():
                there = set(
                    Integration.objects.filter(pk__in={pk for pk, _ in requests}).values_list("pk", flat=True)
                )
                for (pk, month), count in sorted(requests.items()):
                    if pk in there:
                        _add(RequestCount, count, integration_id=pk, month=month)
                for (rule, month), count in sorted(rules.items()):
                    _add(RuleCount, count, rule=rule, month=month)
        except DatabaseError:
            with self._lock:
                self._requests.update(requests)
                self._rules.update(rules)
            raise


def _add(kind: type[models.Model], count: int, **row: object) -> None:
    rows = kind._default_manager.filter(**row)
    if rows.update(count=F("count") + count):
        return
    try:
        with transaction.atomic():
            kind._default_manager.create(**row, count=count)
    except IntegrityError:
        # Another process was faster to begin the month.
        rows.update(count=F("count") + count)


def shown(count: int) -> str:
    """A count of what was found, as it may be shown: a small one could point at somebody."""
    return str(count) if count >= SUPPRESSED_BELOW else f"< {SUPPRESSED_BELOW}"


collector = Collector()


def _at_the_end() -> None:
    # The process ends: counts are not worth a traceback.
    with contextlib.suppress(Exception):
        collector.write()


atexit.register(_at_the_end)
