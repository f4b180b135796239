"""任务 · What a child can be asked to do with the bytes of a file, each by its name.

A task is a function of the bytes, the options of whoever asks and the child's tools, and answers with plain
data and bytes. What it raises is told to the parent; a task need not catch for the sake of the child.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sansi.check.extract.document import Unreadable
from sansi.check.extract.reader import Line, Ocr
from sansi.check.inspector import Inspector
from sansi.check.model import Both
from sansi.sandbox.wire import Head

TASKS = {
    "check": "sansi.sandbox.checking:check",
    "clean": "sansi.sandbox.cleaning:clean",
    "redact": "sansi.sandbox.redacting:redact",
    "check_words": "sansi.sandbox.words:check_words",
    "redact_words": "sansi.sandbox.words:redact_words",
}
"""Name of a task -> module and function."""
NO_OCR = Both(
    "图片里的文字没有检查：这里没有装文字识别；请用 pip install 'sansi[ocr]' 装上再查",
    "the words in pictures were not checked, for nothing here can read them: pip install 'sansi[ocr]' and check again",
)
_OCR_USED_UP = Both(
    "图片太多，读图时间用完，这一张没有检查；请拆成几份再查",
    "not checked, for there are so many pictures that the time for reading them was used up: split the file",
)


@dataclass(frozen=True)
class Tools:
    """What a child has made ready, for every task: the rules, and who reads pictures, if anybody."""

    inspector: Inspector
    ocr: Ocr | None = None


Task = Callable[[bytes, Head, Tools], tuple[Head, bytes]]


def task(where: str) -> Task:
    """The function that `where` names, as "module:function"."""
    module, _, name = where.partition(":")
    found: Task = getattr(importlib.import_module(module), name)
    return found


class PatientOcr:
    """Reads pictures with an engine that is loaded at the first one, and counts the time it takes.

    `on_picture` is called before each; `limit_s` of CPU for all pictures of a file, then Unreadable for the rest.
    """

    def __init__(self, limit_s: float, clock: Callable[[], float], on_picture: Callable[[int], None]) -> None:
        """Read at most `limit_s` seconds of `clock` for each file."""
        self._limit_s, self._clock, self._on_picture = limit_s, clock, on_picture
        self._engine: Any = None
        self._spent_s = 0.0
        self._pictures = 0

    def begin(self) -> None:
        """A new file has all of the time."""
        self._spent_s, self._pictures = 0.0, 0

    def read(self, rgb: bytes, width: int, height: int) -> Sequence[Line]:
        """See `Ocr`. Raises Unreadable when the time is used up or the engine is not installed."""
        if self._spent_s > self._limit_s:
            raise Unreadable(_OCR_USED_UP)
        self._pictures += 1
        self._on_picture(self._pictures)
        if self._engine is None:
            self._engine = _loaded()
        began = self._clock()
        try:
            lines: Sequence[Line] = self._engine.read(rgb, width, height)
        finally:
            self._spent_s += self._clock() - began
        return lines


def ocr_installed() -> bool:
    """Whether there is an engine for pictures, without loading it."""
    try:
        return all(importlib.util.find_spec(name) for name in ("sansi.ocr", "rapidocr", "onnxruntime"))
    except (ImportError, ValueError):
        return False


def _loaded() -> Any:
    try:
        ocr = importlib.import_module("sansi.ocr")
    except ImportError:
        raise Unreadable(NO_OCR) from None
    try:
        return ocr.load()
    except ocr.Missing as error:
        raise Unreadable(error.reason) from None
