"""单位自有规则的查找 · How the words and the pattern of an organisation's own rule are found.

Words go through the prefilter like those of the shipped rules. A pattern is run by google-re2 and
by nothing else: its time is proportional to the text whatever the pattern, so that nobody can
write one that hangs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sansi.check.evidence.weight import LABELLED
from sansi.check.model import Both, Confidence, Hit, Spot, Words

# A longer match is no word or number; without a bound, windows of a big text would disagree.
LONGEST_MATCH = 1_000
# A line longer than this is searched in steps that begin at multiples of GRID, so that where one
# match ends and the next begins does not depend on how far away the line began.
LONGEST_LINE = 65_536
GRID = 4_096
_MEMORY = 16 << 20


class PatternError(ValueError):
    """A pattern that cannot be run; `reason` says why in both languages."""

    def __init__(self, reason: Both) -> None:
        """Keep the reason in both languages."""
        super().__init__(reason.en)
        self.reason = reason


def words_finder(words: Iterable[str], *, ignore_case: bool) -> tuple[Words, Callable[[Spot], Iterator[Hit]]]:
    """The trigger for `words` and the function that turns its spots into hits."""
    reason = Both("单位自定的词", "a word of the organisation's own list")

    def find(spot: Spot) -> Iterator[Hit]:
        if _stands_apart(spot):
            yield Hit(spot.start, spot.end, Confidence.LIKELY, reason, LABELLED)

    return Words(tuple(words), any_case=ignore_case), find


def _stands_apart(spot: Spot) -> bool:
    """Whether an ASCII word is not the inside of a longer one; Han needs no edges."""
    text, start, end = spot.text, spot.start, spot.end
    return not (
        (_is_word(text[start]) and _is_word(text[start - 1 : start]))
        or (_is_word(text[end - 1]) and _is_word(text[end : end + 1]))
    )


def _is_word(c: str) -> bool:
    return c.isascii() and (c.isalnum() or c == "_")


@dataclass(frozen=True)
class Sweep:
    """Runs one compiled pattern over a whole text."""

    pattern: Any

    def __call__(self, spot: Spot) -> Iterator[Hit]:
        """A hit for every match that is not empty and not absurdly long."""
        reason = Both("符合单位自定的格式", "has the form that the organisation described")
        for start, end in self._matches(spot.text):
            if start < end <= start + LONGEST_MATCH:
                yield Hit(start, end, Confidence.LIKELY, reason, LABELLED)

    def is_all_of(self, value: str) -> bool:
        """Whether `value` has the form from its first character to its last."""
        return self.pattern.fullmatch(value.encode("utf-8", "replace")) is not None

    def _matches(self, text: str) -> Iterator[tuple[int, int]]:
        for start, end, long in _portions(text):
            if not long:
                yield from self._within(text, start, end)
                continue
            grid = start
            while grid < end:
                step = grid - grid % GRID + GRID
                found = self._within(text, grid, min(end, step + LONGEST_MATCH))
                yield from ((s, e) for s, e in found if s < step)
                grid = step

    def _within(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        data = text[start:end].encode("utf-8", "replace")
        byte_at, char_at = 0, start
        for match in self.pattern.finditer(data):
            first, last = match.span()
            char_at += len(data[byte_at:first].decode("utf-8", "replace"))
            byte_at = first
            yield char_at, char_at + len(data[first:last].decode("utf-8", "replace"))


def _portions(text: str) -> Iterator[tuple[int, int, bool]]:
    """(start, end, long): whole lines of ordinary length together, and each long line alone."""
    at, size = 0, len(text)
    while at < size:
        end = text.rfind("\n", at, at + LONGEST_LINE) + 1
        if end:
            yield at, end, False
        elif size - at <= LONGEST_LINE:
            end = size
            yield at, end, False
        else:
            end = text.find("\n", at) + 1 or size
            yield at, end, True
        at = end


def compiled(pattern: str, *, ignore_case: bool) -> Sweep:
    """`pattern` made ready.

    Raises PatternError when it is not RE2 syntax, can match nothing at all, or google-re2 is not
    installed: no other engine promises to end in good time.
    """
    if r"\C" in pattern:
        # It matches one byte, so it could cut a Han character in three.
        raise PatternError(Both(r"不支持 \C", r"\C is not supported"))
    try:
        import re2  # noqa: PLC0415 - optional where there is no wheel, and only needed by patterns
    except ImportError:
        raise PatternError(
            Both(
                "本机没有安装 google-re2，pattern 无法使用；请安装它，或改用 words",
                "google-re2 is not installed here, so a pattern cannot be run: install it, or use words",
            )
        ) from None
    options = re2.Options()
    options.never_nl = True
    options.log_errors = False
    options.case_sensitive = not ignore_case
    options.max_mem = _MEMORY
    try:
        # The line ends are edges for ^ and $: a text is searched line by line in effect.
        ready = re2.compile(f"(?m){pattern}", options)
    except re2.error as error:
        raise PatternError(_refusal(error)) from None
    if ready.fullmatch(b"") is not None:
        raise PatternError(
            Both("可以匹配空串，等于处处都是", "it can match nothing at all, which is everywhere")
        )
    return Sweep(ready)


def _refusal(error: Exception) -> Both:
    said = error.args[0] if error.args else ""
    detail = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    look = re.search(r"\(\?<?[=!]|\\[1-9]", detail)
    zh, en = f"不是 RE2 语法（{detail}）", f"not RE2 syntax ({detail})"
    if look:
        zh += "；RE2 没有环视和反向引用"
        en += "; RE2 has no look-around and no back-reference"
    return Both(zh, en)
