"""预览 · What may be shown of a finding and of the line around it.

Values of other findings on the same line are masked too, and so is whatever could steer a
terminal: a file is not to be trusted because somebody wants it checked.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from sansi.check.model import Category, Finding, new
from sansi.check.place import Place, TextPlace
from sansi.check.redact import masked
from sansi.check.report.result import Item

_REACH = 80
_LONGEST = 64
# These are the words of a form or of a trade, nobody's data: hiding them would only puzzle.
_SHOWN = frozenset({Category.MARKING, Category.HABIT})
_BLANK = "\u25ae"
_DIGIT = re.compile(r"\d")


def clean(text: str) -> str:
    """`text` on one line, without anything that a terminal or a reader's eye would obey."""
    if text.isprintable():
        return text
    # What parts the cells of a row, and indents a paragraph: in nearly every line of a document.
    text = text.replace("\t", " ").replace("\u3000", " ")
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else _visible(c) for c in text)


def _visible(c: str) -> str:
    if c in "\t\u3000\u00a0" or unicodedata.category(c) == "Zs":
        return " "
    if c == "\n":
        return "⏎"
    return "" if c in "\r\u200b\u200c\u200d\u2060\ufeff\u00ad" else "·"


def preview(finding: Finding, *, show_values: bool = False) -> str:
    """The finding as it may be shown: masked, on one line, not too long."""
    plain = show_values or finding.about.category in _SHOWN
    shown = clean(finding.text if plain else masked(finding.text, finding.about.keep))
    return shown if show_values or len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"


class _Line(NamedTuple):
    """A line as it may be shown, where in it each finding begins by its start, and its words without any value."""

    shown: str
    at: dict[int, int]
    words: str


class Stretch:
    """A stretch of a text and all that was found in it, from which one finding after the other is made ready.

    What stands on one line is worked out once for all findings of it: in a roster they are many.
    """

    def __init__(
        self,
        text: str,
        found: Sequence[Finding],
        *,
        shift: int = 0,
        key: bytes = b"",
        show_values: bool = False,
    ) -> None:
        """Take `text`, which begins at `shift` of the whole; `found` is in order, with the places of `text`."""
        self._text = text
        self._found = found
        self._shift = shift
        self._key = key
        self._show_values = show_values
        self._ends: list[int] = []
        self._previews: dict[int, str] = {}
        self._bounds = (-1, -1)
        self._line = _Line("", {}, "")

    def item(self, finding: Finding, where: Place) -> Item:
        """`finding`, one of those in the stretch but with the places of the whole, ready to be shown."""
        start = finding.start - self._shift
        bounds = _bounds(self._text, start, finding.end - self._shift)
        if bounds != self._bounds:
            self._line, self._bounds = self._read(*bounds), bounds
        line, at, words = self._line
        rule = finding.about
        end_line, end_column = _end(finding, where)
        return new(
            Item,
            (
                rule.id,
                finding.start,
                finding.end,
                where,
                end_line,
                end_column,
                rule.severity,
                finding.confidence,
                finding.reason,
                self._preview(finding, start),
                line,
                at.get(start, 0),
                fingerprint(finding, words, self._key),
            ),
        )

    def _read(self, left: int, right: int) -> _Line:
        """`text[left:right]` as it may be shown."""
        text, found = self._text, self._found
        if not self._ends:
            self._ends = [f.end for f in found]
        shown: list[str] = []
        bare: list[str] = []
        length = 0
        at: dict[int, int] = {}
        for i in range(bisect_right(self._ends, left), len(found)):
            one = found[i]
            if one.start >= right:
                break
            before = text[left : one.start] if one.start > left else ""
            bare += (before, _BLANK)
            before = clean(before)
            at[one.start] = length + len(before)
            value = self._preview(one, one.start)
            shown += (before, value)
            length += len(before) + len(value)
            left = one.end
        rest = text[left:right]
        line = "".join(shown) + clean(rest)
        stripped = line.lstrip(" ")
        lead = len(line) - len(stripped)
        if lead:
            at = {start: place - lead for start, place in at.items()}
        words = " ".join(_DIGIT.sub("0", "".join(bare) + rest).split())
        return _Line(stripped.rstrip(" "), at, words)

    def _preview(self, finding: Finding, start: int) -> str:
        known = self._previews.get(start)
        if known is None:
            known = self._previews[start] = preview(finding, show_values=self._show_values)
        return known


def _end(finding: Finding, where: Place) -> tuple[int, int]:
    """Line and column behind the finding; 0, 0 in a file without lines."""
    if not isinstance(where, TextPlace):
        return 0, 0
    breaks = finding.text.count("\n")
    if breaks:
        return where.line + breaks, len(finding.text) - finding.text.rfind("\n")
    return where.line, where.column + len(finding.text)


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """The line around the place; of a long one, the nearer part."""
    # A line that begins further left is long, wherever it begins.
    left = text.rfind("\n", max(0, start - _REACH * 2 - 1), start) + 1
    right = text.find("\n", end, end + _REACH * 2)
    if right < 0:
        right = min(len(text), end + _REACH * 2)
    if right - left <= _REACH * 2:
        return left, right
    return max(left, start - _REACH), min(right, end + _REACH)


def fingerprint(finding: Finding, words: str, key: bytes) -> str:
    """A name for the finding that outlives moves within the file and gives the value away to nobody.

    With a key it stands for the value. Without one, whoever reads it could try all numbers, so it
    stands for the rule and the words around instead.
    """
    if key:
        value = "".join(unicodedata.normalize("NFKC", finding.text).split())
        seed = f"{finding.rule}\0{value}"
        return hmac.digest(key, seed.encode("utf-8", "replace"), hashlib.sha256).hex()[:32]
    return hashlib.sha256(f"{finding.rule}\0{words}".encode("utf-8", "replace")).hexdigest()[:32]
