"""Two entries of the audit log that belong together, with time in between for somebody to be killed."""

from __future__ import annotations

import os
import time

from django.db import transaction

from sansi.web.audit.actions import record

PAUSE_S = 0.05


def act(number: int) -> None:
    with transaction.atomic():
        record("audit.verified", None, by=None, unit=number, half=1)
        say(f"begun {number}")
        time.sleep(PAUSE_S)
        record("audit.verified", None, by=None, unit=number, half=2)


def say(line: str) -> None:
    """One line to the test, whole whatever happens: a write as short as this is not parted."""
    handle = os.open(os.environ["KILLED_SAYS"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(handle, f"{line}\n".encode())
    os.close(handle)
