"""运行 · The processes of the site: the server, and beside it the one that does the background jobs."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from types import TracebackType
from typing import Self

from django.core.checks import run_checks
from django.core.management import call_command
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

TARGET = "sansi.web.front:application"
_STOP_S = 20
_PAUSE_S = 2


def prepare(*, demo: bool) -> None:
    """Bring the database up to date, and for the demo fill it, unless it is filled."""
    call_command("migrate", verbosity=0)
    if demo:
        call_command("seed")


def made_up_people() -> bool:
    """Whether people of the demonstration could sign in where there is none."""
    return bool(run_checks(tags=["database"], databases=["default"]))


def serve(host: str, port: int, workers: int) -> None:
    """Serve until a signal says to stop."""
    # The site logs by itself: granian's own log of requests would hold addresses of visitors and what they asked for.
    Granian(
        TARGET,
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        workers=workers,
        log_access=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
    ).serve()


class Jobs:
    """The process that does the background jobs; when it dies another one takes its place."""

    def __init__(self) -> None:
        """Nothing is started before it is entered."""
        self._stopping = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._keeper = threading.Thread(target=self._keep, daemon=True)

    def __enter__(self) -> Self:
        """Start it."""
        self._keeper.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let it end what it is doing, and stop it."""
        self._stopping.set()
        process = self._process
        if process and process.poll() is None:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_STOP_S)
            process.kill()

    def _keep(self) -> None:
        while not self._stopping.is_set():
            self._process = subprocess.Popen([sys.executable, "-m", "sansi.cli", "manage", "worker"])
            self._process.wait()
            # One that can't start at all must not keep the machine busy.
            self._stopping.wait(_PAUSE_S)
