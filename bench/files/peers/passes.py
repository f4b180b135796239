"""测量 · What every program here shares: read the files of a folder, time passes, print one line of JSON.

Standard library only, for each peer runs in an environment of its own. CPU time, never wall time.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

LEAST_PASSES, MOST_PASSES, LEAST_S = 5, 25, 3.0


def files(folder: str) -> list[bytes]:
    """Every file of a folder, already in memory: disks are not measured."""
    return [path.read_bytes() for path in sorted(Path(folder).iterdir())]


def each_s(work: Callable[[bytes], object], every: list[bytes]) -> float:
    """CPU seconds a file, the median of at least five passes after one that warms up."""
    for data in every[:50]:
        work(data)
    spent: list[float] = []
    while len(spent) < LEAST_PASSES or (sum(spent) < LEAST_S and len(spent) < MOST_PASSES):
        began = process_time()
        for data in every:
            work(data)
        spent.append(process_time() - began)
    return statistics.median(spent) / len(every)


def peak_mib(pid: str = "self") -> float:
    """The most memory that a program has had, in MiB."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def main(version: str, text_of: Callable[[bytes], str]) -> None:
    """`python PEER.py FOLDER`: seconds a file, and how many letters it read, so that nobody is fast by leaving out."""
    every = files(sys.argv[1])
    letters = sum(len("".join(text_of(data).split())) for data in every)
    print(json.dumps({"version": version, "each_s": each_s(text_of, every), "letters": letters}))
