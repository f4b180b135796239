"""遮盖文档 · `sansi redact` for what is no plain text: done and verified in a child of the sandbox."""

from __future__ import annotations

import os
from typing import NamedTuple

from sansi.check.extract.document import Unreadable
from sansi.check.inspector import Job
from sansi.check.model import Both
from sansi.cli.app import Failure
from sansi.cli.inspector import STDIN
from sansi.cli.sandboxed import answer_to, both, refuse_macros
from sansi.sandbox.limits import Limits
from sansi.sandbox.pool import Answer, Pool
from sansi.sandbox.reasons import CRASHED

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
    refuse_macros(output)
    options = {
        "style": how.style,
        "key": how.key.encode().hex(),
        "lang": how.lang,
        "name": os.path.basename(name),  # noqa: PTH119 - it may be no path
    }
    try:
        with Pool(job, limits=_LIMITS) as pool:
            answer = answer_to(pool, "redact", file, options, head)
        count, said = _told(answer)
    except Unreadable as error:
        raise Failure(f"{name}：{error.reason.zh}", f"{name}: {error.reason.en}") from None
    total = Both(
        f"{name}：遮盖了 {count} 处，复核通过", f"{name}: {count} blacked out, and gone when searched for"
    )
    return answer.data, [total, *(Both(f"  {s.zh}", f"  {s.en}") for s in said)]


def _told(answer: Answer) -> tuple[int, list[Both]]:
    """How many were blacked out, and what to say; what comes from a child is looked at before it is believed."""
    try:
        if "problem" in answer.told:
            raise Unreadable(both(answer.told["problem"]))
        count, how = answer.told["count"], answer.told["how"]
        if type(count) is not int or type(how) is not list:
            raise Unreadable(CRASHED)
        return count, [both(said) for said in how]
    except (KeyError, TypeError, ValueError):
        raise Unreadable(CRASHED) from None
