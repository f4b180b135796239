"""Word 文档 · Word documents: words across runs, deleted ones, field codes, properties (ISO/IEC 29500-1 17)."""

from __future__ import annotations

from sansi.check.blackout.opc import nothing_special, office
from sansi.check.blackout.task import Blackout, Task


def _black_out(data: bytes, task: Task) -> bytes:
    return office(data, task, nothing_special)


BLACKOUT = Blackout(("docx",), _black_out)
