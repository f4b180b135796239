"""数字串 · Digits as people write them to be missed, read as digits again.

A *run* is digits of any script with separators between them: blanks, dashes, dots, zero-width
characters, one line break. A *group* is digits with nothing in between. An identifier is always
a row of whole groups: a number that begins or ends inside a group is part of a longer one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from sansi.check.evidence.quick import quick
from sansi.check.model import Shape, Sized, Spot, new

_SCRIPTS = (
    "0123456789",
    "０１２３４５６７８９",
    "〇一二三四五六七八九",
    "零壹贰叁肆伍陆柒捌玖",
)
_HAN = frozenset(_SCRIPTS[2] + _SCRIPTS[3] + "幺")
# 幺 is how one is read aloud in telephone numbers.
_VALUE = {c: str(n) for script in _SCRIPTS for n, c in enumerate(script)} | {"幺": "1"}
_TO_ASCII = str.maketrans(_VALUE)

DIGITS = frozenset(_VALUE)
BLANKS = frozenset(" \t\r\n\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))
# U+FE0F and U+20E3 dress a digit up as a keycap emoji.
INVISIBLE = frozenset(
    "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\ufe0f\u20e3"
)
DASHES = frozenset("-‐‑‒–—―−－﹣_＿.．。·•・‧~")
SEPARATORS = BLANKS | INVISIBLE | DASHES
# More than this between two digits is a gap between two numbers, not a number written apart.
_WIDEST_GAP = 3
# A number broken at the end of a line goes on behind the indent of the next.
_WIDEST_BREAK = 12


def bytes_class(characters: frozenset[str]) -> bytes:
    """A regex for any one of `characters` as UTF-8, short enough for every engine."""
    ascii_only = "".join(sorted(c for c in characters if c < "\x80"))
    by_lead: dict[bytes, bytearray] = {}
    for c in characters:
        if c >= "\x80":
            raw = c.encode()
            by_lead.setdefault(raw[:-1], bytearray()).append(raw[-1])
    parts = [b"[" + re.escape(ascii_only).encode() + b"]"] if ascii_only else []
    for lead, tails in sorted(by_lead.items()):
        escape = b"".join(b"\\x%02x" % b for b in lead)
        parts.append(escape + b"[" + b"".join(b"\\x%02x" % b for b in sorted(tails)) + b"]")
    return b"(?:" + b"|".join(parts) + b")"


_CLASS = re.escape("".join(sorted(DIGITS - _HAN)))
_UNSEEN = "".join(sorted(INVISIBLE))
_HAN_CLASS = "".join(sorted(_HAN))
# What cannot be seen parts nothing: 138\u200b1234 is one group.
_GROUP = quick(f"[{_CLASS}]+(?:[{_UNSEEN}]+[{_CLASS}]+)*+|[{_HAN_CLASS}]+(?:[{_UNSEEN}]+[{_HAN_CLASS}]+)*+")
_ASCII_GROUP = re.compile("[0-9]+")
_READ = _TO_ASCII | {ord(c): None for c in INVISIBLE}


class Group(NamedTuple):
    """Digits with nothing in between: as ASCII, and where they stand."""

    digits: str
    start: int
    end: int
    han: bool


class Number(NamedTuple):
    """A row of whole groups read as one number. `gaps` are the separators, in order."""

    digits: str
    start: int
    end: int
    groups: tuple[Group, ...]
    gaps: tuple[str, ...]

    @property
    def shape(self) -> tuple[int, ...]:
        """How many digits each group has: (3, 4, 4) for 138 1234 5678."""
        return tuple(len(g.digits) for g in self.groups)

    @property
    def plain(self) -> bool:
        """Written in one piece, in any script."""
        return len(self.groups) == 1

    def without_first_group(self) -> Number:
        """The number without a country code that is a group of its own."""
        first, rest = self.groups[0], self.groups[1:]
        return Number(self.digits[len(first.digits) :], rest[0].start, self.end, rest, self.gaps[1:])

    @property
    def even(self) -> bool:
        """Taken apart with a system: one sort of gap throughout, or one line break alone."""
        visible = {g.strip("".join(INVISIBLE)) for g in self.gaps}
        return len(visible) <= 1 and len({g.han for g in self.groups}) == 1


def _is_gap(gap: str) -> bool:
    """Whether `gap` can stand inside one number: short, or one line break and its indent."""
    if len(gap) <= _WIDEST_GAP + 1:
        return gap.count("\n") <= 1
    return len(gap) <= _WIDEST_BREAK and gap.count("\n") == 1 and gap.isspace()


_PARTS = " \t\r\n-_."


def groups_of(spot: Spot) -> list[Group]:
    """The groups of the run at `spot`, computed once for all detectors that ask."""
    key = ("digits", spot.start, spot.end)
    found: list[Group] | None = spot.memo.get(key)
    if found is None:
        found = spot.memo[key] = _groups(spot.text, spot.start, spot.end)
    return found


def _groups(text: str, start: int, end: int) -> list[Group]:
    run = text[start:end]
    digits = run.strip(_PARTS)
    if digits.isascii() and digits.isdigit():
        # Nearly every run is one number in one piece.
        start += run.find(digits)
        return [new(Group, (digits, start, start + len(digits), False))]
    if run.isascii():
        return [
            new(Group, (m[0], m.start(), m.end(), False)) for m in _ASCII_GROUP.finditer(text, start, end)
        ]
    return [
        Group(m[0], m.start(), m.end(), han=False)
        if m[0].isascii()
        else Group(m[0].translate(_READ), m.start(), m.end(), m[0][0] in _HAN)
        for m in _GROUP.finditer(text, start, end)
    ]


# The shortest number that any rule wants is a land line's, the longest a card's, of nineteen digits.
_LEAST = 10
_SIZES = 20
_ALL_SIZES = (1 << _SIZES) - 1
_ASCII_PARTED = {ord(c): " " for c in SEPARATORS if c < "\x80"}


def _kinds(spot: Spot) -> int:
    """Bit 20 b + n is set when some row of whole groups in the run has n digits and begins with the two of b.

    More rows than `numbers` would put together: a wide gap parts none here. Asked again, by another of
    the patterns of a run, it says none: no rule need look twice.
    """
    if spot.memo.get("number run") == spot.start:
        return 0
    spot.memo["number run"] = spot.start
    run = spot.text[spot.start : spot.end]
    if not run.isascii():
        parts = [group.digits for group in groups_of(spot)]
    else:
        parts = [run] if run.isdigit() else run.translate(_ASCII_PARTED).split()
    kinds = rows = 0
    following = ""
    for part in reversed(parts):
        size = len(part)
        # The sizes of the rows that begin here.
        rows = ((rows | 1) << size) & _ALL_SIZES if size < _SIZES else 0
        if rows >> _LEAST:
            kinds |= rows << _SIZES * int((part + following)[:2])
        following = part
    return kinds


def _patterns() -> Iterator[bytes]:
    """What together stands in every run with a row of ten digits that no ASCII letter or underline touches.

    One pattern for all would end at every digit from the tenth on, in Hyperscan a call each; and a
    pattern that begins at the edge of a word is too large for it with every digit and separator.
    """
    d, s = bytes_class(DIGITS), bytes_class(SEPARATORS)
    blank = bytes_class(frozenset(c for c in SEPARATORS if c < "\x80"))
    wide = frozenset(c for c in SEPARATORS if c > "\x7f")
    wide_d = frozenset(c for c in DIGITS if c > "\x7f")
    gap = b"%s{0,%d}" % (blank, _WIDEST_GAP)
    # A row of ASCII alone, be it broken before an indent.
    yield rb"\b[0-9](?:(?:%s|\n[ \t]{3,%d})[0-9]){%d}" % (gap, _WIDEST_BREAK - 1, _LEAST - 1)
    # Else a first wide character has five digits of ASCII before it, or five of any sort after it.
    follows = b"(?:%s|%s%s{0,%d}%s)" % (bytes_class(wide_d), bytes_class(wide), s, _WIDEST_GAP - 1, d)
    yield b"[0-9](?:%s[0-9]){4}%s%s" % (gap, gap, follows)
    for some in (wide | wide_d - _HAN, _HAN):
        yield b"%s(?:%s{0,%d}%s){5}" % (bytes_class(some), s, _WIDEST_GAP, d)


_SHAPES = tuple(Shape(pattern, DIGITS | SEPARATORS, _kinds) for pattern in _patterns())


Begins = Mapping[int, Collection[str]]
"""By how many digits numbers may have (10 to 19): the two that those begin with."""


def number_of(begins: Begins) -> tuple[Sized, ...]:
    """The triggers of a rule that reads such `numbers`.

    Dates and times of day, book numbers and amounts are most of all long numbers: to call a rule only
    to be told that nothing of its kind begins with 20 would cost more than all the rest of it. The rule
    must turn down what is not `context.alone`: of that, some is shown to it and some is not.
    """
    bits = {_SIZES * int(two) + size for size, beginnings in begins.items() for two in beginnings}
    wanted = sum(1 << bit for bit in bits)
    return tuple(Sized(shape, wanted) for shape in _SHAPES)


def numbers(spot: Spot, begins: Begins) -> list[Number]:
    """Every row of whole groups in the run that has so many digits and begins with such two, in order."""
    groups = groups_of(spot)
    if len(groups) == 1:
        digits, start, end, _ = groups[0]
        wanted = digits[:2] in begins.get(len(digits), ())
        return [new(Number, (digits, start, end, (groups[0],), ()))] if wanted else []
    found: list[Number] = []
    most = max(begins)
    for i, first in enumerate(groups):
        if len(first.digits) <= most:
            _add_rows(found, spot, groups, i, begins, most)
    return found


def _add_rows(
    found: list[Number], spot: Spot, groups: list[Group], i: int, begins: Begins, most: int
) -> None:
    """Append the rows that begin with group `i`."""
    text, size, last = spot.text, 0, groups[i].start
    two = groups[i].digits[:2]
    if len(two) == 1 and i + 1 < len(groups):
        two += groups[i + 1].digits[0]
    for j in range(i, len(groups)):
        digits, start, end, _ = groups[j]
        size += len(digits)
        if size > most or (start - last > 1 and not _is_gap(text[last:start])):
            return
        last = end
        if two in begins.get(size, ()):
            found.append(_row(spot, groups, i, j + 1))


def _row(spot: Spot, groups: list[Group], i: int, j: int) -> Number:
    """The groups from `i` to before `j` as one number, put together once for all that ask."""
    start, end = groups[i].start, groups[j - 1].end
    key = ("row", start, end)
    known: Number | None = spot.memo.get(key)
    if known is None:
        row, text = tuple(groups[i:j]), spot.text
        gaps = [text[a.end : b.start] for a, b in pairwise(row)]
        known = Number("".join([g.digits for g in row]), start, end, row, tuple(gaps))
        spot.memo[key] = known
    return known


def to_ascii(text: str) -> str:
    """`text` with every digit of any script as ASCII; its length does not change."""
    return text.translate(_TO_ASCII)


def squeeze(text: str) -> str:
    """`text` without separators, its digits as ASCII."""
    return "".join(c for c in text.translate(_TO_ASCII) if c not in SEPARATORS)
