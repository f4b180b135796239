"""快正则 · Regexes that are compiled when first used, and that first look at one character.

Two costs decide whether a hundred rules are bearable. Compiling their regexes takes longer than
most runs of the program: it is put off until a text needs it. And `re` tries all alternatives of
`(?:手机|电话)|(?<=a)phone` at every character: a look-ahead for the characters that a match can begin
with turns most places down at once, ten times faster, and changes nothing in what is found.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from re import _constants as codes  # type: ignore[attr-defined] # the parser is not typed …
from re import _parser as parser  # type: ignore[attr-defined] # … nor promised: a test compares
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")
_REPEATS = {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}
_SEEN = {codes.LITERAL, codes.IN}
_TAKES_NOTHING = {codes.ASSERT, codes.ASSERT_NOT, codes.AT}
_CLASSES = {codes.CATEGORY_DIGIT: r"\d", codes.CATEGORY_SPACE: r"\s", codes.CATEGORY_WORD: r"\w"}


class _UnknownError(Exception):
    """A match can begin with nearly anything."""


def quick(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, later and faster."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


class _Lazy:
    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile, and from now on answer every call directly."""
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(guarded(self.pattern, self.flags), self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def guarded(pattern: str, flags: int = 0) -> str:
    """`pattern` behind a look-ahead for the characters it can begin with, where that is known."""
    if pattern.startswith("(?") and pattern[2:3].isalpha() and pattern[2:3] != "P":
        return pattern  # (?i) must stay in front
    begins: set[str] = set()
    parsed = parser.parse(pattern, flags)
    if not flags & re.IGNORECASE and _looks_first(parsed):
        return pattern
    try:
        if _gather(parsed, begins):
            return pattern  # it matches the empty string too
    except _UnknownError:
        return pattern
    return f"(?=[{''.join(sorted(begins))}])(?:{pattern})"


def _looks_first(items: Any) -> bool:
    """Whether `re` itself skips to the characters that a match can begin with, which it does faster."""
    if not len(items):
        return False
    code, value = items[0]
    if code is codes.SUBPATTERN:
        return not (value[1] or value[2]) and _looks_first(value[3])
    if code is codes.BRANCH:
        return all(len(branch) and branch[0][0] is codes.LITERAL for branch in value[1])
    return code in _SEEN


def ends(pattern: str, flags: int = 0) -> Callable[[str], re.Match[str] | None]:
    """Tells of the last character of a text whether `pattern` can match up to there; of many it cannot.

    A pattern that is searched for in front of a place is tried at every character of a window.
    Raises what `guarded` lets pass: `pattern` must have an end that is known.
    """
    found: set[str] = set()
    if _gather(parser.parse(pattern, flags), found, -1):
        raise ValueError(f"it matches nothing at all too: {pattern}")
    # A final line break: `$` matches in front of one.
    return re.compile(f"[\n{''.join(sorted(found))}]", flags).match


def ending(pattern: str, flags: int = 0) -> Callable[[str], re.Match[str] | None]:
    """Finds the `pattern` that a text ends in, compiled when first asked; see `ends`."""
    whole = quick(f"(?:{pattern})$", flags)
    can_end: list[Callable[[str], re.Match[str] | None]] = []

    def find(text: str) -> re.Match[str] | None:
        if not can_end:
            can_end.append(ends(pattern, flags))
        return whole.search(text) if can_end[0](text[-1:]) else None

    return find


def _gather(items: Any, begins: set[str], step: int = 1) -> bool:
    """Add what `items` can begin with to `begins`; whether they can match nothing at all.

    With a `step` of -1: what they can end in.
    """
    return all(_may_be_empty(code, value, begins, step) for code, value in list(items)[::step])


def _may_be_empty(code: Any, value: Any, begins: set[str], step: int) -> bool:
    if code in _TAKES_NOTHING:
        return True
    if code is codes.LITERAL:
        begins.add(_escaped(value))
    elif code is codes.IN:
        begins.update(map(_member, value))
    elif code is codes.BRANCH:
        # Every branch must be gathered, whatever the first may be.
        return sum(_gather(branch, begins, step) for branch in value[1]) > 0
    elif code is codes.SUBPATTERN and not (value[1] or value[2]):
        return _gather(value[3], begins, step)
    elif code in _REPEATS:
        return _gather(value[2], begins, step) or value[0] == 0
    elif code is codes.ATOMIC_GROUP:
        return _gather(value, begins, step)
    else:
        raise _UnknownError
    return False


def _member(item: tuple[Any, Any]) -> str:
    code, value = item
    if code is codes.LITERAL:
        return _escaped(value)
    if code is codes.RANGE:
        return f"{_escaped(value[0])}-{_escaped(value[1])}"
    if code is codes.CATEGORY and value in _CLASSES:
        return _CLASSES[value]
    raise _UnknownError


def _escaped(character: int) -> str:
    return f"\\U{character:08x}"
