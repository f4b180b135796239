"""一个子进程 · The parent's side of one child: start it, ask it, end it, and say why it died."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic
from typing import BinaryIO

from sansi.check.extract.document import Unreadable
from sansi.check.model import Both
from sansi.sandbox.limits import Limits
from sansi.sandbox.reasons import CRASHED, NO_START, NOT_INSTALLED, TOO_LONG, TOO_MUCH, failed
from sansi.sandbox.wire import Garbled, Head, announce, pour, receive, send

# What a child needs to find Python and its libraries; no secret of the parent's environment goes along.
_KEPT = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "LANG", "LC_ALL")
# One thread and one heap: more of either only eat the limits.
_ALONE = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "1",
    # What a picture took goes back to the system: measured, 200 MB less between pictures at the same speed.
    "MALLOC_MMAP_THRESHOLD_": "4194304",
    "MALLOC_TRIM_THRESHOLD_": "4194304",
}
# The last words of C++ and of Rust when there is no memory left.
_OUT_OF_MEMORY = (b"bad_alloc", b"memory allocation of", b"out of memory", b"Out of memory")
_NEARLY = 0.7
_PAGE_BYTES = 4096
_TIRED_FILES = 2_000
_TIRED_BYTES = 2 << 30
_TIRED_PEAK = 1 << 30


class Lost(Unreadable):
    """The file cost the child that read it."""


@dataclass(frozen=True)
class Hello:
    """What a child is told once, at its beginning."""

    job: Head
    database: bytes
    tasks: dict[str, str]
    limits: Limits


class Child:
    """One child process. Only one thread speaks with it at a time; any may end it."""

    def __init__(self, hello: Hello, on_busy: Callable[[], None] = lambda: None) -> None:
        """Start the process; it loads its libraries while we go on. `on_busy`: there is a `deadline` now."""
        self._hello = hello
        self._on_busy = on_busy
        self._greeted = False
        self._overdue = False
        self._swollen = 0
        self._files = self._bytes = self._peak = 0
        self.deadline: float | None = None
        self._latest = 0.0
        self._process = subprocess.Popen(
            # -P: a file in the folder that is being checked must not be imported. -B: it cannot write.
            # -W: what libraries remark on a file is no use to anybody, and would fill the pipe.
            [sys.executable, "-P", "-B", "-W", "ignore", "-X", "utf8", "-m", "sansi.sandbox.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE if os.name == "posix" else subprocess.DEVNULL,
            env=_environment(),
            # What the terminal sends to its foreground (Ctrl-C) is for the parent.
            start_new_session=True,
            # A buffer would be written once more by a process that was forked meanwhile.
            bufsize=0,
        )
        assert self._process.stdin
        assert self._process.stdout
        self._requests: BinaryIO = self._process.stdin  # type: ignore[assignment]
        self._answers: BinaryIO = io.BufferedReader(self._process.stdout)  # type: ignore[type-var]
        if self._process.stderr and os.name == "posix":
            os.set_blocking(self._process.stderr.fileno(), False)

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    @property
    def tired(self) -> bool:
        """Whether it has read so much that a fresh one is better: readers leak."""
        return self._files >= _TIRED_FILES or self._bytes >= _TIRED_BYTES or self._peak >= _TIRED_PEAK

    def ask(
        self, request: Head, source: BinaryIO, size: int, told: Callable[[int], None] | None = None
    ) -> tuple[Head, bytes, bool]:
        """The child's answer about `size` bytes of `source`, and whether there were as many.

        `told` hears of each picture that is being read. Raises Lost when it dies of it, or talks nonsense.
        """
        try:
            self._greet()
            self._allow(self._hello.limits.wall_s)
            announce(self._requests, request, size)
            whole = pour(self._requests, source, size)
            head, body = self._listen(told)
        except (EOFError, Garbled, OSError, ValueError):
            raise Lost(self._why()) from None
        finally:
            self.deadline = None
        self._files += 1
        self._bytes += size
        self._hush()
        return head, body, whole

    def _greet(self) -> None:
        if self._greeted:
            return
        self._allow(self._hello.limits.start_s)
        hello = self._hello
        head = {"job": hello.job, "tasks": hello.tasks, "limits": asdict(hello.limits)}
        try:
            send(self._requests, head, hello.database)
            ready, _ = receive(self._answers, 100, 0)
        except (EOFError, Garbled, OSError, ValueError):
            raise NoStart(NO_START) from None
        self._greeted = "ready" in ready

    def _allow(self, seconds: float) -> None:
        now = monotonic()
        self._latest = now + self._hello.limits.longest_s
        self.deadline = now + seconds
        self._on_busy()

    def _listen(self, told: Callable[[int], None] | None) -> tuple[Head, bytes]:
        limits = self._hello.limits
        while True:
            head, body = receive(self._answers, limits.answer_bytes, limits.output_bytes)
            if "picture" not in head:
                return self._understood(head), body
            # A child that has been taken over must not talk itself an endless life.
            self.deadline = min(self._latest, monotonic() + limits.wall_s + limits.ocr_s)
            if told and type(head["picture"]) is int:
                told(head["picture"])

    def _understood(self, head: Head) -> Head:
        if isinstance(lost := head.get("lost"), str):
            # It lives, but memory that was short once is in pieces.
            known = {"memory": TOO_MUCH, "library": NOT_INSTALLED}
            raise Failed(known.get(lost) or failed(_word(lost)))
        peak, answer = head.get("peak"), head.get("answer")
        if type(peak) is not int or type(answer) is not dict:
            raise Garbled
        self._peak = peak
        return answer

    def look_after(self, now: float) -> None:
        """End it when its time is over; whoever waits for its answer then hears that it died."""
        deadline = self.deadline
        if deadline is not None and now >= deadline:
            self._overdue = True
            self._process.kill()
        self._swollen = max(self._swollen, _size_bytes(self.pid))

    def end(self) -> None:
        """End the process, by its own number, and wait until it is gone."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._requests, self._answers, self._process.stderr):
            if pipe:
                pipe.close()

    def _why(self) -> Both:
        """Why it died, once it has; one that only talks nonsense is ended here."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        words = self._hush()
        code = self._process.returncode
        ended = -code if code is not None and code < 0 else 0
        if self._overdue or ended in _named("SIGXCPU", "SIGALRM"):
            return TOO_LONG
        if any(w in words for w in _OUT_OF_MEMORY) or ended in _named("SIGKILL"):
            return TOO_MUCH
        # Most libraries say nothing when they get no more memory, and fall over.
        if ended and self._swollen > self._hello.limits.memory_bytes * _NEARLY:
            return TOO_MUCH
        return CRASHED

    def _hush(self) -> bytes:
        """Take what its libraries have written to the standard error, so that the pipe never fills."""
        if not self._process.stderr:
            return b""
        try:
            return os.read(self._process.stderr.fileno(), 1 << 16)
        except (OSError, ValueError):
            return b""


class NoStart(Unreadable):
    """The child could not even be made ready: that is not the fault of a file."""


class Failed(Unreadable):
    """The reader failed, and the child told so itself."""


def _word(told: str) -> str:
    """The name of an exception as it may be shown."""
    return told[:80] if told.isidentifier() else "?"


def _named(*names: str) -> set[int]:
    return {getattr(signal, name) for name in names if hasattr(signal, name)}


def _size_bytes(pid: int) -> int:
    """How much address space a process has now; 0 where nobody knows."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_bytes().split()[0]) * _PAGE_BYTES
    except (OSError, IndexError, ValueError):
        return 0


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, **_ALONE, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
