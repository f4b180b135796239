"""在沙箱里改一份文件 · What `clean` and `redact` ask of a child: one file in, another out."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

from sansi.check.extract.document import Unreadable
from sansi.check.model import Both
from sansi.check.report.preview import clean
from sansi.cli.app import Failure
from sansi.sandbox.files import opened, state
from sansi.sandbox.pool import Answer, Pool
from sansi.sandbox.reasons import CHANGED, too_big

_MACROS = {
    ".docm": ".docx", ".dotm": ".dotx", ".xlsm": ".xlsx", ".xltm": ".xltx", ".pptm": ".pptx", ".ppsm": ".ppsx",
    ".potm": ".potx",
}  # fmt: skip


def refuse_macros(output: str) -> None:
    """Raise Failure where `output` has a name that opens with macros only: in what we write, none is left."""
    suffix = Path(output).suffix.lower()
    if suffix in _MACROS:
        raise Failure(
            f"写出的文件没有宏了，叫 {suffix} 会打不开；OUT 请用 {_MACROS[suffix]}",
            f"without its macros it would not open as {suffix}: let OUT end in {_MACROS[suffix]}",
        )


def answer_to(pool: Pool, task: str, file: str, options: dict[str, Any], head: bytes = b"") -> Answer:
    """What a child makes of `file`; of standard input, of which `head` has been taken, where that is "-".

    Raises Unreadable when it is too big, may not be read, or changes meanwhile.
    """
    most = pool.limits.input_bytes
    if file == "-":
        data = head + sys.stdin.buffer.read(most + 1 - len(head))
        if len(data) > most:
            raise Unreadable(too_big(most))
        return pool.run(task, io.BytesIO(data), len(data), options)
    with opened(file) as stream:
        before = state(stream)
        if before[0] > most:
            raise Unreadable(too_big(most))
        answer = pool.run(task, stream, before[0], options)
        if state(stream) != before or not answer.whole:
            raise Unreadable(CHANGED)
        return answer


def both(told: Any) -> Both:
    """What a child said in two languages. Names of parts come from the file: nothing in them may steer a terminal."""
    zh, en = told
    return Both(clean(str(zh)), clean(str(en)))
