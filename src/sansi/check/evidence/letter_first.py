"""字母开头的证件号 · Numbers that begin with a letter, behind a label that all sorts of numbers have.

Nearly every 身份证号 is followed by eighteen digits: then there is nothing to read for Hong Kong or
Taiwan, unless the label heads a column.
"""

from __future__ import annotations

from collections.abc import Iterable

from sansi.check.evidence.national import Scheme
from sansi.check.evidence.quick import quick
from sansi.check.evidence.table import cells_under
from sansi.check.model import Hit, Spot

_SHARED = "身份证号"
# As far as `labels` reads on behind a label.
_AHEAD = 96
_LETTER_AND_DIGIT = quick(r"[A-Za-zＡ-Ｚａ-ｚ]\S{0,4}?\d")


def find(scheme: Scheme, spot: Spot) -> Iterable[Hit]:
    """What `scheme` finds at the label or the number at `spot`."""
    return scheme.find(spot) if _possible(spot) else ()


def _possible(spot: Spot) -> bool:
    text, start, end, _ = spot
    if text[start:end] != _SHARED or _LETTER_AND_DIGIT.search(text, end, end + _AHEAD):
        return True
    left = text[start - 1 : start]
    # A bracket: the label may stand behind its number.
    return left in _OPENS or left.isspace() or next(iter(cells_under(spot)), None) is not None


_OPENS = frozenset("(（[【")
