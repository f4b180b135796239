"""多进程 · The results of many files in the order of the files, from one process or several."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from threading import Lock
from typing import TYPE_CHECKING, Any, Self

from sansi.check.model import Both
from sansi.check.report.result import FileResult, Outcome
from sansi.cli.inspector import STDIN, Inspector, Job
from sansi.cli.reading import NoText
from sansi.cli.walking import Found, Obstacle, Target

if TYPE_CHECKING:
    from sansi.cli.documents import Documents

# Enough to keep every process busy, few enough that a million files are not all waiting at once.
_AHEAD = 8
_LOST = Both(
    "检查它的进程中途退出（可能内存不足）；请单独再查这份文件",
    "the process that checked it ended half-way, perhaps for want of memory: check this file by itself",
)


def results(
    job: Job, inspector: Inspector, found: Iterable[Found], jobs: int, lang: str
) -> Iterator[FileResult]:
    """What was found in each of `found`, in their order, on `jobs` processes."""
    with _Readers(inspector, jobs, lang) as readers:
        if jobs <= 1:
            yield from (readers.here(one) for one in found)
        else:
            yield from _spread(job, readers, found, jobs)


class _Readers:
    """Who reads what: plain text here, everything else in the sandbox, which is started when needed."""

    def __init__(self, inspector: Inspector, jobs: int, lang: str) -> None:
        self.inspector = inspector
        self._jobs, self._lang = jobs, lang
        self._lock = Lock()
        self._documents: Documents | None = None

    @property
    def documents(self) -> Documents:
        from sansi.cli.documents import Documents  # noqa: PLC0415 - plain text need not pay for it

        with self._lock:
            if self._documents is None:
                self._documents = Documents(self.inspector, self._jobs, self._lang)
            return self._documents

    def here(self, one: Found) -> FileResult:
        if isinstance(one, Obstacle):
            outcome = Outcome.SKIPPED if one.excluded else Outcome.UNREADABLE
            return FileResult(one.path, outcome, problem=one.reason)
        if one.path != "-":
            return self.inspector.file(one) or self.documents.file(one)
        try:
            return self.inspector.stdin()
        except NoText as error:
            return self.documents.stdin(error.head)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._documents:
            self._documents.close()


class _Worker:
    inspector: Inspector


def _start(job: Job) -> None:
    _Worker.inspector = Inspector(job)


def _check(target: Target) -> FileResult | None:
    return _Worker.inspector.file(target)


def _spread(job: Job, readers: _Readers, found: Iterable[Found], jobs: int) -> Iterator[FileResult]:
    import multiprocessing  # noqa: PLC0415 - a single file need not pay for it
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - same

    # Spawned, not forked: it is the same everywhere, and nothing of this process comes along.
    context = multiprocessing.get_context("spawn")
    waiting: deque[Any] = deque()
    with ProcessPoolExecutor(jobs, context, initializer=_start, initargs=(job,)) as pool:
        try:
            for one in found:
                if isinstance(one, Obstacle) or one.path == "-":
                    waiting.append(readers.here(one))
                else:
                    waiting.append(_Asked(pool, one, readers))
                if len(waiting) > jobs * _AHEAD:
                    yield _ready(waiting.popleft())
            while waiting:
                yield _ready(waiting.popleft())
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


class _Asked:
    """A file that some process is checking: as text, and where it is none, in the sandbox."""

    def __init__(self, pool: Any, target: Target, readers: _Readers) -> None:
        from concurrent.futures import Future  # noqa: PLC0415 - see _spread

        self._target = target
        self._readers = readers
        self._settled: Future[FileResult] = Future()
        try:
            pool.submit(_check, target).add_done_callback(self._text_done)
        except RuntimeError:
            # The pool broke on an earlier file.
            self._settled.set_result(self._lost())

    def _lost(self) -> FileResult:
        return FileResult(self._target.path, Outcome.UNREADABLE, problem=_LOST)

    def _text_done(self, text: Any) -> None:
        """Go on at once, so that the sandbox works while others of the list are still waited for."""
        if text.cancelled() or text.exception():
            self._settled.set_result(self._lost())
        elif answer := text.result():
            self._settled.set_result(answer)
        else:
            self._readers.documents.later(self._target).add_done_callback(self._document_done)

    def _document_done(self, document: Any) -> None:
        if document.cancelled():
            self._settled.set_result(self._lost())
        elif error := document.exception():
            self._settled.set_exception(error)
        else:
            self._settled.set_result(document.result())

    def result(self) -> FileResult:
        return self._settled.result()


def _ready(one: FileResult | _Asked) -> FileResult:
    return one if isinstance(one, FileResult) else one.result()


__all__ = ["STDIN", "results"]
