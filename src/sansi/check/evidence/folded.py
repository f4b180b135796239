"""折算 · A window of text as if it had been typed plainly, and the way back to where it stands.

Full-width letters, digits and punctuation become ASCII, every blank a space, every dash a hyphen;
characters nobody sees are gone. Regexes then only need to know the plain way of writing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sansi.check.evidence.digits import BLANKS, INVISIBLE
from sansi.check.evidence.quick import quick
from sansi.check.model import new

_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_PLAIN: dict[int, str] = {
    **_FULL_WIDTH,
    **{ord(c): " " for c in BLANKS if c not in "\r\n"},
    **{ord(c): "-" for c in "‐‑‒–—―−－﹣"},
    **{ord(c): "." for c in "．｡"},
    ord("“"): '"',
    ord("”"): '"',
    ord("【"): "[",
    ord("】"): "]",
    ord("﹫"): "@",
}
_FOLDS = {chr(code): plain for code, plain in _PLAIN.items() if chr(code) != plain}
_ODD = quick(f"[{''.join(map(re.escape, _FOLDS))}{''.join(sorted(INVISIBLE))}]")


class Folded(NamedTuple):
    """The plain text of a window, and for each of its characters where it stands."""

    text: str
    start: int
    at: list[int] | None

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the text that the window was taken from."""
        if self.at is None:
            return self.start + start, self.start + end
        return self.start + self.at[start], self.start + self.at[end - 1] + 1


def fold(text: str, start: int, end: int) -> Folded:
    """The window from `start` to `end`, cut to the text, written plainly."""
    start = start if start > 0 else 0  # noqa: FURB136 - max() costs as much as the rest of the usual call
    piece = text[start:end]
    if piece.isascii():
        return new(Folded, (piece, start, None))
    # What nearly all Chinese text has to fold: far cheaper than a call for each.
    plain = piece.replace("，", ",").replace("：", ":").replace("（", "(").replace("）", ")")
    plain = plain.replace("；", ";").replace("“", '"').replace("”", '"')
    place = 0
    while odd := _ODD.search(plain, place):
        if odd[0] in INVISIBLE:
            return _without_unseen(piece, start)
        place = odd.start()
        # One sort after the other: a window has few, and `str.translate` would look up every character.
        plain = plain.replace(odd[0], _FOLDS[odd[0]])
    return new(Folded, (plain, start, None))


def _without_unseen(piece: str, start: int) -> Folded:
    at = [i for i, c in enumerate(piece) if c not in INVISIBLE]
    return Folded("".join([_FOLDS.get(piece[i], piece[i]) for i in at]), start, at)
