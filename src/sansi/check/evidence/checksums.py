"""校验位 · Check digits, each in the terms of its standard."""

from __future__ import annotations

from operator import mul

_RESIDENT_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_RESIDENT_ID_ZEROS = 48 * sum(_RESIDENT_ID_WEIGHTS)  # ord("0") is 48
_DOUBLED = str.maketrans("0123456789", "0246813579")
_USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_USCC_VALUES = {c: n for n, c in enumerate(_USCC_ALPHABET)}
_USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def mod_11_2(digits: str) -> str:
    """The check character of 17 digits (ISO 7064 MOD 11-2 as in GB 11643-1999)."""
    total = sum(map(mul, _RESIDENT_ID_WEIGHTS, digits.encode())) - _RESIDENT_ID_ZEROS
    return "10X98765432"[total % 11]


def uscc_check(code: str) -> str:
    """The check character of the first 17 characters of a social credit code (GB 32100-2015).

    Raises ValueError for a character outside the alphabet of the standard.
    """
    try:
        total = sum(map(mul, _USCC_WEIGHTS, map(_USCC_VALUES.__getitem__, code)))
    except KeyError:
        raise ValueError("not of the alphabet of GB 32100-2015") from None
    return _USCC_ALPHABET[(31 - total % 31) % 31]


def luhn(digits: str) -> bool:
    """Whether `digits` ends in its Luhn check digit (ISO/IEC 7812-1, annex B)."""
    # Sums of ASCII codes: no digit becomes an int of its own, which this asks of every long number.
    total = sum(digits[::-2].encode()) + sum(digits[-2::-2].translate(_DOUBLED).encode())
    return (total - 48 * len(digits)) % 10 == 0
