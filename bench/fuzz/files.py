"""文件变形 · `python -m bench.fuzz.files [SECONDS] [SEED]`: damaged files of every kind, each with its outcome.

Takes the hostile cases of the tests and sound files bent at random, for so many seconds, and tells for each kind how
many files there were, what became of them, and which the sandbox had to save us from. Exit 1 when there was one.
"""

from __future__ import annotations

import os
import sys
import threading
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from random import Random
from time import monotonic
from typing import NamedTuple

from sansi.check.inspector import Job
from sansi.check.report.result import FileResult
from sansi.sandbox import Limits, Pool
from sansi.sandbox.reasons import CRASHED, TOO_LONG, TOO_MUCH
from tests.sandbox.hostile import BIG, CASES, bent
from tests.sandbox.sound import MAKERS, sound

_LOST = {CRASHED: "crashed", TOO_LONG: "too long", TOO_MUCH: "too much"}
# The issue's: no file may take longer.
_SECONDS_EACH = 10


class _Tried(NamedTuple):
    kind: str
    name: str
    result: FileResult
    seconds: float

    @property
    def lost(self) -> str:
        return _LOST.get(self.result.problem, "") if self.result.problem else ""


def _files(seed: int) -> Iterator[tuple[str, str, bytes]]:
    """(kind, how to make it again, bytes), without end."""
    for case in (*CASES, *BIG):
        yield "hostile", case.name, case.make()
    for number in count():
        for kind in MAKERS:
            random = Random(f"{kind} {seed} {number}")
            data = bent(sound(kind), random)
            while random.random() < 0.3:
                data = bent(data, random) if data else data
            yield kind, f"{kind} {seed} {number}", data


def main() -> int:
    """Try files for as long as asked, on all cores."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    workers = os.cpu_count() or 1
    until = monotonic() + seconds
    files, lock = _files(seed), threading.Lock()
    with Pool(Job(), workers, limits=Limits(cpu_s=_SECONDS_EACH, wall_s=60)) as pool:

        def work(_number: int) -> list[_Tried]:
            tried = []
            while monotonic() < until:
                with lock:
                    kind, name, data = next(files)
                began = monotonic()
                tried.append(_Tried(kind, name, pool.check_bytes(data, name), monotonic() - began))
            return tried

        with ThreadPoolExecutor(workers) as threads:
            everything = [one for some in threads.map(work, range(workers)) for one in some]
    return _told(everything, seconds)


def _told(everything: list[_Tried], seconds: float) -> int:
    by_kind: dict[str, list[_Tried]] = defaultdict(list)
    for one in everything:
        by_kind[one.kind].append(one)
    print(f"{'kind':9}{'files':>8}{'ms each':>9}{'slowest s':>11}{'lost':>6}  outcomes")
    for kind, tried in by_kind.items():
        each = sum(t.seconds for t in tried) / len(tried) * 1000
        slowest = max(t.seconds for t in tried)
        outcomes = Counter(str(t.result.outcome) for t in tried)
        said = ", ".join(f"{name} {number}" for name, number in outcomes.most_common())
        print(f"{kind:9}{len(tried):8}{each:9.1f}{slowest:11.1f}{sum(bool(t.lost) for t in tried):6}  {said}")
    lost = [t for t in everything if t.lost]
    for one in lost[:20]:
        print(f"  {one.lost}: {one.name}")
    print(
        f"files: {len(everything)} in {seconds:.0f} s, {len(lost)} cost their child, every other was checked"
    )
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
