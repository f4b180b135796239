"""上下文 · What stands just before and after a place: its label, or what speaks against it.

A label counts when it stands right before the value, with nothing between but punctuation,
blanks, a bracket or a copula (号码是 …). Negative context counts from a little further away.
"""

from __future__ import annotations

import re
from functools import cache

from sansi.check.model import Spot

# What may stand between a label and its value: 姓名：X, 姓名是X, | 姓名 | X |, "name": "X".
_JOINT = r"(?:\s|[:：=＝|,，、;；>＞\"'“”‘’`*#(（\[【「『<《\u200b\ufeff]|号码|号|码|是|为|如下|is|are|was|no\b\.?|number|nr\b\.?|№){0,10}"


@cache
def _label(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words}){_JOINT}$", re.IGNORECASE)


def before(text: str, at: int, width: int = 40) -> str:
    """Up to `width` characters before `at`."""
    return text[max(0, at - width) : at]


def after(text: str, at: int, width: int = 40) -> str:
    """Up to `width` characters from `at` on."""
    return text[at : at + width]


def line_of(text: str, at: int, reach: int = 400) -> tuple[int, int]:
    """The line around `at`, cut at `reach` characters either side: a line may have no end."""
    start = text.rfind("\n", max(0, at - reach), at) + 1 or max(0, at - reach)
    end = text.find("\n", at, at + reach)
    return start, end if end >= 0 else min(len(text), at + reach)


def labelled(text: str, at: int, words: str, width: int = 40) -> str | None:
    """The label that stands right before `at`, if it is one of `words` (a regex alternation)."""
    found = _label(words).search(before(text, at, width))
    return found[0].strip(" \t\r\n:：=|,，、\"'（(") if found else None


def alone(text: str, start: int, end: int) -> bool:
    r"""Whether no ASCII letter, digit or underscore touches the place.

    Never `\\b`: Han characters are word characters to `re`, so `\b` misses 身份证110….
    """
    left = text[start - 1 : start]
    right = text[end : end + 1]
    return not (_is_word(left) or _is_word(right))


def _is_word(c: str) -> bool:
    return c.isascii() and (c.isalnum() or c == "_")


def spot_at(spot: Spot, start: int, end: int) -> Spot:
    """The same text with another place in view."""
    return Spot(spot.text, start, end, spot.memo)
