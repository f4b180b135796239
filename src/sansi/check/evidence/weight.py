"""凭据的分量 · How heavy the evidence for a hit is; the heavier wins a contested place.

A check digit that holds outweighs a label; both outweigh either; a bare shape loses to all.
"""

from __future__ import annotations

SHAPE = 0
LABELLED = 1
CHECKED = 2


def weigh(*, checked: bool = False, labelled: bool = False) -> int:
    """The weight of a hit whose check digit holds and/or that stands behind its label."""
    return SHAPE + CHECKED * checked + LABELLED * labelled
