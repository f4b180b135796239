"""遮盖 · Blacking out what was found, so that the same check finds nothing there any more.

A mask may leave the ends that the rule says may stay; where the check still recognises what is
left, or where taking one thing away uncovers another, more is taken, until it finds nothing.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sansi.check.engine import load
from sansi.check.model import Finding

STYLES = ("mask", "label", "remove", "hash")
Check = Callable[[str], list[Finding]]

_STAR = "*"
# A secret that leaves nothing standing must not tell its length either.
_NOTHING_LEFT = _STAR * 8
_LONGEST_MASK = 32
# Exactly what str.isalnum says.
_LETTER = re.compile(r"[^\W_]")
# What stands there when less must be left than the style would leave, level by level.
_EVER_LESS = (_NOTHING_LEFT, "████", "…", "")


def masked(value: str, keep: tuple[int, int]) -> str:
    """`value` with stars for all but `keep` = (head, tail) of its letters and digits.

    What parts them (blanks, dashes, line breaks) stays, so that the layout of a form does. Ends
    that together would leave less than a third hidden do not stay.
    """
    head, tail = keep
    if value.isalnum():
        # Most values: asked for every finding near every finding, so that it must be quick.
        hidden = len(value) - head - tail
        if not _may_stay(keep, hidden, len(value)):
            return _NOTHING_LEFT
        return value[:head] + _STAR * hidden + value[len(value) - tail :]
    letters = [m.start() for m in _LETTER.finditer(value)]
    hidden = len(letters) - head - tail
    if not _may_stay(keep, hidden, len(letters)):
        return _NOTHING_LEFT
    first, last = letters[head], letters[len(letters) - tail - 1] + 1
    shown = value[:first] + _LETTER.sub(_STAR, value[first:last]) + value[last:]
    # What is invisible is never printable.
    return shown if shown.isprintable() else "".join(c for c in shown if unicodedata.category(c) != "Cf")


def _may_stay(keep: tuple[int, int], hidden: int, letters: int) -> bool:
    return any(keep) and hidden * 3 >= letters and hidden <= _LONGEST_MASK


class Replacement(NamedTuple):
    """What stands instead of a stretch of the text, from `start` to `end`."""

    start: int
    end: int
    instead: str


def redact(
    text: str,
    findings: Iterable[Finding],
    style: str = "mask",
    key: bytes | str | None = None,
    *,
    lang: str = "zh",
    recheck: Check | None = None,
) -> str:
    """`text` with `findings` blacked out, in which `recheck` finds nothing that had to go.

    Styles: `mask` leaves what the rule allows (110101********1234), `label` puts the name of what
    stood there, `remove` nothing, `hash` a keyed pseudonym that is the same for the same value.
    `recheck` is what found them, the shipped rules unless told otherwise. What it finds in `text`
    beyond `findings` was left standing on purpose and stays, where its rule is not one of theirs.

    Raises ValueError for an unknown style, for `hash` without a key, and for findings of another
    text.
    """
    parts: list[str] = []
    at = 0
    for start, end, instead in replacements(text, findings, style, key, lang=lang, recheck=recheck):
        parts += (text[at:start], instead)
        at = end
    return "".join((*parts, text[at:]))


def replacements(
    text: str,
    findings: Iterable[Finding],
    style: str = "mask",
    key: bytes | str | None = None,
    *,
    lang: str = "zh",
    recheck: Check | None = None,
) -> list[Replacement]:
    """What `redact` replaces, in order and apart: for who has to do it in a file instead of a text."""
    if style not in STYLES:
        raise ValueError(f"style cannot be {style!r}: it is one of {', '.join(STYLES)}")
    if style == "hash" and not key:
        raise ValueError("style 'hash' needs a key: without one, anybody could try all numbers")
    marked = sorted(findings, key=lambda f: (f.start, f.end))
    if any(text[f.start : f.end] != f.text for f in marked):
        raise ValueError("these findings are of another text")
    if not marked:
        return []
    look = recheck or load().check
    rules = {f.rule for f in marked}
    spared = {f.rule for f in look(text)} - rules
    stand_in = _StandIn(style, key.encode() if isinstance(key, str) else key or b"", lang)
    cuts = _merged([_Cut(f.start, f.end, 0, f) for f in marked])
    while True:
        redacted = _Redacted(text, cuts, stand_in)
        left = [f for f in look(redacted.text) if f.rule not in spared]
        if not left:
            return [Replacement(cut.start, cut.end, stand_in(cut)) for cut in cuts]
        cuts = _merged([*cuts, *map(redacted.deeper, left)])


@dataclass(frozen=True, slots=True)
class _Cut:
    """A stretch of the original to be replaced; the higher the level, the less of it is left.

    `finding` is what stands there when it is exactly one thing.
    """

    start: int
    end: int
    level: int
    finding: Finding | None = None


def _merged(cuts: Iterable[_Cut]) -> list[_Cut]:
    """`cuts` in order, those that overlap made one."""
    merged: list[_Cut] = []
    for cut in sorted(cuts, key=lambda c: (c.start, c.end)):
        if merged and cut.start < merged[-1].end:
            last = merged.pop()
            cut = _Cut(last.start, max(last.end, cut.end), max(1, last.level, cut.level))  # noqa: PLW2901 - one of two
        merged.append(cut)
    return merged


class _StandIn:
    """What stands where something was cut."""

    def __init__(self, style: str, key: bytes, lang: str) -> None:
        self.style = style
        self.key = key
        self.lang = lang

    def __call__(self, cut: _Cut) -> str:
        if cut.level or not cut.finding:
            return _EVER_LESS[min(cut.level, len(_EVER_LESS)) - 1]
        return self._for(cut.finding)

    def _for(self, finding: Finding) -> str:
        if self.style == "mask":
            return masked(finding.text, finding.about.keep)
        if self.style == "remove":
            return ""
        title = finding.title.in_(self.lang)
        if self.style == "hash":
            title = f"{title}·{pseudonym(finding, self.key)}"
        return f"【{title}】" if self.lang.startswith("zh") else f"[{title}]"


class _Redacted:
    """A text with its cuts made, which still knows where everything came from."""

    def __init__(self, original: str, cuts: Sequence[_Cut], stand_in: _StandIn) -> None:
        self._size = len(original)
        self._cuts = cuts
        # Where each cut begins and ends in the redacted text.
        self._places: list[tuple[int, int]] = []
        parts: list[str] = []
        at = length = 0
        for cut in cuts:
            instead = stand_in(cut)
            parts += (original[at : cut.start], instead)
            start = length + cut.start - at
            length = start + len(instead)
            self._places.append((start, length))
            at = cut.end
        parts.append(original[at:])
        self.text = "".join(parts)

    def deeper(self, finding: Finding) -> _Cut:
        """The cut that what was found in this text asks for: it, and every cut that it touches."""
        touched = [
            cut
            for cut, (start, end) in zip(self._cuts, self._places, strict=True)
            if start <= finding.end and finding.start <= end
        ]
        start, end = self._origin(finding.start), self._origin(finding.end)
        if not touched:
            return _Cut(start, end, 0, finding)
        level = 1 + max(cut.level for cut in touched)
        # Nothing at all stands there any more and it is still found: it is the neighbourhood.
        wider = 1 << level if level > len(_EVER_LESS) else 0
        start = max(0, min(start, touched[0].start) - wider)
        return _Cut(start, min(self._size, max(end, touched[-1].end) + wider), level)

    def _origin(self, at: int) -> int:
        """The place in the original of what stands at `at`; inside a cut, where the cut ends."""
        i = bisect_right(self._places, (at, at)) - 1
        if i < 0:
            return at
        return self._cuts[i].end + max(0, at - self._places[i][1])


def pseudonym(finding: Finding, key: bytes) -> str:
    """Twelve letters that stand for the value, however it was written, under this key only."""
    plain = unicodedata.normalize("NFKC", finding.text).casefold()
    value = "".join(c for c in plain if c.isalnum())
    digest = hmac.digest(key, f"{finding.rule}\0{value}".encode("utf-8", "replace"), hashlib.sha256)
    # Letters only: hexadecimal digits could make up a number that a rule knows.
    return "".join(chr(ord("a") + (b >> shift & 15)) for b in digest[:6] for shift in (4, 0))
