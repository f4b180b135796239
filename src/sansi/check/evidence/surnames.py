"""中文人名 · Whether a run of Chinese characters is a person's name, and where such a name ends.

A name is a surname and one or two characters. Both are met everywhere in text, so three things
speak: how much likelier the characters are in names (evidence.name_bits), the words that look like
names (cn_name_lookalikes.txt), and the places.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cache

from sansi.check.data import table
from sansi.check.evidence.name_bits import compound, given_bits, surname_at, surnames
from sansi.check.evidence.places import level_of, place_at
from sansi.check.evidence.quick import quick
from sansi.check.evidence.titles import TITLES, title_at

_LOOKALIKES = table("cn_name_lookalikes.txt")
# Bits from which a name of one or of two given characters is likely, and from which it is not absurd.
# Of names drawn by frequency 99 in 100 reach the second, of words in a dictionary 1 in 100 the first.
_STRONG = {1: 6, 2: 7}
_PLAUSIBLE = 1
# A given name that is a common word (王 + 公司), or a word and one more (高度 + 重), costs so many bits.
_WORD_INSIDE = 6
# … unless the two characters are a given name all over: 于海燕 is not 于海 and 燕.
_GIVEN = 6
_PLACE_INSIDE = 4
# What follows a surname or a name, and is not part of it: 王某, 李氏, 张总, 陈们, 黎晓的.
NEVER_LAST = frozenset("某总氏们等局处科队工董嫂婶的是了着吗呢吧您你她他这那")
_NEVER_GIVEN = TITLES | {"家"}
DOTS = frozenset("·•‧・‧⋅∙．")
_HAN = quick("[一-鿿㐀-䶿〇]+")
# Words of one character that stand after a name: where one does, the name has ended.
_AFTER = frozenset(
    "的说与和及在是等、，。；：！？（）()《》“”,.;:!?/|｜ \t\r\n　称表为将曾向对被于从至到把让给也都又就并却因已正"
)
# Transliterated names are written with 都, 于, 给 and the rest: only these end one.
_AFTER_DOTTED = frozenset("的说与和及在是")


class Likeness(IntEnum):
    """How much a run looks like a name; NO is false."""

    NO = 0
    PLAUSIBLE = 1
    STRONG = 2


@cache
def _lookalikes() -> dict[str, str]:
    """First character → the rests of all its words in one string; a set of them would weigh ten times more."""
    rows = (line.partition("\t") for line in _LOOKALIKES.splitlines())
    return {first: rests for first, _, rests in rows}


def is_han(text: str) -> bool:
    """Whether there is something, and all of it Chinese characters."""
    return _HAN.fullmatch(text) is not None


def is_han_char(char: str) -> bool:
    """Whether one character, or none, is a Chinese one."""
    return "一" <= char <= "鿿" or "㐀" <= char <= "䶿" or char == "〇"


def is_word(run: str) -> bool:
    """Whether `run`, which begins with a surname, is a word and hardly a name (高度, 何时)."""
    return f" {run[1:]} " in _lookalikes().get(run[:1], "")


def is_word_and_name(run: str) -> bool:
    """Whether `run` is a word and a name (高峰, 文静)."""
    return f" {run[1:]}? " in _lookalikes().get(run[:1], "")


@cache
def _common() -> frozenset[str]:
    """The words that no one is named."""
    return frozenset(_lookalikes()["*"].split())


def split(run: str) -> tuple[str, str] | None:
    """Surname and given name, if that is what `run` can be."""
    surname = surname_at(run)
    if surname is None:
        return None
    given = run[len(surname) :]
    return (surname, given) if 1 <= len(given) <= 2 else None


def _against(run: str, given: str, bits_given: int) -> int:
    """Bits that the words and places inside the run speak against a name."""
    bits = 0
    if given in _common():
        bits += _WORD_INSIDE
    if bits_given < _GIVEN and is_word(run[:2]) and run[:2] not in compound():
        bits += _WORD_INSIDE
    if place_at(run, 0):
        bits += _PLACE_INSIDE
    if level_of(given) is not None:
        bits += _WORD_INSIDE
    return bits


def _bits(run: str, surname: str | None) -> int:
    """What speaks for `run`, which begins with `surname`, being a name; not positive when it is none."""
    if surname is None or len(run) > 4:
        return 0
    given = run[len(surname) :]
    if not 0 < len(given) < 3:
        return 0
    # The characters first: they turn down most, and words and places only speak against a name.
    bits_given = given_bits(given)
    bits = surnames()[surname] + bits_given
    if bits < _PLAUSIBLE or given in _NEVER_GIVEN or given[-1] in NEVER_LAST:
        return 0
    if is_word(run) or level_of(run) is not None or not is_han(given):
        return 0
    # Nothing stands inside a run of two characters.
    return bits if len(run) == 2 else bits - _against(run, given, bits_given)


def is_name(run: str) -> Likeness:
    """How much the whole of `run` looks like a Chinese name of 2 to 4 characters."""
    surname = surname_at(run)
    bits = _bits(run, surname)
    if surname is None or bits < _PLAUSIBLE:
        return Likeness.NO
    weak = bits < _STRONG[len(run) - len(surname)] or is_word_and_name(run)
    return Likeness.PLAUSIBLE if weak else Likeness.STRONG


def name_at(text: str, at: int, end: int | None = None) -> int | None:
    """Where the name that begins at `at` ends, no further than `end`; None where none begins.

    Of two and three characters the longer is taken unless the third belongs to what follows: a title,
    a verb, a particle.
    """
    surname = surname_at(text, at)
    if surname is None:
        return None
    limit = min(len(text), at + 4 if end is None else end, at + 4)
    short = at + len(surname) + 1
    long = short + 1
    if long > limit or _bits(text[at:long], surname) < _PLAUSIBLE:
        return short if short <= limit and _bits(text[at:short], surname) >= _PLAUSIBLE else None
    shorter = _short_is_better(text, short, long) and _bits(text[at:short], surname) >= _PLAUSIBLE
    return short if shorter else long


def _short_is_better(text: str, short: int, long: int) -> bool:
    """Whether the third character belongs to what follows rather than to the name."""
    if title_at(text, short):
        return True
    if title_at(text, long) or not is_han_char(text[long : long + 1]):
        # What follows is settled: the longer name ends just there, unless its last character is a particle.
        return text[short] in _AFTER
    return text[short] in _AFTER or given_bits(text[short]) < 0 or text[short : short + 2] in _common()


def name_ending_at(text: str, end: int, start: int = 0) -> int | None:
    """Where the name that ends at `end` begins, no earlier than `start`; None where none ends.

    The strongest reading wins, the longer of two as strong: 欧阳文静 before 阳文静.
    """
    if text[end - 1 : end] in NEVER_LAST:
        return None
    begins = surnames()
    runs = [
        at
        for at in range(max(start, end - 4), end - 1)
        if text[at] in begins and _bits(run := text[at:end], surname_at(run)) >= _PLAUSIBLE
    ]
    if len(runs) < 2:
        return runs[0] if runs else None
    return max(runs, key=lambda at: _strength(text[at:end]))


def _strength(run: str) -> tuple[Likeness, int, int]:
    return is_name(run), _bits(run, surname_at(run)) if len(run) > 3 else 0, len(run)


def dotted_name_at(text: str, at: int, end: int | None = None) -> int | None:
    """Where a name written with middle dots that begins at `at` ends: 迪丽热巴·迪力木拉提.

    Two to four parts of one to eight characters; the first has two or more.
    """
    limit = min(len(text), at + 40 if end is None else end, at + 40)
    first = text[at : min(limit, at + 9)]
    if first.isalpha() or DOTS.isdisjoint(first):
        return None  # asked first, for nearly every text has none
    stop, parts = _part(text, at, limit), 1
    if stop - at < 2:
        return None
    while stop < limit and text[stop] in DOTS and parts < 4:
        following = _part(text, stop + 1, limit)
        if following == stop + 1:
            break
        stop, parts = following, parts + 1
    return stop if parts > 1 else None


def dotted_name_ending_at(text: str, end: int, start: int = 0) -> int | None:
    """Where a name written with middle dots that ends at `end` begins, no earlier than `start`."""
    found = _DOTTED_END.search(text, max(start, end - 40), end)
    return found.start() if found else None


def any_name_ending_at(text: str, end: int, start: int = 0) -> int | None:
    """Where a name with middle dots or without that ends at `end` begins; None where none ends."""
    if not is_han_char(text[end - 1 : end]):
        return None
    last = text[max(start, end - 9) : end]
    if not (last.isalpha() or DOTS.isdisjoint(last)):
        begin = dotted_name_ending_at(text, end, start)
        if begin is not None:
            return begin
    return name_ending_at(text, end, start)


# 的 and 是 are in no name: a name may begin right after them.
_DOTTED_PART = "(?:(?![的是])[一-鿿]){2,8}"
_DOTTED_END = quick(
    f"(?:(?<![一-鿿])|(?<=[的是])){_DOTTED_PART}(?:[{''.join(sorted(DOTS))}]{_DOTTED_PART}){{1,3}}$"
)


def _part(text: str, at: int, limit: int) -> int:
    """The end of the Chinese characters from `at` on, eight at the most; a title or particle is left out."""
    stop = at
    while stop < limit and stop - at < 8 and is_han_char(text[stop]):
        if stop - at >= 2 and (title_at(text, stop) or text[stop] in _AFTER_DOTTED):
            break
        stop += 1
    return stop
