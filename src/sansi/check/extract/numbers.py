"""单元格里的数 · Numbers of cells as people see them (ISO/IEC 29500-1 18.8.30, 18.17.4)."""

from __future__ import annotations

import re
from datetime import date, timedelta

_EXPONENT = re.compile(r"-?\d(?:\.\d+)?[Ee]\+?\d{1,2}")
_TAIL = re.compile(r"(-?\d+)\.0+")
# Year, month and day stand in a format outside of quotes, escapes and conditions in brackets.
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].')
_BUILT_IN_DATES = frozenset({14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 59)})
_FIRST = date(1899, 12, 30)
_FIRST_1904 = date(1904, 1, 1)


def plain(number: str) -> str:
    """A stored number without an exponent: 1.3800138E10 is 13800138000; other text as it is."""
    if _EXPONENT.fullmatch(number):
        digits, _, power = number.upper().partition("E")
        whole, _, part = digits.partition(".")
        wanted = int(power)
        if wanted >= len(part):
            return whole + part + "0" * (wanted - len(part))
        return f"{whole}{part[:wanted]}.{part[wanted:]}"
    tail = _TAIL.fullmatch(number)
    return tail[1] if tail else number


def is_date(format_id: int, code: str) -> bool:
    """Whether a number in this format is shown as a day."""
    if format_id in _BUILT_IN_DATES:
        return True
    bare = _QUOTED.sub("", code).lower()
    return "y" in bare or ("d" in bare and "m" in bare) or "年" in code


def day(serial: str, *, from_1904: bool = False) -> str:
    """The day that a serial number stands for, as 1990-03-07; the number itself where it is none."""
    try:
        days = int(float(serial))
        if not 0 < days < 2_958_466:
            return serial
        first = _FIRST_1904 if from_1904 else _FIRST
        return (first + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return serial


def column_of(letters: str) -> int:
    """The number of a column, from 1: A is 1, XFD is 16384."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def letters_of(column: int) -> str:
    """The letters of a column, from 1."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
