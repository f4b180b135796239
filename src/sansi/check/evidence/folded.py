"""折算 · A window of text as if it had been typed plainly, and the way back to where it stands.

Full-width letters, digits and punctuation become ASCII, every blank a space, every dash a hyphen;
characters nobody sees are gone. Regexes then only need to know the plain way of writing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sansi.check.evidence.digits import BLANKS, INVISIBLE
from sansi.check.evidence.quick import quick

_PLAIN: dict[str, str] = {
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **{c: " " for c in BLANKS if c not in " \r\n"},
    **dict.fromkeys("‐‑‒–—―−－﹣", "-"),
    **dict.fromkeys("．｡", "."),
    **dict.fromkeys("“”", '"'),
    "【": "[",
    "】": "]",
    "﹫": "@",
}
# Replacing the few characters of a window costs a fifth of str.translate, which asks for each.
_FANCY = quick(f"[{''.join(sorted(_PLAIN))}]")
_UNSEEN = quick(f"[{''.join(sorted(INVISIBLE))}]")


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
    start = max(0, start)
    piece = text[start:end]
    if piece.isascii():
        return Folded(piece, start, None)
    if not _UNSEEN.search(piece):
        return Folded(_FANCY.sub(_plain, piece), start, None)
    at = [i for i, c in enumerate(piece) if c not in INVISIBLE]
    return Folded(_FANCY.sub(_plain, "".join(piece[i] for i in at)), start, at)


def _plain(match: re.Match[str]) -> str:
    return _PLAIN[match[0]]
