"""校验位 · Check digits, each in the terms of its standard."""

from __future__ import annotations

_RESIDENT_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def mod_11_2(digits: str) -> str:
    """The check character of 17 digits (ISO 7064 MOD 11-2 as in GB 11643-1999)."""
    total = sum(w * int(d) for w, d in zip(_RESIDENT_ID_WEIGHTS, digits, strict=True))
    return "10X98765432"[total % 11]


def uscc_check(code: str) -> str:
    """The check character of the first 17 characters of a social credit code (GB 32100-2015).

    Raises ValueError for a character outside the alphabet of the standard.
    """
    total = sum(w * _USCC_ALPHABET.index(c) for w, c in zip(_USCC_WEIGHTS, code, strict=True))
    return _USCC_ALPHABET[(31 - total % 31) % 31]


def luhn(digits: str) -> bool:
    """Whether `digits` ends in its Luhn check digit (ISO/IEC 7812-1, annex B)."""
    total = sum(int(d) for d in digits[::-2])
    return (total + sum(sum(divmod(2 * int(d), 10)) for d in digits[-2::-2])) % 10 == 0
