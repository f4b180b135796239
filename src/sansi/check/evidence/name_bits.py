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
def given_chars() -> dict[str, int]:
    """Character of given names → bits."""
    rows = (line.split("\t") for line in _GIVEN.splitlines())
    return {char: int(bits) for bits, chars in rows for char in chars}


@cache
def compound() -> frozenset[str]:
    """The surnames of two characters and more."""
    return frozenset(name for name in surnames() if len(name) > 1)


@cache
def beginnings() -> dict[str, tuple[str, ...]]:
    """What a surname can begin with → the surnames that begin so, longest first."""
    begun: dict[str, list[str]] = {}
    for name in sorted(surnames(), key=len, reverse=True):
        begun.setdefault(name[0], []).append(name)
    return {first: tuple(names) for first, names in begun.items()}


def surname_at(text: str, at: int = 0) -> str | None:
    """The longest surname that begins at `at`, if any."""
    for name in beginnings().get(text[at : at + 1], ()):
        if text.startswith(name, at):
            return name
    return None


def given_bits(given: str) -> int:
    """What the characters of a given name add; one unknown to the table, being rare, adds nothing."""
    bits, total = given_chars(), 0
    for char in given:
        total += bits.get(char, 0)
    return total


def name_bits(surname: str, given: str) -> int:
    """What speaks for the whole being a name."""
    return surnames()[surname] + given_bits(given)
