"""Many officers act at once: every act gets its own place in the chain, and none is lost."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction

from sansi.web.audit import heads
from sansi.web.audit.actions import record
from sansi.web.audit.models import Entry

pytestmark = pytest.mark.django_db(transaction=True)
THREADS, EACH = 4, 15


def test_acts_at_the_same_time_stand_one_after_another() -> None:
    if connection.vendor == "sqlite":
        pytest.skip("threads share one connection to a database in memory: nothing happens at once there")
    failed: list[Exception] = []

    def act(number: int) -> None:
        try:
            for turn in range(EACH):
                with transaction.atomic():
                    record("unit.renamed", None, by=None, unit=number, turn=turn)
        except Exception as why:  # noqa: BLE001 - said below, in the thread of the test
            failed.append(why)
        finally:
            connection.close()

    threads = [threading.Thread(target=act, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failed == []
    assert Entry.objects.count() == THREADS * EACH
    assert heads.verify()[1] == []
