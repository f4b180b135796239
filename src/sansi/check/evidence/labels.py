"""标签与值 · The values that a label points at: right after it, just before it, or below it.

A rule whose number is only safe to claim behind its label triggers on the label, which is rare,
and not on every run of digits, which is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sansi.check.evidence.folded import Folded, fold
from sansi.check.evidence.quick import quick
from sansi.check.evidence.table import cells_under
from sansi.check.model import Spot

# How far a value may stand from its label, and how long it may be, in characters.
_AHEAD = 96
_BEHIND = 48
_LONGEST_CELL = 200
_MOST_IN_A_LIST = 50

_OPENING = frozenset("(（[【")

_JOINT = quick(
    r"(?:</?[a-z][^<>\n]{0,30}>|[\s:=|.º,、;>\"'‘’`*#_\[「『<《)\]-]|\((?:[^()\n0-9]{1,30}\))?|[号號](?:码|碼)?|编号|編號|字号|码|卡|是|为|為"
    r"|如下|登记|填写|(?:id|is|are|was|of|no|number|num|nr|card|code)(?![A-Za-z])\.?|n[.º]|№){0,16}+",
    re.IGNORECASE,
)
_FAR_JOINT = quick(r"[^0-9\n.;!?]{0,28}?")
_BETWEEN = quick(
    r",? (?:and )?(?:my|his|her|their|our|the)(?: [A-Za-z']{1,12}){1,2} (?:is|was) |\s?(?:[,、;/]|和|及|与|and|or)\s?|\s"
)


# What ends `_JOINT` and begins no value, as text goes on behind most labels: Han characters or a full stop.
_PROSE = quick(r"[ :：,，]{0,2}(?:[\u4e00-\u9fff](?<![号號码碼编編字卡是为為如登填])|。)")
# The same where a value begins with a digit or a bracket: then any other word does.
_WORDS = quick(
    r"[ :：,，]{0,2}(?:[\u4e00-\u9fff](?<![号號码碼编編字卡是为為如登填])|[。+＋]|(?!id|is|are|was|of|n|card|code)[A-Za-z])",
    re.IGNORECASE,
)


# A line with a long number is no header of a table, and a table is dear to look for.
_LONG_NUMBER_FOLLOWS = quick(r"[^\n<]{0,24}?[0-9]{5}")


class Value(NamedTuple):
    """What a label points at, written plainly, and where it stands."""

    written: str
    start: int
    end: int


def values(spot: Spot, pattern: re.Pattern[str], *, far: bool = False, below: bool = True) -> Iterator[Value]:
    """Every match of `pattern` that the label at `spot` points at.

    `pattern` sees plain text (see `folded`) and must guard its own edges. With `far`, a few words
    may part label and value: only for numbers whose check digit speaks for itself. `below` looks
    down the column that the label heads, if it heads one.
    """
    text, end = spot.text, spot.end
    if far or not _PROSE.match(text, end):
        for value in _ahead(spot, pattern, far=far):
            # What has its value beside it heads no column.
            below = below and text.find("\n", end, value.start) >= 0
            yield value
    yield from _behind(spot, pattern)
    if below and not _LONG_NUMBER_FOLLOWS.match(text, end):
        yield from _below(spot, pattern)


def no_number(spot: Spot) -> bool:
    """Whether plainly no digit follows the label at `spot`, nor stands in the bracket with it."""
    return _WORDS.match(spot.text, spot.end) is not None and not opened(spot.text, spot.start)


def opened(text: str, start: int) -> bool:
    """Whether a bracket opens before `start`, a blank between them or none."""
    left = text[start - 1 : start]
    return (text[start - 2 : start - 1] if left.isspace() else left) in _OPENING


def _value(window: Folded, match: re.Match[str]) -> Value:
    return Value(match[0], *window.place(match.start(), match.end()))


def _ahead(spot: Spot, pattern: re.Pattern[str], *, far: bool) -> Iterator[Value]:
    window = fold(spot.text, spot.end, spot.end + _AHEAD)
    joint = _JOINT.match(window.text)
    found = pattern.match(window.text, joint.end() if joint else 0)
    if not found and far:
        found = _after_words(window.text, pattern)
    for _ in range(_MOST_IN_A_LIST):
        if not found:
            return
        value = _value(window, found)
        yield value
        window = fold(spot.text, value.end, value.end + _AHEAD)
        more = _BETWEEN.match(window.text)
        found = pattern.match(window.text, more.end()) if more else None


def _after_words(window: str, pattern: re.Pattern[str]) -> re.Match[str] | None:
    found = pattern.search(window, 0, 80)
    return found if found and _FAR_JOINT.fullmatch(window, 0, found.start()) else None


def _behind(spot: Spot, pattern: re.Pattern[str]) -> Iterator[Value]:
    if not opened(spot.text, spot.start):
        return
    window = fold(spot.text, spot.start - _BEHIND, spot.start)
    for found in pattern.finditer(window.text):
        if not window.text[found.end() :].strip(" (["):
            yield _value(window, found)


def _below(spot: Spot, pattern: re.Pattern[str]) -> Iterator[Value]:
    label = _squeezed(spot.text[spot.start : spot.end])
    for header, start, end in cells_under(spot):
        if label in _squeezed(header) and end - start <= _LONGEST_CELL:
            cell = fold(spot.text, start, end)
            for found in pattern.finditer(cell.text):
                yield _value(cell, found)


def _squeezed(words: str) -> str:
    return re.sub(r"[\s*]", "", words).lower()
