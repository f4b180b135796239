"""伪装 · The ways a number is written to get past a filter, or comes out of a bad conversion."""

from __future__ import annotations

from random import Random

from bench.accuracy.words import words

WAYS = words(
    "blanks dashes dots fullwidth mixedwidth zerowidth nbsp wrapped numerals capitals keycap prefix86"
)
"""`prefix86` is for mobile numbers only."""

_GROUPS = {
    18: ((6, 8, 4), (6, 4, 4, 4), (3, 3, 4, 4, 4)),
    15: ((6, 6, 3), (6, 9)),
    11: ((3, 4, 4), (3, 4, 4), (3, 4, 4), (4, 3, 4)),
}
_FULL = {ord(c): ord(c) + 0xFEE0 for c in "0123456789X"}
_HAN = str.maketrans("0123456789", "〇一二三四五六七八九")
_ZERO = str.maketrans("0123456789", "零一二三四五六七八九")
_CAPITAL = str.maketrans("0123456789", "零壹贰叁肆伍陆柒捌玖")


def grouped(rng: Random, number: str, gap: str) -> str:
    """`number` in its usual groups, or now and then digit by digit."""
    if rng.random() < 0.12:
        return gap.join(number)
    sizes = rng.choice(_GROUPS.get(len(number), ((4,) * 5,)))
    parts, at = [], 0
    for size in sizes:
        parts.append(number[at : at + size])
        at += size
    return gap.join(p for p in parts if p)


def _scatter(rng: Random, number: str, mark: str) -> str:
    places = {i for i in range(1, len(number)) if rng.random() < 0.3} or {len(number) // 2}
    return "".join((mark if i in places else "") + c for i, c in enumerate(number))


def _wrapped(rng: Random, number: str) -> str:
    at = rng.randint(3, len(number) - 3)
    return number[:at] + rng.choice(("\n", "\n", "\r\n", "\n    ", "\n  ")) + number[at:]


def disguised(rng: Random, number: str, way: str) -> str:  # noqa: C901, PLR0911, PLR0912 - one line a way
    """`number` (digits, or digits and X) written in `way`, one of `WAYS` or plain."""
    match way:
        case "plain":
            return number
        case "blanks":
            return grouped(rng, number, rng.choice((" ", " ", "  ", "\u3000")))
        case "dashes":
            return grouped(rng, number, rng.choice(("-", "-", "-", "–", "—", "－", " - ")))
        case "dots":
            return grouped(rng, number, rng.choice((".", ".", "·", "。", "．", "•")))
        case "fullwidth":
            return number.translate(_FULL)
        case "mixedwidth":
            return "".join(c.translate(_FULL) if rng.random() < 0.5 else c for c in number)
        case "zerowidth":
            return _scatter(
                rng, number, rng.choice(("\u200b", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"))
            )
        case "nbsp":
            return grouped(rng, number, rng.choice(("\u00a0", "\u00a0", "\u202f", "\u2009")))
        case "wrapped":
            return _wrapped(rng, number)
        case "numerals":
            return number.translate(rng.choice((_HAN, _ZERO)))
        case "capitals":
            return number.translate(_CAPITAL)
        case "keycap":
            return "".join(c + "\ufe0f\u20e3" if c.isdigit() else c for c in number)
        case "prefix86":
            body = rng.choice((number, number, grouped(rng, number, rng.choice(" -"))))
            return (
                rng.choice(("+86", "+86 ", "+86-", "0086", "0086-", "86-", "86 ", "(+86)", "（+86）", "+86"))
                + body
            )
    raise ValueError(way)
