"""三引擎一致 · `python -m bench.fuzz.engines [TEXTS] [SEED]`: the three engines agree on every one.

Exit 1 with the shortest text they disagree on, as a Python literal to paste into a test.
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from random import Random
from time import monotonic

from bench.fuzz.mutate import bent
from sansi.check import Checker, Finding
from sansi.check.engine import ENGINES
from sansi.check.rules import shipped

CHUNK = 1000


@cache
def checkers() -> tuple[Checker, ...]:
    """The shipped rules on each engine."""
    return tuple(Checker(shipped(), engine=name) for name in ENGINES)


def disagreement(text: str) -> list[list[Finding]]:
    """What each engine finds in `text` if they differ, else nothing."""
    try:
        answers = [checker.check(text) for checker in checkers()]
    except Exception as error:
        raise AssertionError(f"this text crashes a rule: {text!r}") from error
    return [] if all(a == answers[0] for a in answers) else answers


def _chunk(seed: int) -> tuple[list[str], int]:
    rng = Random(seed)
    texts = [bent(rng) for _ in range(CHUNK)]
    found = 0
    wrong = []
    for text in texts:
        if disagreement(text):
            wrong.append(text)
        found += len(checkers()[0].check(text))
    return wrong, found


def main() -> int:
    """Check as many texts as asked, on all cores."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    began = monotonic()
    wrong: list[str] = []
    found = 0
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for bad, some in pool.map(_chunk, range(seed * 10**6, seed * 10**6 + -(-count // CHUNK))):
            wrong += bad
            found += some
    for text in sorted(wrong, key=len)[:5]:
        print(f"engines disagree on {text!r}:")
        for checker, answer in zip(checkers(), disagreement(text), strict=True):
            print(f"  {checker.engine:10} {[(f.rule, f.start, f.end, f.confidence.value) for f in answer]}")
    print(
        f"engines: {count} texts, {found} findings, {len(wrong)} disagreements, {monotonic() - began:.0f} s"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
