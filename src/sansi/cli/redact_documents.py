"""遮盖文档 · `sansi redact` for what is no plain text: done and verified in a child of the sandbox."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Any, NamedTuple

from sansi.check.extract.document import Unreadable
from sansi.check.inspector import Job
from sansi.check.model import Both
from sansi.check.report.preview import clean
from sansi.cli.app import Failure
from sansi.cli.clean import MACROS
from sansi.cli.inspector import STDIN
from sansi.sandbox.files import opened, state
from sansi.sandbox.limits import Limits
from sansi.sandbox.pool import Answer, Pool
from sansi.sandbox.reasons import CHANGED, CRASHED, too_big

# It is read, changed, read again and searched: several times what reading it takes.
_LIMITS = Limits(cpu_s=120, wall_s=180, ocr_s=300, longest_s=900)


class How(NamedTuple):
    """What stands where something was found, as the person asked."""

    style: str
    key: str
    lang: str


def redacted(job: Job, file: str, head: bytes, output: str, how: How) -> tuple[bytes, list[Both]]:
    """The bytes of `file` without what was found in it, and what is to be said about it. Raises Failure.

    `head` is what has been taken of standard input; `output` is where it is going to be written.
    """
    name = STDIN if file == "-" else file
    suffix = Path(output).suffix.lower()
    if suffix in MACROS:
        raise Failure(
            f"遮盖后没有宏了，叫 {suffix} 会打不开；OUT 请用 {MACROS[suffix]}",
            f"without its macros it would not open as {suffix}: let OUT end in {MACROS[suffix]}",
        )
    options = {
        "style": how.style,
        "key": how.key.encode().hex(),
        "lang": how.lang,
        "name": os.path.basename(name),  # noqa: PTH119 - it may be no path
    }
    try:
        with Pool(job, limits=_LIMITS) as pool:
            answer = _of_input(pool, head, options) if file == "-" else _of_file(pool, file, options)
        count, said = _told(answer)
    except Unreadable as error:
        raise Failure(f"{name}：{error.reason.zh}", f"{name}: {error.reason.en}") from None
    total = Both(
        f"{name}：遮盖了 {count} 处，复核通过", f"{name}: {count} blacked out, and gone when searched for"
    )
    return answer.data, [total, *(Both(f"  {s.zh}", f"  {s.en}") for s in said)]


def _of_file(pool: Pool, path: str, options: dict[str, Any]) -> Answer:
    with opened(path) as stream:
        before = state(stream)
        if before[0] > pool.limits.input_bytes:
            raise Unreadable(too_big(pool.limits.input_bytes))
        answer = pool.run("redact", stream, before[0], options)
        if state(stream) != before or not answer.whole:
            raise Unreadable(CHANGED)
        return answer


def _of_input(pool: Pool, head: bytes, options: dict[str, Any]) -> Answer:
    most = pool.limits.input_bytes
    data = head + sys.stdin.buffer.read(most + 1 - len(head))
    if len(data) > most:
        raise Unreadable(too_big(most))
    return pool.run("redact", io.BytesIO(data), len(data), options)


def _told(answer: Answer) -> tuple[int, list[Both]]:
    """How many were blacked out, and what to say; what comes from a child is looked at before it is believed."""
    try:
        if "problem" in answer.told:
            raise Unreadable(_both(answer.told["problem"]))
        count, how = answer.told["count"], answer.told["how"]
        if type(count) is not int or type(how) is not list:
            raise Unreadable(CRASHED)
        return count, [_both(said) for said in how]
    except (KeyError, TypeError, ValueError):
        raise Unreadable(CRASHED) from None


def _both(told: Any) -> Both:
    zh, en = told
    return Both(clean(str(zh)), clean(str(en)))
