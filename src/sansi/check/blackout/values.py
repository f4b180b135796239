"""要遮盖的值 · The values that have to go, and every place of a text where one stands, however it is written there.

Blanks, joints, widths, cases and what nobody sees make no difference: the deep search afterwards sees through them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

import re2

_UNSEEN = re.compile(
    r"[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]"
)
_JOINTS = frozenset("-‐‑–—·.,_")
# Shorter numbers and words turn up by chance within longer ones.
_LONG = 8
NOTHING_LEFT = "********"


class Stretch(NamedTuple):
    """What has to go from a text, from `start` to `end`, and what stands there instead."""

    start: int
    end: int
    instead: str


class Squeezed(NamedTuple):
    """A text without what makes no difference, and where each of its characters comes from."""

    text: str
    origin: list[int]


def squeezed(text: str) -> Squeezed:
    """`text` in one width and case, without blanks, joints and what is not seen. A tab parts cells and stays."""
    out: list[str] = []
    origin: list[int] = []
    for at, c in enumerate(text):
        if c != "\t" and (c.isspace() or c in _JOINTS or _UNSEEN.match(c)):
            continue
        plain = c.lower() if c.isascii() else unicodedata.normalize("NFKC", c).lower()
        for p in plain:
            if not p.isspace() and p not in _JOINTS:
                out.append(p)
                origin.append(at)
        if c == "\t":
            out.append(c)
            origin.append(at)
    return Squeezed("".join(out), origin)


class Values:
    """Values that have to go everywhere, each with what stands there instead."""

    def __init__(self) -> None:
        """Begin with none."""
        self._instead: dict[str, str] = {}
        self.spelt: dict[str, None] = {}
        self._pattern: re2._Regexp | None = None

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._instead)

    def add(self, value: str, instead: str) -> None:
        """Take `value` in, unless it is so short that it cannot be looked for.

        Of several spellings, the barest is the pattern for what stands instead.
        """
        key = squeezed(value).text
        if len(key) < 2:
            return
        before = self._instead.get(key)
        if (
            before is None
            or instead == NOTHING_LEFT
            or (before != NOTHING_LEFT and len(instead) < len(before))
        ):
            self._instead[key] = instead
            self._pattern = None
        self.spelt[value] = None

    def knows(self, value: str) -> bool:
        """Whether `value` has to go."""
        return squeezed(value).text in self._instead

    def cuts(self, text: str) -> list[Stretch]:
        """Where in `text` values stand, in order and apart."""
        if not self._instead or len(text) < 2:
            return []
        if self._pattern is None:
            options = re2.Options()
            options.max_mem = 64 << 20
            options.longest_match = True
            self._pattern = re2.compile("|".join(map(re2.escape, self._instead)), options)
        bare = squeezed(text)
        found, at = [], 0
        while match := self._pattern.search(bare.text, at):
            key = match[0]
            start, end = bare.origin[match.start()], bare.origin[match.end() - 1] + 1
            if _alone(text, start, end, key):
                found.append(Stretch(start, end, self._instead[key]))
                at = match.end()
            else:
                at = match.start() + 1
        return found


def _alone(text: str, start: int, end: int, key: str) -> bool:
    """Whether a short value stands by itself, not in the middle of a longer word or number."""
    if len(key) >= _LONG or not key.isascii():
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    return not any(c.isascii() and c.isalnum() for c in (before, after) if c)


def merged(stretches: Iterable[Stretch]) -> list[Stretch]:
    """`stretches` in order; those that overlap made one, of which nothing is left unless one holds the others."""
    done: list[Stretch] = []
    for one in sorted(stretches, key=lambda s: (s.start, -s.end)):
        if not done or one.start >= done[-1].end:
            done.append(one)
            continue
        last = done[-1]
        if one.end > last.end:
            done[-1] = Stretch(last.start, one.end, NOTHING_LEFT)
    return done


def replaced(text: str, cuts: Iterable[Stretch]) -> str:
    """`text` with `cuts` made."""
    parts: list[str] = []
    at = 0
    for start, end, instead in cuts:
        parts += (text[at:start], instead)
        at = end
    return "".join((*parts, text[at:]))
