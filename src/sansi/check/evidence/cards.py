"""银行卡号段 · Who issues card numbers that begin so (ISO/IEC 7812-1; ranges the networks publish).

A prefix is no check: it says which Luhn-correct numbers are likelier to be cards than order numbers.
"""

from __future__ import annotations

from functools import cache

from sansi.check.data import table

# (network, first and last prefix of the same length, lengths of the whole number)
_Range = tuple[str, str, str, frozenset[int]]
_RANGES: tuple[_Range, ...] = (
    ("American Express", "34", "34", frozenset({15})),
    ("American Express", "37", "37", frozenset({15})),
    ("Diners Club", "300", "305", frozenset({14, 16})),
    ("Diners Club", "3095", "3095", frozenset({14, 16})),
    ("Diners Club", "36", "36", frozenset({14, 16})),
    ("Diners Club", "38", "39", frozenset({14, 16})),
    ("JCB", "3528", "3589", frozenset({16, 19})),
    ("Visa", "4", "4", frozenset({13, 16, 19})),
    ("Mastercard", "51", "55", frozenset({16})),
    ("Mastercard", "2221", "2720", frozenset({16})),
    ("Mir", "2200", "2204", frozenset({16, 19})),
    ("Discover", "6011", "6011", frozenset({16, 19})),
    ("Discover", "644", "649", frozenset({16, 19})),
    ("Discover", "65", "65", frozenset({16, 19})),
    ("UnionPay", "62", "62", frozenset({16, 17, 18, 19})),
    ("UnionPay", "81", "81", frozenset({16, 17, 18, 19})),
    ("Maestro", "50", "50", frozenset({16, 18, 19})),
    ("Maestro", "56", "58", frozenset({16, 18, 19})),
    ("Maestro", "6304", "6304", frozenset({16, 18, 19})),
    ("Maestro", "67", "67", frozenset({16, 18, 19})),
    ("RuPay", "60", "60", frozenset({16})),
    ("RuPay", "508", "508", frozenset({16})),
)
_TEXT = table("cn_card_bins.tsv")
# How cards of China's banks begin, by length: a test holds it against the table, which is long to read.
_CHINESE = {
    15: "37 69",
    16: "35 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 60 62 84 87 90 92 94 95 96 98 99",
    17: "40 60 62 94",
    18: "18 43 60 62 68 69 90 94 96 99",
    19: "43 45 60 62 90 91 92 94 95",
}


def _by_two() -> dict[str, list[_Range]]:
    ranges: dict[str, list[_Range]] = {}
    for one in _RANGES:
        for two in range(int(one[1].ljust(2, "0")[:2]), int(one[2].ljust(2, "9")[:2]) + 1):
            ranges.setdefault(str(two), []).append(one)
    return ranges


_BY_TWO = _by_two()


def _beginnings() -> dict[int, frozenset[str]]:
    begins = {length: set(twos.split()) for length, twos in _CHINESE.items()}
    for two, ranges in _BY_TWO.items():
        for length in frozenset().union(*(lengths for *_, lengths in ranges)):
            begins.setdefault(length, set()).add(two)
    return {length: frozenset(twos) for length, twos in begins.items()}


BEGINNINGS = _beginnings()
"""The first two digits that cards of each length may have: of no other does `scheme` know any."""


@cache
def _bins() -> tuple[dict[tuple[str, int], str], tuple[int, ...]]:
    """(prefix, length of the number) → kind; and the lengths prefixes have, longest first."""
    rows = [line.split("\t") for line in _TEXT.splitlines()]
    bins = {(prefix, int(length)): kind for prefix, length, kind in rows}
    return bins, tuple(sorted({len(prefix) for prefix, _ in bins}, reverse=True))


def chinese_bank(digits: str) -> str | None:
    """`debit` or `credit` if a bank of China issues cards of this length that begin so."""
    bins, lengths = _bins()
    for length in lengths:
        if kind := bins.get((digits[:length], len(digits))):
            return "credit" if kind == "C" else "debit"
    return None


def scheme(digits: str) -> str | None:
    """The network whose cards begin so and have this length, "China" for a bank's own old cards."""
    for name, first, last, lengths in _BY_TWO.get(digits[:2], ()):
        if len(digits) in lengths and first <= digits[: len(first)] <= last:
            return name
    return "China" if chinese_bank(digits) else None
