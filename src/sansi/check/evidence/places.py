"""行政区划 · Places of China: provinces, cities, counties, present and past (GB/T 2260).

Full names (浙江省, 杭州市, 西湖区) and, of provinces and cities, short forms (浙江, 杭州). The short form of
a county is left out: 和平, 长安 and 朝阳 are words and names of everything else.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sansi.check.data import table

PROVINCE, CITY, COUNTY = range(3)
# Real names that say no more than "the town" or "the east side": as evidence they are worth nothing.
_VAGUE = frozenset(
    [
        "城区",
        "郊区",
        "矿区",
        "林区",
        "盐区",
        "东区",
        "南区",
        "西区",
        "北区",
        "中区",
        "新区",
        "一区",
        "二区",
        "近郊区",
    ]
)
_TEXT = table("cn_places.tsv")


def _level(code: str) -> int:
    if code.endswith("0000"):
        return PROVINCE
    return CITY if code.endswith("00") else COUNTY


@cache
def _places() -> tuple[dict[str, int], dict[str, str]]:
    """Name → level, and code → the newest name that code has had."""
    levels: dict[str, int] = {}
    codes: dict[str, str] = {}
    for line in _TEXT.splitlines():
        code, names, short = [*line.split("\t"), ""][:3]
        every = names.split("/")
        if code:
            codes[code] = every[0]
        level = _level(code)
        for name in (*every, short):
            if name and name not in _VAGUE:
                levels[name] = min(level, levels.get(name, COUNTY))
    return levels, codes


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """The first two characters → the lengths of the names that begin so, longest first."""
    lengths: dict[str, set[int]] = {}
    for name in _places()[0]:
        lengths.setdefault(name[:2], set()).add(len(name))
    return {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()}


def level_of(name: str) -> int | None:
    """PROVINCE, CITY or COUNTY if `name` is, or was, the full or short name of one."""
    return _places()[0].get(name)


def names_of(level: int) -> frozenset[str]:
    """Every name of that level, short forms included."""
    return frozenset(name for name, its in _places()[0].items() if its == level)


def place_at(text: str, at: int, end: int | None = None) -> int | None:
    """Where the longest place name that begins at `at` ends, no further than `end`."""
    names = _places()[0]
    limit = len(text) if end is None else end
    for length in _lengths().get(text[at : at + 2], ()):
        if at + length <= limit and text[at : at + length] in names:
            return at + length
    return None


def places_within(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """(start, end) of the longest place at each character where one begins; they may overlap."""
    heads = _lengths()
    for at in range(start, end - 1):
        if text[at : at + 2] in heads and (stop := place_at(text, at, end)):
            yield at, stop


def starts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places between `start` and `end`, one after the other, the longest first."""
    at = start
    while at < end:
        stop = place_at(text, at, end)
        if stop:
            yield at, stop
        at = stop or at + 1


def area_name(code: str) -> str | None:
    """The place of the first six digits of a resident number, whenever the code was in force."""
    return _places()[1].get(code)
