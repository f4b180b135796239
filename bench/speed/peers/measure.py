"""测量 · What every peer's program shares: read documents, time a pass, print one line of JSON.

Standard library only, for each peer runs in an environment of its own. CPU time, never wall time.
"""

from __future__ import annotations

import itertools
import json
import re
import resource
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

PASSES = 3
# Memory is read after these, before the whole corpus lies in memory.
FIRST = 200


def documents(path: str, megabytes: float) -> list[str]:
    """The first `megabytes` of a corpus of one JSON string a line."""
    texts: list[str] = []
    size = 0
    with Path(path).open(encoding="utf-8") as lines:
        for line in lines:
            text: str = json.loads(line)
            texts.append(text)
            size += len(text.encode())
            if size >= megabytes * 1e6:
                break
    return texts


def peak_mib() -> float:
    """The most memory that this program has had, in MiB."""
    # Not ru_maxrss, where there is better: it counts what the parent had when it started us.
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="utf-8"))
        if found:
            return int(found[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def seconds(work: Callable[[str], object], texts: list[str]) -> float:
    """CPU seconds of one pass over `texts`, the median of three."""
    spent = []
    for _ in range(PASSES):
        began = process_time()
        for text in texts:
            work(text)
        spent.append(process_time() - began)
    return statistics.median(spent)


def main(ready: Callable[[], tuple[str, Callable[[str], object]]]) -> None:
    """`python PEER.py MEGABYTES CORPUS…`: one speed per corpus. `ready` imports, loads, and names the version."""
    megabytes, corpora = float(sys.argv[1]), sys.argv[2:]
    version, work = ready()
    answer: dict[str, object] = {"version": version, "start_s": process_time()}
    for text in itertools.islice(documents(corpora[0], 1), FIRST):
        work(text)
    answer["peak_mib"] = peak_mib()
    for corpus in corpora:
        texts = documents(corpus, megabytes)
        answer[Path(corpus).stem] = sum(len(t.encode()) for t in texts) / 1e6 / seconds(work, texts)
    print(json.dumps(answer))
