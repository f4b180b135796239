"""同一进程 · `python -m bench.load.in_process`: what `check()` itself costs on the drafts that the site is sent."""

from __future__ import annotations

import json
import statistics
from time import process_time

from bench.load.run import drafts
from sansi.check import check, load

_PASSES = 7


def main() -> None:
    """Print the milliseconds of processor time that a draft takes, the median of some passes."""
    load()
    texts = drafts()
    spent = []
    for _ in range(_PASSES + 1):
        began = process_time()
        for text in texts:
            check(text)
        spent.append(1000 * (process_time() - began) / len(texts))
    print(json.dumps({"check_ms": statistics.median(spent[1:])}))


if __name__ == "__main__":
    main()
