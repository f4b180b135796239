"""变形 · Texts made from the examples of the rules, bent the way people and accidents bend them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from random import Random

from sansi.check.rules import shipped

_SEPARATORS = (
    *(" ", "  ", "-", "—", ".", "·", "_", "/", "\t", "\n", "\r\n"),
    *("\u00a0", "\u3000", "\u200b", "\u200d", "\ufeff", "\u00ad", "\u2009"),
)
_WIDE = {c: c + 0xFEE0 for c in range(0x21, 0x7F)}
_HAN = str.maketrans("0123456789", "〇一二三四五六七八九")
_ROUND = str.maketrans("0123456789", "⓪①②③④⑤⑥⑦⑧⑨")
_JOINTS = (
    "",
    "",
    " ",
    "\n",
    "，",
    "：",
    "|",
    "\t",
    ",",
    "。",
    '"',
    "'",
    "=",
    "（",
    "</td><td>",
    "\\",
    "//",
    "@",
    "\x00",
)
_GLUE = (
    *("Ａ", "a", "0", "9", "号", "_", "@", ".", "é", "ß", "İ", "ſ", "\u212a", "\U0001d7d8", "٣"),
    *("\U0001f600", "\u0301", "\ud800", "\udfff", "\x7f", "\x85", "\u2028"),
)
_EDGES = (
    "\x00",
    "\t",
    "\u07ff",
    "\u0800",
    "\uffff",
    "\U00010000",
    "\U0010ffff",
    "\ud800",
    "\udbff",
    "\udc00",
    "\udfff",
)


@cache
def snippets() -> tuple[str, ...]:
    """Every hit and miss of every rule, without the marks around what must be found."""
    return tuple(t.replace("«", "").replace("»", "") for r in shipped() for t in (*r.hits, *r.misses))


def _place(rng: Random, text: str) -> tuple[int, int]:
    start = rng.randint(0, len(text))
    return start, min(len(text), start + rng.randint(1, 30))


def _insert(rng: Random, text: str) -> str:
    at, _ = _place(rng, text)
    return text[:at] + rng.choice(_SEPARATORS + _GLUE) + text[at:]


def _space_out(rng: Random, text: str) -> str:
    start, end = _place(rng, text)
    return text[:start] + rng.choice(_SEPARATORS).join(text[start:end]) + text[end:]


def _disguise(rng: Random, text: str) -> str:
    start, end = _place(rng, text)
    return text[:start] + text[start:end].translate(rng.choice((_WIDE, _HAN, _ROUND))) + text[end:]


def _cut(rng: Random, text: str) -> str:
    start, end = _place(rng, text)
    return rng.choice((text[start:], text[:start], text[:start] + text[end:]))


def _join(rng: Random, text: str) -> str:
    pair = [text, rng.choice(snippets())]
    rng.shuffle(pair)
    return rng.choice(_JOINTS).join(pair)


def _repeat(rng: Random, text: str) -> str:
    start, end = _place(rng, text)
    return text[:start] + text[start:end] * rng.randint(2, 12) + text[end:]


def _swap(rng: Random, text: str) -> str:
    start, end = _place(rng, text)
    piece = text[start:end]
    return text[:start] + rng.choice((piece.swapcase(), piece.upper(), piece[::-1])) + text[end:]


def _digit(rng: Random, text: str) -> str:
    at, _ = _place(rng, text)
    return text[:at] + rng.choice("0123456789xXABCDabcd") + text[at + 1 :]


def _noise(rng: Random, text: str) -> str:
    at, _ = _place(rng, text)
    any_character = [
        chr(rng.choice((rng.randrange(0x250), rng.randrange(0x3000, 0xA000), rng.randrange(0x110000))))
        for _ in range(6)
    ]
    return text[:at] + "".join(rng.sample(_EDGES, 2) if rng.random() < 0.3 else any_character) + text[at:]


_BENDS: Sequence[Callable[[Random, str], str]] = (
    _insert, _insert, _space_out, _disguise, _cut, _join, _join, _join, _repeat, _swap, _digit, _digit, _noise,
)  # fmt: skip


def bent(rng: Random) -> str:
    """An example, or several joined, after up to eight accidents."""
    text = rng.choice(snippets())
    for _ in range(rng.randint(0, 8)):
        text = rng.choice(_BENDS)(rng, text)[:4000]
    return text
