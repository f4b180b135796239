"""证件 · Travel documents and codes of letters and digits: where they stand, and behind which label.

They have no check digit, so a label must be near: right before, in the column's header, or
earlier in the same sentence (持普通护照，号码为E12345678).
"""

from __future__ import annotations

import re

from sansi.check.evidence.context import before, named
from sansi.check.evidence.digits import BLANKS, INVISIBLE
from sansi.check.evidence.fillers import name_before
from sansi.check.evidence.quick import quick
from sansi.check.model import Shape, Spot

ALNUM = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_FULL_WIDTH = {chr(0xFEE0 + ord(c)): c for c in ALNUM}
_TO_ASCII = str.maketrans(_FULL_WIDTH)
WIDE_ALNUM = ALNUM | frozenset(_FULL_WIDTH)


def in_one_piece(pattern: bytes) -> Shape:
    """Where `pattern`, of ASCII letters and digits, stands alone: neither t20240101_123 nor a part of more.

    The spot is the whole run, and so just what the pattern matched.
    """
    return Shape(rb"\b(?:%s)\b" % pattern, ALNUM)


_GAPS = re.escape("".join(sorted(BLANKS | INVISIBLE | {"-", "－", "·", "."})))
_SENTENCE = quick(r"[。！？!?\n]")


def narrow(text: str) -> str:
    """`text` with full-width letters and digits as ASCII; its length does not change."""
    return text.translate(_TO_ASCII)


def apart(pattern: str) -> str:
    """A regex for `pattern` (single-character atoms parted by blanks) with gaps allowed between."""
    return f"[{_GAPS}]{{0,2}}".join(pattern.split())


def label_near(spot: Spot, at: int, words: str, width: int = 48) -> str | None:
    """The label right before `at`, of its column, or earlier in the same sentence."""
    if label := named(spot, at, words):
        return label
    sentence = _SENTENCE.split(before(spot.text, at, width))[-1]
    found = [m[0] for m in re.finditer(words, sentence, re.IGNORECASE)]
    return found[-1] if found else None


def owner_before(spot: Spot, at: int) -> bool:
    """Whether a name stands right before the place, as in a list of travellers without labels."""
    return name_before(spot.text, at, max(0, at - 16)) is not None
