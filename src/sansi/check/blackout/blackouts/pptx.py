"""演示文稿 · Presentations: words across runs on slides, notes, charts, comments (ISO/IEC 29500-1 19)."""

from __future__ import annotations

from sansi.check.blackout.opc import nothing_special, office
from sansi.check.blackout.task import Blackout, Task


def _black_out(data: bytes, task: Task) -> bytes:
    return office(data, task, nothing_special)


BLACKOUT = Blackout(("pptx",), _black_out)
