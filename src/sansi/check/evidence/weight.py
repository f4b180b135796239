"""凭据的分量 · How heavy the evidence for a hit is; the heavier wins a contested place.

A check digit that holds outweighs a label; both outweigh either; a bare shape loses to all.
"""

from __future__ import annotations

from sansi.check.model import Both, Confidence, Hit, new

SHAPE = 0
LABELLED = 1
CHECKED = 2


def weigh(*, checked: bool = False, labelled: bool = False) -> int:
    """The weight of a hit whose check digit holds and/or that stands behind its label."""
    return SHAPE + CHECKED * checked + LABELLED * labelled


def behind(label: str | None, reason: Both) -> Both:
    """`reason`, and that the value stands behind `label` when it does."""
    return new(Both, (f"{reason.zh}，前有“{label}”", f"{reason.en}, after “{label}”")) if label else reason


def claim(start: int, end: int, label: str | None, reason: Both, *, checked: bool = False) -> Hit:
    """A hit that its shape makes likely, and its label certain."""
    sure = Confidence.CERTAIN if label else Confidence.LIKELY
    weight = (CHECKED if checked else SHAPE) + (LABELLED if label else SHAPE)
    return new(Hit, (start, end, sure, behind(label, reason), weight))
