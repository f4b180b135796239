"""限额 · How much of a file, and of the files inside it, is read before it counts as an attack.

One `Budget` goes with a file and everything inside it, so that ten thousand small bombs are one big one.
The figures: documents of offices stay far below them, measured bombs far above.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from sansi.check.extract.document import Unreadable
from sansi.check.model import Both

MEMBERS = 10_000
MEMBER_BYTES = 64 << 20
TOTAL_BYTES = 200 << 20
RATIO = 200
"""Bytes out per byte in; data smaller than `RATIO_FREE` may be anything."""
RATIO_FREE = 1 << 20
DEPTH = 4
FILES = 2_000
TEXT = 20 << 20
"""Code points of one file and all inside it."""
PAGES = 2_000
PIXELS = 40_000_000
CELLS = 5_000_000


@dataclass
class Budget:
    """What is left for a file and all that is inside it."""

    unpacked: int = TOTAL_BYTES
    files: int = FILES
    text: int = TEXT
    cells: int = CELLS
    until: float = math.inf
    """The `time.monotonic()` at which a reader stops and says what is left: sooner than it would be stopped."""

    def unpack(self, size: int) -> None:
        """Take `size` unpacked bytes; raises Unreadable when they are too many."""
        self.unpacked -= size
        if self.unpacked < 0:
            raise too_big(f"{TOTAL_BYTES >> 20} MB")


def too_big(limit: str) -> Unreadable:
    """The error for what grows beyond `limit` when it is unpacked."""
    return Unreadable(
        Both(
            f"解开后超过 {limit}，可能是“压缩炸弹”；请拆成几份，只检查要发布的部分",
            f"grows beyond {limit} when unpacked and may be a bomb: split it and check what is to be published",
        )
    )
