"""姓名用字 · How much likelier a surname and given characters are in a name than in running text, in bits.

The bits of the parts add up: 王 +6, 小 +1, 明 +2 → 9; 和 -4, 平 +1, 的 -6 → -9.
"""

from __future__ import annotations

from functools import cache

from sansi.check.data import table

_SURNAMES = table("cn_surnames.txt")
_GIVEN = table("cn_given_chars.txt")


@cache
def surnames() -> dict[str, int]:
    """Surname → bits, commonest first; compound ones included."""
    rows = (line.split("\t") for line in _SURNAMES.splitlines())
    return {name: int(bits) for name, _, bits in rows}


@cache
def _given() -> dict[str, int]:
    rows = (line.split("\t") for line in _GIVEN.splitlines())
    return {char: int(bits) for bits, chars in rows for char in chars}


@cache
def compound() -> frozenset[str]:
    """The surnames of two characters and more."""
    return frozenset(name for name in surnames() if len(name) > 1)


@cache
def _compound_beginnings() -> frozenset[str]:
    return frozenset(name[0] for name in compound())


def surname_at(text: str, at: int = 0) -> str | None:
    """The longest surname that begins at `at`, if any."""
    first = text[at : at + 1]
    if first in _compound_beginnings():
        compounds = compound()
        for size in (4, 3, 2):
            if text[at : at + size] in compounds:
                return text[at : at + size]
    return first if first in surnames() else None


def given_bits(given: str) -> int:
    """What the characters of a given name add; one unknown to the table, being rare, adds nothing."""
    bits, total = _given(), 0
    for char in given:
        total += bits.get(char, 0)
    return total


def name_bits(surname: str, given: str) -> int:
    """What speaks for the whole being a name."""
    return surnames()[surname] + given_bits(given)
