"""引擎 · Text in, findings out: mark, look closer, settle contested places.

After `load()` a check opens nothing, sends nothing and keeps nothing: the text and what was
found in it exist only in the caller's hands (ARCHITECTURE.md, invariants 1 and 4).
"""

from __future__ import annotations

import os
import threading
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sansi.check import rules as rulebook
from sansi.check.model import Confidence, Finding, Located, Rule, Spot, new
from sansi.check.place import TextPlace
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
        self._shapes = [("".join(sorted(shape.joins)), shape.measure) for shape in self.plan.shapes]
        self._finders = [[(a.rule.id, a.rule.find, a.wanted) for a in askers] for askers in self.plan.askers]
        self._by_id = {r.id: r for r in self.rules}

    @property
    def engine(self) -> str:
        """The name of the engine that marks: hyperscan, re2 or re."""
        return self._engine.name

    def check(self, text: str) -> list[Finding]:
        """What stands in `text`, in order of place; at most one finding per place."""
        located = self._settled(text)
        return _findings(text, located, self._by_id)

    def _settled(self, text: str) -> list[Located]:
        # A lone surrogate is not UTF-8. As three bytes that no pattern has it parts two runs, in every
        # engine alike; a "?" in its place could join them.
        data = text.encode("utf-8", "surrogatepass")
        marks = self._engine.marks(data)
        if not (marks or self._sweeps):
            return []
        marks.sort()
        memo: dict[Any, Any] = {}
        found = self._closer_look(text, data, marks, memo)
        if self._sweeps:
            whole = Spot(text, 0, len(text), memo)
            found += [Located(r.id, h) for r in self._sweeps if r.sweep for h in r.sweep(whole)]
        if not found:
            return found
        found = settle(found)
        if not self._beside:
            return found
        whole = Spot(text, 0, len(text), memo)
        more = [Located(r.id, h) for r in self._beside if r.beside for h in r.beside(whole, found)]
        return settle([*found, *more]) if more else found

    def _closer_look(
        self, text: str, data: bytes, marks: list[tuple[int, int]], memo: dict[Any, Any]
    ) -> list[Located]:
        located: list[Located] = []
        finders, lengths, shapes = self._finders, self._lengths, self._shapes
        first_shape = len(lengths)
        same = len(data) == len(text)
        seen = [-1] * len(shapes)
        byte_at, char_at = 0, 0
        for byte, number in marks:
            if same:
                char_at = byte
            elif byte != byte_at:
                char_at += len(data[byte_at:byte].decode("utf-8", "surrogatepass"))
                byte_at = byte
            if number < first_shape:
                spot = new(Spot, (text, char_at - lengths[number], char_at, memo))
                for rule_id, find, _ in finders[number]:
                    if hits := find(spot):
                        located += [new(Located, (rule_id, hit)) for hit in hits]
                continue
            shape = number - first_shape
            if char_at <= seen[shape]:
                continue
            joins, measure = shapes[shape]
            start, end = _run(text, char_at, joins)
            seen[shape] = end
            spot = new(Spot, (text, start, end, memo))
            sizes = 1 | measure(spot) if measure else 1
            for rule_id, find, wanted in finders[number]:
                if wanted & sizes and (hits := find(spot)):
                    located += [new(Located, (rule_id, hit)) for hit in hits]
        return located


# A run is looked for in slices that grow, so that both the usual short run and one of ten million
# characters cost what they must and no more.
_SLICE = 48


def _run(text: str, inside: int, joins: str) -> tuple[int, int]:
    """The maximal run of the characters `joins` that ends at or spans `inside`."""
    start, size = inside, _SLICE
    while start:
        low = start - size if start > size else 0
        start = low + len(text[low:start].rstrip(joins))
        if start > low:
            break
        size *= 2
    end, size, length = inside, _SLICE, len(text)
    while end < length:
        ahead = text[end : end + size]
        end += len(ahead)
        rest = len(ahead.lstrip(joins))
        if rest:
            return start, end - rest
        size *= 2
    return start, end


def settle(located: Iterable[Located]) -> list[Located]:
    """One hit per place: the surer wins, then the better evidenced, then the longer."""
    kept: list[Located] = []
    contested: list[Located] = []
    reach = -1
    for one in sorted(located, key=_start):
        hit = one.hit
        if hit.start < reach:
            # The last one kept is contested, unless some of its rivals are known.
            contested = contested or [kept.pop()]
            contested.append(one)
            reach = max(reach, hit.end)
            continue
        if contested:
            kept += _winners(contested)
            contested = []
        kept.append(one)
        reach = hit.end
    return kept + _winners(contested) if contested else kept


def _start(one: Located) -> int:
    return one[1][0]


def _winners(contested: list[Located]) -> list[Located]:
    """Those of some hits, each of which overlaps another, that no stronger one overlaps; in order."""
    starts: list[int] = []
    kept: list[Located] = []
    for one in sorted(contested, key=_strength):
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


def _findings(text: str, located: list[Located], by_id: dict[str, Rule]) -> list[Finding]:
    line, line_start, seen = 1, 0, 0
    findings: list[Finding] = []
    for rule_id, (start, end, confidence, reason, _) in located:
        breaks = text.count("\n", seen, start)
        if breaks:
            line += breaks
            line_start = text.rfind("\n", seen, start) + 1
        seen = start
        place = new(TextPlace, (line, start - line_start + 1))
        what = text[start:end]
        findings.append(new(Finding, (by_id[rule_id], start, end, confidence, what, reason, place)))
    return findings


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
