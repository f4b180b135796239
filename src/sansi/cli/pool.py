"""多进程 · The results of many files in the order of the files, from one process or several."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from sansi.check.model import Both
from sansi.check.report.result import FileResult, Outcome
from sansi.cli.inspector import STDIN, Inspector, Job
from sansi.cli.walking import Found, Obstacle, Target

# Enough to keep every process busy, few enough that a million files are not all waiting at once.
_AHEAD = 8
_LOST = Both(
    "检查它的进程中途退出（可能内存不足）；请单独再查这份文件",
    "the process that checked it ended half-way, perhaps for want of memory: check this file by itself",
)


def results(job: Job, inspector: Inspector, found: Iterable[Found], jobs: int) -> Iterator[FileResult]:
    """What was found in each of `found`, in their order, on `jobs` processes."""
    if jobs <= 1:
        yield from (_here(inspector, one) for one in found)
    else:
        yield from _spread(job, inspector, found, jobs)


def _here(inspector: Inspector, one: Found) -> FileResult:
    if isinstance(one, Obstacle):
        outcome = Outcome.SKIPPED if one.excluded else Outcome.UNREADABLE
        return FileResult(one.path, outcome, problem=one.reason)
    return inspector.stdin() if one.path == "-" else inspector.file(one)


class _Worker:
    inspector: Inspector


def _start(job: Job) -> None:
    _Worker.inspector = Inspector(job)


def _check(target: Target) -> FileResult:
    return _Worker.inspector.file(target)


def _spread(job: Job, inspector: Inspector, found: Iterable[Found], jobs: int) -> Iterator[FileResult]:
    import multiprocessing  # noqa: PLC0415 - a single file need not pay for it
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - same

    # Spawned, not forked: it is the same everywhere, and nothing of this process comes along.
    context = multiprocessing.get_context("spawn")
    waiting: deque[Any] = deque()
    with ProcessPoolExecutor(jobs, context, initializer=_start, initargs=(job,)) as pool:
        try:
            for one in found:
                if isinstance(one, Obstacle) or one.path == "-":
                    waiting.append(_here(inspector, one))
                else:
                    waiting.append(_Asked(pool, one))
                if len(waiting) > jobs * _AHEAD:
                    yield _ready(waiting.popleft())
            while waiting:
                yield _ready(waiting.popleft())
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


class _Asked:
    """A file that some process is checking."""

    def __init__(self, pool: Any, target: Target) -> None:
        self.target = target
        try:
            self.future = pool.submit(_check, target)
        except RuntimeError:
            # The pool broke on an earlier file.
            self.future = None

    def result(self) -> FileResult:
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - see _spread

        if self.future is not None:
            try:
                answer: FileResult = self.future.result()
            except BrokenProcessPool:
                pass
            else:
                return answer
        return FileResult(self.target.path, Outcome.UNREADABLE, problem=_LOST)


def _ready(one: FileResult | _Asked) -> FileResult:
    return one if isinstance(one, FileResult) else one.result()


__all__ = ["STDIN", "results"]
