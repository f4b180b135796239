"""进度 · A bar on stderr for work that takes a while; nobody sees it otherwise."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator

from sansi.check.model import Both
from sansi.check.report.result import FileResult

# A person begins to wonder after about this long.
_PATIENCE_S = 1.0


def shown(results: Iterable[FileResult], lang: str) -> Iterator[FileResult]:
    """`results` unchanged, with a bar that appears when they take long and leaves nothing behind."""
    if not sys.stderr.isatty():
        yield from results
        return
    began = time.monotonic()
    status = None
    try:
        for count, result in enumerate(results, 1):
            if status is None and time.monotonic() - began > _PATIENCE_S:
                from rich.console import Console  # noqa: PLC0415 - 60 ms that a short run need not pay

                status = Console(stderr=True).status("")
                status.start()
            if status is not None:
                status.update(Both(f"已检查 {count} 份", f"{count} checked").in_(lang))
            yield result
    finally:
        if status is not None:
            status.stop()
