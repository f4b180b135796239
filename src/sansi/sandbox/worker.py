"""子进程 · `python -m sansi.sandbox.worker`: reads what comes on its standard input, one file after the other.

It ends when its input does, so that none is left behind when the parent is killed.
"""

from __future__ import annotations

import contextlib
import os
import sys
from time import process_time
from typing import Any, BinaryIO

from sansi.check import rules
from sansi.check.inspector import Inspector
from sansi.sandbox import limits
from sansi.sandbox.limits import Clock, Limits
from sansi.sandbox.messages import job_from
from sansi.sandbox.tasks import TASKS, PatientOcr, Task, Tools, ocr_installed, task
from sansi.sandbox.wire import Head, receive, send

_ANY_SIZE = 1 << 40


class _Quiet:
    """Where libraries may write what nobody should read: a message about a draft may quote it."""

    def write(self, text: str) -> int:
        return len(text)

    def flush(self) -> None:
        """There is nothing to flush."""


class Worker:
    """The child's side of the conversation."""

    def __init__(self, requests: BinaryIO, answers: BinaryIO) -> None:
        """Take the hello, give up what is not needed, and get ready."""
        hello, database = receive(requests, _ANY_SIZE, _ANY_SIZE)
        self._requests, self._answers = requests, answers
        self._limits = Limits(**hello["limits"])
        self._clock = Clock(self._limits)
        limits.confine(self._limits)
        inspector = Inspector(job_from(hello["job"], database))
        # The first text makes the database ready.
        inspector.words("", "0")
        self._ocr = PatientOcr(self._limits.ocr_s, process_time, self._on_picture)
        self._tools = Tools(inspector, self._ocr if ocr_installed() else None)
        self._where: dict[str, str] = TASKS | hello["tasks"]
        self._tasks: dict[str, Task] = {}

    def serve(self) -> None:
        """Answer until there is nobody left to answer."""
        self._say({"ready": True})
        while True:
            try:
                request, data = receive(self._requests, _ANY_SIZE, _ANY_SIZE)
            except EOFError:
                return
            self._clock.start()
            self._ocr.begin()
            head, body = self._answer(request, data)
            del data
            self._clock.stop()
            try:
                self._say({**head, "peak": limits.peak_bytes()}, body)
            except (TypeError, ValueError) as error:
                # A number of some library that JSON does not know; nothing has been sent by then.
                self._say({"lost": type(error).__name__})

    def _answer(self, request: Head, data: bytes) -> tuple[Head, bytes]:
        name = request["task"]
        try:
            if name not in self._tasks:
                self._tasks[name] = task(self._where[name])
            answer, body = self._tasks[name](data, request["options"], self._tools)
        except MemoryError:
            return {"lost": "memory"}, b""
        except ImportError:
            return {"lost": "library"}, b""
        except Exception as error:  # noqa: BLE001 - whatever a reader forgot to say in words
            return {"lost": type(error).__name__}, b""
        return {"answer": answer}, body

    def _on_picture(self, number: int) -> None:
        self._clock.start(self._limits.ocr_s)
        self._say({"picture": number})

    def _say(self, head: Head, body: bytes = b"") -> None:
        send(self._answers, head, body)


def _own_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Standard input and output, kept from libraries that print to them or read from them."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    # A library's last words are read when the child has died; until then nobody empties that pipe.
    with contextlib.suppress(OSError, AttributeError):
        os.set_blocking(2, False)
    quiet: Any = _Quiet()
    sys.stdout = sys.stderr = quiet
    return requests, answers


def main() -> None:
    """Serve the parent."""
    requests, answers = _own_pipes()
    # While the parent is still getting the hello ready.
    rules.shipped()
    with contextlib.suppress(BrokenPipeError, EOFError):
        Worker(requests, answers).serve()
    # Nothing here needs to be put away, and libraries' own endings can crash.
    os._exit(0)


if __name__ == "__main__":
    main()
