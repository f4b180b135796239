"""进度 · A line on stderr for work that takes a while; nobody sees it otherwise."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterable, Iterator
from typing import Any

from sansi.check.model import Both
from sansi.check.report.result import FileResult

# A person begins to wonder after about this long.
_PATIENCE_S = 1.0


class _Status:
    """Appears by itself when it takes long, even while the first file is still being read."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._count = 0
        self._lock = threading.Lock()
        self._status: Any = None
        self._timer = threading.Timer(_PATIENCE_S, self._appear)
        self._timer.daemon = True
        self._timer.start()

    def _appear(self) -> None:
        from rich.console import Console  # noqa: PLC0415 - 60 ms that a short run need not pay

        with self._lock:
            if not self._timer.finished.is_set():
                self._status = Console(stderr=True).status(self._words())
                self._status.start()

    def _words(self) -> str:
        return Both(f"检查中，已查完 {self._count} 份", f"checking, {self._count} done").in_(self._lang)

    def count(self) -> None:
        self._count += 1
        if self._status:
            self._status.update(self._words())

    def stop(self) -> None:
        with self._lock:
            self._timer.cancel()
            if self._status:
                self._status.stop()


def shown(results: Iterable[FileResult], lang: str) -> Iterator[FileResult]:
    """`results` unchanged, with a line that appears when they take long and leaves nothing behind."""
    if not sys.stderr.isatty():
        yield from results
        return
    status = _Status(lang)
    try:
        for result in results:
            status.count()
            yield result
    finally:
        status.stop()
