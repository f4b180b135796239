"""剖析 · What each rule costs: `python -m bench.speed.profile [dense|sparse] [MEGABYTES] [ROWS]`.

For each rule: the spots it was called with, microseconds per call and in all, and its hits before
contested places are settled. Then the triggers that mark most, for it is cheaper to mark less
than to look faster. A derived view that rules share is charged to the first that asks for it.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from time import process_time, thread_time_ns
from typing import Any

from bench.speed.corpus import CORPORA, size
from sansi.check import Checker
from sansi.check.model import Hit, Located, Rule, Spot
from sansi.check.rules import shipped


@dataclass
class Cost:
    """What one rule cost so far."""

    calls: int = 0
    hits: int = 0
    nanoseconds: int = 0


def metered(rule: Rule, costs: dict[str, Cost]) -> Rule:
    """`rule`, with every call of it counted in `costs`."""
    cost = costs.setdefault(rule.id, Cost())
    besides = costs.setdefault(f"{rule.id} (beside)", Cost())

    def find(spot: Spot) -> list[Hit]:
        began = thread_time_ns()
        hits = list(rule.find(spot))
        cost.nanoseconds += thread_time_ns() - began
        cost.calls += 1
        cost.hits += len(hits)
        return hits

    def beside(spot: Spot, found: Sequence[Located]) -> Iterable[Hit]:
        assert rule.beside is not None
        began = thread_time_ns()
        hits = list(rule.beside(spot, found))
        besides.nanoseconds += thread_time_ns() - began
        besides.calls += 1
        besides.hits += len(hits)
        return hits

    return replace(rule, find=find, beside=beside if rule.beside else None)


def triggers(checker: Checker, documents: list[str]) -> Counter[str]:
    """How often each trigger marks."""
    plan = checker.plan
    names = [w.raw.decode() for w in plan.literals]
    names += [f"/{s.pattern[:40].decode('latin-1')}…/" for s in plan.shapes]
    who = [",".join(a.rule.id for a in askers) for askers in plan.askers]
    engine: Any = checker._engine
    counted = Counter(number for d in documents for _, number in engine.marks(d.encode()))
    return Counter({f"{names[n]}  → {who[n]}": c for n, c in counted.items()})


def _seconds(checker: Checker, documents: list[str]) -> float:
    began = process_time()
    for document in documents:
        checker.check(document)
    return process_time() - began


def main() -> None:
    """Print the two tables."""
    which = sys.argv[1] if len(sys.argv) > 1 else "dense"
    megabytes = float(sys.argv[2]) if len(sys.argv) > 2 else 2.0
    rows = int(sys.argv[3]) if len(sys.argv) > 3 else 25
    documents = CORPORA[which](megabytes)
    plain = Checker(shipped())
    _seconds(plain, documents[:50])
    seconds = min(_seconds(plain, documents) for _ in range(3))
    kilobytes = size(documents) / 1e3
    engine: Any = plain._engine
    began = process_time()
    marks = sum(len(engine.marks(d.encode())) for d in documents)
    marking = process_time() - began
    costs: dict[str, Cost] = {}
    _seconds(Checker([metered(rule, costs) for rule in shipped()]), documents)
    print(
        f"{which}: {kilobytes / 1e3 / seconds:.1f} MB/s, {1e6 * seconds / len(documents):.0f} µs a document;"
        f" marking alone {kilobytes / 1e3 / marking:.0f} MB/s, {marks / kilobytes:.1f} marks per KB,"
        f" finds {sum(c.nanoseconds for c in costs.values()) / 1e9 / seconds:.0%} of the time\n"
    )
    print(f"{'rule':32}{'calls/KB':>10}{'µs/call':>10}{'µs/KB':>10}{'hits':>8}")
    for rule_id, cost in sorted(costs.items(), key=lambda p: -p[1].nanoseconds)[:rows]:
        spent = cost.nanoseconds / 1e3
        each = spent / cost.calls if cost.calls else 0.0
        print(f"{rule_id:32}{cost.calls / kilobytes:10.2f}{each:10.2f}{spent / kilobytes:10.2f}{cost.hits:8}")
    print(f"\n{'marks/KB':>10}  trigger → rules")
    for name, count in triggers(plain, documents).most_common(rows):
        print(f"{count / kilobytes:10.2f}  {name[:120]}")


if __name__ == "__main__":
    main()
