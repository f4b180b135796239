"""清理任务 · Take out of a file what is hidden in it, in a child, and tell what that was."""

from __future__ import annotations

from sansi.check.clean.clean import clean as cleaned
from sansi.check.extract.document import Unreadable
from sansi.sandbox.tasks import Tools
from sansi.sandbox.wire import Head


def clean(data: bytes, options: Head, tools: Tools) -> tuple[Head, bytes]:  # noqa: ARG001 - the signature is that of a task
    """`data` without what is hidden in it; what was removed and what was left.

    Options: `name`, `hidden`. With `problem` in the answer there is no file.
    """
    try:
        done = cleaned(data, options.get("name", ""), hidden=bool(options.get("hidden")))
    except Unreadable as error:
        return {"problem": error.reason}, b""
    return {"removed": done.removed, "left": done.left}, done.data
