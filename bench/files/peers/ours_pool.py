"""Sansi: what reading in a child with limits costs above reading in this process; and pictures, in such a child."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

import passes

from sansi.check.extract.extract import extract
from sansi.check.inspector import Inspector, Job
from sansi.sandbox import Pool


def _of_children(pool: Pool) -> float:
    """CPU seconds of the children of a pool until now, all threads, to the nanosecond."""
    threads = [t for child in pool._all for t in Path(f"/proc/{child.pid}/task").iterdir()]
    return sum(int((t / "schedstat").read_text(encoding="ascii").split()[0]) for t in threads) / 1e9


def _spent(pool: Pool, work: Callable[[], object]) -> float:
    before = process_time() + _of_children(pool)
    work()
    return process_time() + _of_children(pool) - before


def _extra(pool: Pool, folder: str) -> float:
    """CPU milliseconds a file that the pool adds."""
    every, inspector = passes.files(folder), Inspector(Job())
    extra = []
    for n in range(passes.LEAST_PASSES + 1):
        began = process_time()
        for data in every:
            inspector.document("", extract(data))
        here = process_time() - began
        there = _spent(pool, lambda: [pool.check_bytes(data, "file") for data in every])
        if n:
            extra.append(there - here)
    return median(extra) / len(every) * 1000


def _pictures(folder: str) -> dict[str, float]:
    """The first answer of a cold child and of a warm one, the others, and the most memory."""
    first, second, *others = passes.files(folder)
    with Pool(Job()) as pool:
        pool.check_bytes(b"warm", "warm.txt")
        cold = _spent(pool, lambda: pool.check_bytes(first, "scan"))
        warm = _spent(pool, lambda: pool.check_bytes(second, "scan"))
        results = []
        each = [
            _spent(pool, lambda data=data: results.append(pool.check_bytes(data, "scan"))) for data in others
        ]
        pids = [str(child.pid) for child in pool._all]
        return {
            "cold_s": cold,
            "warm_s": warm,
            "page_s": median([warm, *each]),
            "most_s": max(each),
            "findings": sum(len(r.items) for r in results) / len(results),
            "peak_mib": max(passes.peak_mib(pid) for pid in pids),
        }


def main() -> None:
    """`python ours_pool.py PICTURES FOLDER…`."""
    pictures, *folders = sys.argv[1:]
    answer: dict[str, object] = {"pictures": _pictures(pictures)}
    with Pool(Job()) as pool:
        answer["extra_ms"] = {Path(folder).name: _extra(pool, folder) for folder in folders}
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
