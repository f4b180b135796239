"""子进程池 · A few warm children and who gets which: every call is safe from many threads."""

from __future__ import annotations

import io
import os
import threading
import weakref
from collections.abc import Callable, Mapping
from time import monotonic, sleep
from types import TracebackType
from typing import BinaryIO, NamedTuple, Self

from sansi.check import rules as rulebook
from sansi.check.config import parse
from sansi.check.extract.document import Unreadable
from sansi.check.inspector import Job
from sansi.check.prefilter.plan import plan
from sansi.check.report.result import FileResult, Outcome
from sansi.sandbox.child import Child, Hello, NoStart
from sansi.sandbox.files import opened, state
from sansi.sandbox.limits import Limits
from sansi.sandbox.messages import job_as_dict, result_from
from sansi.sandbox.reasons import CHANGED, CRASHED, NO_START, too_big
from sansi.sandbox.wire import Garbled, Head

# As much as kinds are told from.
_BEGINNING = 1 << 16
_LOOK_EVERY_S = 0.2


class Answer(NamedTuple):
    """What a task answered: plain data, and bytes where it made some. It comes from a child: check it."""

    told: Head
    data: bytes
    whole: bool
    """False when the source ended before its size: it was changed meanwhile."""


class Pool:
    """Up to `workers` children that all do `job`; started when needed, replaced when lost."""

    def __init__(
        self,
        job: Job,
        workers: int = 1,
        *,
        limits: Limits | None = None,
        tasks: Mapping[str, str] | None = None,
    ) -> None:
        """Be ready to start children. `tasks` are more than those of `sansi.sandbox.tasks`."""
        self.job = job
        self.limits = limits or Limits()
        self._workers = max(1, workers)
        self._tasks = dict(tasks or {})
        self._hello: Hello | None = None
        self._rules: frozenset[str] = frozenset()
        self._forget()
        _POOLS.add(self)

    def _forget(self) -> None:
        """Begin anew; after a fork, the children belong to the other process."""
        self._lock = threading.Condition()
        self._starting = threading.Lock()
        self._idle: list[Child] = []
        self._all: set[Child] = set()
        self._count = 0
        self._closed = False
        self._watch: threading.Thread | None = None
        self._busy = threading.Event()

    def check_file(self, path: str) -> FileResult:
        """What was found in the file at `path`; "skipped" when no reader reads its kind."""
        try:
            with opened(path) as stream:
                before = state(stream)
                result = self._checked(path, stream, before[0])
                if state(stream) != before and result.outcome is not Outcome.UNREADABLE:
                    result.outcome, result.problem = Outcome.PARTIAL, CHANGED
                return result
        except Unreadable as error:
            return FileResult(path, Outcome.UNREADABLE, problem=error.reason, kind="unknown")

    def check_bytes(self, data: bytes, name: str) -> FileResult:
        """What was found in `data`, which somebody calls `name`; see `check_file`."""
        try:
            return self._checked(name, io.BytesIO(data), len(data))
        except Unreadable as error:
            return FileResult(name, Outcome.UNREADABLE, problem=error.reason, kind="unknown")

    def _checked(self, name: str, stream: BinaryIO, size: int) -> FileResult:
        options: Head = {"name": os.path.basename(name)}  # noqa: PTH119 - it may be no path at all
        if size > self.limits.input_bytes:
            options["cut"] = too_big(self.limits.input_bytes)
            size = _BEGINNING
        answer = self.run("check", stream, size, options)
        try:
            result = result_from(answer.told, name, self._rules)
        except Garbled:
            raise Unreadable(CRASHED) from None
        if not answer.whole:
            result.outcome, result.problem = Outcome.PARTIAL, CHANGED
        return result

    def run(
        self,
        task: str,
        source: BinaryIO,
        size: int,
        options: Head | None = None,
        told: Callable[[int], None] | None = None,
    ) -> Answer:
        """Have a child do `task` with `size` bytes of `source`, and wait for its answer.

        `told` hears of every picture that is read. Raises Unreadable, with what to tell a person, when the file
        costs the child; the pool is as good as before.
        """
        child = self._take()
        try:
            answer = Answer(*child.ask({"task": task, "options": options or {}}, source, size, told))
        except BaseException as error:
            self._replace(child, again=not isinstance(error, NoStart))
            raise
        if child.tired:
            self._replace(child, again=True)
        else:
            self._give_back(child)
        return answer

    def _take(self) -> Child:
        with self._lock:
            while True:
                if self._closed:
                    raise RuntimeError("the pool is closed")
                if self._idle:
                    return self._idle.pop()
                if self._count < self._workers:
                    self._count += 1
                    break
                self._lock.wait()
        try:
            return self._new()
        except BaseException:
            self._less()
            raise

    def _new(self) -> Child:
        with self._starting:
            if self._hello is None:
                self._hello = self._greeting()
            if self._watch is None:
                self._watch = threading.Thread(target=self._watching, name="sansi-sandbox", daemon=True)
                self._watch.start()
        try:
            child = Child(self._hello, self._busy.set)
        except OSError:
            raise NoStart(NO_START) from None
        with self._lock:
            self._all.add(child)
            closed = self._closed
        if closed:
            child.end()
        return child

    def _greeting(self) -> Hello:
        rules = rulebook.shipped()
        if self.job.config_text:
            rules = parse(self.job.config_text, self.job.config_name).applied_to(rules)
        self._rules = frozenset(r.id for r in rules)
        database = self.job.database
        if database is None:
            try:
                from sansi.check.prefilter import vectorscan  # noqa: PLC0415 - no wheel on some platforms
            except ImportError:
                database = b""
            else:
                # Once here rather than in every child.
                database = vectorscan.compile_database(plan(rules))
        return Hello(job_as_dict(self.job), database, self._tasks, self.limits)

    def _give_back(self, child: Child) -> None:
        with self._lock:
            if not self._closed:
                self._idle.append(child)
            self._lock.notify()

    def _replace(self, child: Child, *, again: bool) -> None:
        """End `child`; with `again`, another gets warm while nobody waits for it."""
        child.end()
        with self._lock:
            self._all.discard(child)
            again = again and not self._closed
        if not again:
            self._less()
            return
        try:
            fresh = self._new()
        except Unreadable:
            self._less()
            return
        self._give_back(fresh)

    def _less(self) -> None:
        with self._lock:
            self._count -= 1
            self._lock.notify()

    def _watching(self) -> None:
        """End children whose time is over; sleep while none has anything to do."""
        while not self._closed:
            # Before we look: who gets busy from here on wakes us again.
            self._busy.clear()
            with self._lock:
                children = [c for c in self._all if c.deadline is not None]
            now = monotonic()
            for child in children:
                child.look_after(now)
            if children:
                sleep(_LOOK_EVERY_S)
            else:
                self._busy.wait()

    def close(self) -> None:
        """End all children. Whoever still waits for one hears that it died."""
        with self._lock:
            self._closed = True
            children = list(self._all)
            self._all.clear()
            self._idle.clear()
            self._lock.notify_all()
        self._busy.set()
        for child in children:
            child.end()

    def __enter__(self) -> Self:
        """The pool itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """See `close`."""
        self.close()


_POOLS: weakref.WeakSet[Pool] = weakref.WeakSet()


def _after_fork() -> None:
    for pool in list(_POOLS):
        pool._forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)

__all__ = ["Answer", "Pool"]
