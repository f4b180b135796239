"""余数 · The sums that national numbers are checked with, each named by what it computes."""

from __future__ import annotations

from collections.abc import Sequence

_VERHOEFF_TURN = (
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
    (1, 5, 7, 6, 2, 8, 3, 0, 9, 4),
    (5, 8, 0, 3, 7, 9, 6, 1, 4, 2),
    (8, 9, 1, 6, 0, 4, 3, 5, 2, 7),
    (9, 4, 5, 3, 1, 2, 6, 8, 7, 0),
    (4, 2, 8, 6, 5, 7, 3, 9, 0, 1),
    (2, 7, 9, 3, 8, 0, 6, 4, 1, 5),
    (7, 0, 4, 6, 9, 1, 3, 2, 5, 8),
)


def weighted(digits: str, weights: Sequence[int]) -> int:
    """The sum of digits times weights; digits beyond the last weight do not count."""
    return sum(w * int(d) for w, d in zip(weights, digits, strict=False))


_AS_NUMBERS = {ord(c): str(n) for n, c in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 10)}


def mod_97(code: str) -> int:
    """`code`, in capitals, read as a number, letters as 10 to 35, modulo 97 (ISO/IEC 7064 MOD 97-10)."""
    return int(code.translate(_AS_NUMBERS)) % 97


def mod_11_10(digits: str) -> bool:
    """Whether the last digit is the ISO/IEC 7064 MOD 11,10 check digit of the others."""
    check = 5
    for d in digits:
        check = ((check or 10) * 2 % 11 + int(d)) % 10
    return check == 1


def _times(a: int, b: int) -> int:
    """The product of the dihedral group of order ten."""
    if a < 5:
        return (a + b) % 5 if b < 5 else 5 + (a + b) % 5
    return 5 + (a - b) % 5 if b < 5 else (a - b) % 5


def verhoeff(digits: str) -> bool:
    """Whether the last digit is the Verhoeff check digit of the others."""
    check = 0
    for i, d in enumerate(reversed(digits)):
        check = _times(check, _VERHOEFF_TURN[i % 8][int(d)])
    return check == 0
