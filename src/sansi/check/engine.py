"""引擎 · Text in, findings out: mark, look closer, settle contested places.

After `load()` a check opens nothing, sends nothing and keeps nothing: the text and what was
found in it exist only in the caller's hands (ARCHITECTURE.md, invariants 1 and 4).
"""

from __future__ import annotations

import os
import re
import threading
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, cast

from sansi.check import rules as rulebook
from sansi.check.model import Confidence, Finding, Located, Rule, Spot, TextPlace
from sansi.check.prefilter import regexes
from sansi.check.prefilter.plan import Engine, Plan, plan

_RANK = {Confidence.CERTAIN: 2, Confidence.LIKELY: 1, Confidence.POSSIBLE: 0}


def _with_hyperscan(patterns: Plan, database: bytes | None) -> Engine:
    from sansi.check.prefilter import vectorscan  # noqa: PLC0415 - no wheel on some platforms

    return vectorscan.Vectorscan(patterns, database)


ENGINES: dict[str, Callable[[Plan, bytes | None], Engine]] = {
    "hyperscan": _with_hyperscan,
    "re2": lambda patterns, _database: regexes.with_re2(patterns),
    "re": lambda patterns, _database: regexes.with_re(patterns),
}
"""Best first. All give the same findings; only the speed differs."""


class Checker:
    """Rules made ready to run. Immutable once made; every call is safe from any thread."""

    def __init__(
        self, rules: Sequence[Rule], *, engine: str | None = None, database: bytes | None = None
    ) -> None:
        """Make `rules` ready, on the named engine or on the best one installed."""
        self.rules = tuple(rules)
        self.plan = plan(self.rules)
        self._engine = _best(self.plan, engine, database)
        self._beside = [r for r in self.rules if r.beside]
        self._sweeps = [r for r in self.rules if r.sweep]
        self._lengths = self.plan.lengths
        self._shapes = [(_joined(shape.joins), shape.measure) for shape in self.plan.shapes]
        self._finders = [[(a.rule.id, a.rule.find, a.wanted) for a in askers] for askers in self.plan.askers]
        self._by_id = {r.id: r for r in self.rules}

    @property
    def engine(self) -> str:
        """The name of the engine that marks: hyperscan, re2 or re."""
        return self._engine.name

    def check(self, text: str) -> list[Finding]:
        """What stands in `text`, in order of place; at most one finding per place."""
        located = self._settled(text)
        return list(_findings(text, located, self._by_id))

    def _settled(self, text: str) -> list[Located]:
        # A lone surrogate is not UTF-8. As three bytes that no pattern has it parts two runs, in every
        # engine alike; a "?" in its place could join them.
        data = text.encode("utf-8", "surrogatepass")
        marks = self._engine.marks(data)
        if not (marks or self._sweeps):
            return []
        marks.sort()
        memo: dict[Any, Any] = {}
        whole = Spot(text, 0, len(text), memo)
        swept = [Located(r.id, h) for r in self._sweeps if r.sweep for h in r.sweep(whole)]
        found = settle([*self._closer_look(text, data, marks, memo), *swept])
        if not (found and self._beside):
            return found
        more = [Located(r.id, h) for r in self._beside if r.beside for h in r.beside(whole, found)]
        return settle([*found, *more]) if more else found

    def _closer_look(
        self, text: str, data: bytes, marks: list[tuple[int, int]], memo: dict[Any, Any]
    ) -> list[Located]:
        located: list[Located] = []
        append = located.append
        finders, lengths = self._finders, self._lengths
        first_shape, barred = len(lengths), self.plan.before_han
        same = len(data) == len(text)
        seen: dict[int, int] = {}
        byte_at, char_at = 0, 0
        for byte, number in marks:
            if same:
                char_at = byte
            elif byte != byte_at:
                char_at += len(data[byte_at:byte].decode("utf-8", "surrogatepass"))
                byte_at = byte
            sizes = 1
            if number >= first_shape:
                if char_at <= seen.get(number, 0):
                    continue
                spot, sizes = self._run_at(text, char_at, number - first_shape, memo)
                seen[number] = spot.end
            elif _barred(text, char_at, barred[number]):
                continue
            else:
                spot = Spot(text, char_at - lengths[number], char_at, memo)
            for rule_id, find, wanted in finders[number]:
                if wanted & sizes:
                    for hit in find(spot):
                        append(Located(rule_id, hit))
        return located

    def _run_at(self, text: str, inside: int, shape: int, memo: dict[Any, Any]) -> tuple[Spot, int]:
        """The run around `inside`, and the sizes it can be read at; bit 0 is always set."""
        joined, measure = self._shapes[shape]
        spot = Spot(text, *_run(text, inside, joined), memo)
        return spot, 1 | (measure(spot) if measure else 0)


def _barred(text: str, end: int, before_han: frozenset[str] | None) -> bool:
    """Whether the Han character after a word says that it is prose; a call of `find` is dearer."""
    return (
        before_han is not None
        and text[end : end + 1] not in before_han
        and "一" <= text[end : end + 1] <= "鿿"
    )


# A run is looked for in slices that grow, so that both the usual short run and one of ten million
# characters cost what they must and no more.
_SLICE = 48
Joined = Callable[..., "re.Match[str]"]


def _joined(joins: Iterable[str]) -> Joined:
    """Matches the characters of `joins` that stand at a place, be they none."""
    return cast("Joined", re.compile(f"[{re.escape(''.join(sorted(joins)))}]*+").match)


def _run(text: str, inside: int, joined: Joined) -> tuple[int, int]:
    """The maximal run that ends at or spans `inside`."""
    start, size = inside, _SLICE
    while start:
        back = text[start - size if start > size else 0 : start][::-1]
        length = joined(back).end()
        start -= length
        if length < len(back):
            break
        size *= 2
    return start, joined(text, inside).end()


def settle(located: Iterable[Located]) -> list[Located]:
    """One hit per place: the surer wins, then the better evidenced, then the longer."""
    ordered = sorted(located, key=_strength)
    starts: list[int] = []
    kept: list[Located] = []
    for one in ordered:
        i = bisect_left(starts, one.hit.end)
        if i and kept[i - 1].hit.end > one.hit.start:
            continue
        starts.insert(i, one.hit.start)
        kept.insert(i, one)
    return kept


def _strength(one: Located) -> tuple[int, int, int, str]:
    hit = one.hit
    # The rule's id settles what is left, so that all engines answer alike; a country's own comes first.
    return -_RANK[hit.confidence], -hit.evidence, hit.start - hit.end, one.rule


def _findings(text: str, located: Iterable[Located], by_id: dict[str, Rule]) -> Iterator[Finding]:
    line, line_start, seen = 1, 0, 0
    for rule_id, hit in located:
        breaks = text.count("\n", seen, hit.start)
        if breaks:
            line += breaks
            line_start = text.rfind("\n", seen, hit.start) + 1
        seen = hit.start
        place = TextPlace(line, hit.start - line_start + 1)
        yield Finding(
            by_id[rule_id], hit.start, hit.end, hit.confidence, text[hit.start : hit.end], hit.reason, place
        )


def _best(patterns: Plan, engine: str | None, database: bytes | None) -> Engine:
    for name in [engine] if engine else list(ENGINES):
        try:
            return ENGINES[name](patterns, database)
        except ImportError:
            if engine:
                raise
    raise AssertionError("unreachable: `re` is always there")


class _Shared:
    """The checker of the shipped rules, made once per process."""

    lock = threading.Lock()
    checker: Checker | None = None


def _after_fork() -> None:
    # A lock held by another thread at the moment of the fork would stay held for ever here.
    _Shared.lock = threading.Lock()


# Windows does not fork, and has no such function.
getattr(os, "register_at_fork", lambda **_: None)(after_in_child=_after_fork)


def load(database: bytes | None = None) -> Checker:
    """Make the shipped rules ready now rather than at the first check.

    This may read the files of installed packages; every check after it reads none. `database` is
    what `prefilter.vectorscan.compile_database` returned earlier, and saves the compiling.
    """
    if _Shared.checker is None:
        with _Shared.lock:
            if _Shared.checker is None:
                _Shared.checker = Checker(rulebook.shipped(), database=database)
    return _Shared.checker


def check(
    text: str,
    *,
    rules: Checker | Iterable[str] | None = None,
    lang: str | None = None,  # noqa: ARG001 - part of the contract, see below
) -> list[Finding]:
    """What in `text` must not go out, sorted by start, for its author alone.

    `rules`: None for all that ship, ids for some of them, or a `Checker` with an organisation's own.
    `lang`: for now accepted and without effect: every rule reads every language.

    Raises KeyError for an unknown rule id, TypeError when `text` is not str.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be str, not {type(text).__name__}: decode bytes first")
    if isinstance(rules, Checker):
        return rules.check(text)
    checker = load() if rules is None else Checker(rulebook.chosen(rules))
    return checker.check(text)
