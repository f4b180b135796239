"""纯文本 · Plain text within another file; by itself it is `sansi redact`'s own, which looks again after each change."""

from __future__ import annotations

from sansi.check.blackout.task import Blackout, Task
from sansi.check.blackout.values import replaced
from sansi.check.extract import encodings
from sansi.check.extract.document import Unreadable
from sansi.check.extract.readers.text import broken_places, decoded


def _black_out(data: bytes, task: Task) -> bytes:
    text, encoding, broken = decoded(data)
    if broken:
        raise Unreadable(broken_places(broken, encoding))
    cuts = task.cuts(text)
    # A byte order mark stays; `decoded` names the encoding without it.
    return replaced(text, cuts).encode(encodings.marked(data) or encoding, "replace") if cuts else data


BLACKOUT = Blackout(("text",), _black_out)
