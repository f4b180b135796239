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

from sansi.check.model import Both, Category, Finding
from sansi.check.place import TextPlace
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


def item(
    finding: Finding, text: str, found: Sequence[Finding], *, shift: int, key: bytes, show_values: bool
) -> Item:
    """`finding` ready to be shown.

    `text` is the stretch of text it stands in, which begins at `shift` of the whole; `found` is all
    that was found there, in order, with the places of `text`.
    """
    start, end = finding.start - shift, finding.end - shift
    left, right = _bounds(text, start, end)
    pieces = _pieces(text, found, left, right)
    line, at = _line(pieces, start, show_values=show_values)
    end_line, end_column = _end(finding)
    return Item(
        rule=finding.rule,
        start=finding.start,
        end=finding.end,
        where=finding.where.as_dict(),
        place=Both(finding.where.said("zh"), finding.where.said("en")),
        end_line=end_line,
        end_column=end_column,
        severity=finding.severity,
        confidence=finding.confidence,
        reason=finding.reason,
        text=preview(finding, show_values=show_values),
        line=line,
        at=at,
        fingerprint=fingerprint(finding, _words(pieces), key),
    )


def _end(finding: Finding) -> tuple[int, int]:
    """Line and column behind the finding; 0, 0 in a file without lines."""
    where = finding.where
    if not isinstance(where, TextPlace):
        return 0, 0
    breaks = finding.text.count("\n")
    if breaks:
        return where.line + breaks, len(finding.text) - finding.text.rfind("\n")
    return where.line, where.column + len(finding.text)


def _bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """The line around the place; of a long one, the nearer part."""
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", end, end + _REACH * 2)
    if right < 0:
        right = min(len(text), end + _REACH * 2)
    if right - left <= _REACH * 2:
        return left, right
    return max(left, start - _REACH), min(right, end + _REACH)


def _pieces(text: str, found: Sequence[Finding], left: int, right: int) -> list[str | Finding]:
    """`text[left:right]` with what was found in it set apart."""
    pieces: list[str | Finding] = []
    i = bisect_right(found, left, key=lambda f: f.end)
    while i < len(found) and found[i].start < right:
        pieces += (text[left : max(left, found[i].start)], found[i])
        left = found[i].end
        i += 1
    pieces.append(text[left:right])
    return pieces


def _line(pieces: list[str | Finding], start: int, *, show_values: bool) -> tuple[str, int]:
    """The line as it may be shown, and where in it the finding at `start` begins."""
    shown, at = "", 0
    for piece in pieces:
        if isinstance(piece, str):
            shown += clean(piece)
            continue
        if piece.start == start:
            at = len(shown)
        shown += preview(piece, show_values=show_values)
    stripped = shown.lstrip(" ")
    return stripped.rstrip(" "), at - (len(shown) - len(stripped))


def _words(pieces: list[str | Finding]) -> str:
    """What stands around a finding with every value and every digit blanked."""
    words = "".join(p if isinstance(p, str) else _BLANK for p in pieces)
    return " ".join(_DIGIT.sub("0", words).split())


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
