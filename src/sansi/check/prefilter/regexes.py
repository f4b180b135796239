"""google-re2 与 re 引擎 · The same pass with one regex after the other, for where Hyperscan is not.

Words are found by their first bytes and compared in Python, so that overlapping words are all
reported, as Hyperscan does; a leftmost-longest alternation would hide some.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from sansi.check.prefilter.plan import Literal, Plan, barred

Compile = Callable[[bytes], Any]
# Words are told apart by this many first bytes: one Han character, or three ASCII letters.
_HEAD = 3


def _any_case(raw: bytes) -> bytes:
    """A regex for `raw` in either case of its ASCII letters."""
    return b"".join(
        b"[%c%c]" % (b, b ^ 0x20) if chr(b).isalpha() and b < 0x80 else b"\\x%02x" % b for b in raw
    )


def _by_head(literals: tuple[Literal, ...]) -> dict[bytes, list[tuple[int, Literal]]]:
    heads: dict[bytes, list[tuple[int, Literal]]] = {}
    for number, word in enumerate(literals):
        heads.setdefault(word.raw[:_HEAD].lower(), []).append((number, word))
    return heads


class Regexes:
    """Scans a plan with any engine that compiles bytes patterns and has `finditer`."""

    def __init__(self, name: str, plan: Plan, compile_pattern: Compile) -> None:
        """Compile the shapes of `plan`, and one pattern for the heads of all its words."""
        self.name = name
        self._heads = _by_head(plan.literals)
        self._lengths = sorted({len(h) for h in self._heads}, reverse=True)
        heads = b"|".join(_any_case(h) for h in sorted(self._heads, key=lambda h: -len(h)))
        self._head = compile_pattern(heads) if heads else None
        first = len(plan.literals)
        self._before_han = plan.before_han
        self._shapes = [(first + i, compile_pattern(s.pattern)) for i, s in enumerate(plan.shapes)]

    def marks(self, data: bytes) -> list[tuple[int, int]]:
        """See `plan.Engine`."""
        found = list(self._words(data)) if self._head else []
        for number, pattern in self._shapes:
            found += [(m.end(), number) for m in pattern.finditer(data)]
        return found

    def _words(self, data: bytes) -> Iterator[tuple[int, int]]:
        assert self._head is not None
        at = 0
        while match := self._head.search(data, at):
            start = match.start()
            for length in self._lengths:
                head = data[start : start + length].lower()
                for number, word in self._heads.get(head, ()):
                    end = start + len(word.raw)
                    here = data[start:end]
                    same = (here.lower() if word.any_case else here) == word.raw
                    if same and not barred(data, end, self._before_han[number]):
                        yield end, number
            # One byte on, not past the match: heads overlap (电 begins 电话 and 电子邮箱).
            at = start + 1


def with_re2(plan: Plan) -> Regexes:
    """The plan on google-re2. Raises ImportError where it is not installed."""
    import re2  # noqa: PLC0415 - optional: its absence is what makes the engine fall back

    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1
    options.never_nl = False
    options.max_mem = 64 << 20
    return Regexes("re2", plan, lambda pattern: re2.compile(pattern, options))


def with_re(plan: Plan) -> Regexes:
    """The plan on the standard library's `re`: slowest, and always there."""
    return Regexes("re", plan, re.compile)
