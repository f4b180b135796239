"""银行卡号段 · cn_card_bins.tsv: how the cards of Chinese banks begin, and how long they are.

The source is a Go module, not a Python package: `python -m update.cards FILE`, where FILE is the
data/bin.csv of github.com/hexindai/bcbc. Columns: prefix, length, D (debit) or C (credit).
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from update.table import write

MODULE = (
    "from github.com/hexindai/bcbc v0.0.16 (MIT, Copyright (c) 2018 - 2020 Runrioter): prefix, length, type"
)
# A shorter prefix outside 62 (103, 303) says too little about a number.
SHORTEST = 4


def rows(path: Path) -> Iterator[str]:
    """The lines of the table, in no order."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if len(row["bin"]) >= SHORTEST:
                kind = "C" if row["type"] in {"CC", "SCC"} else "D"
                yield "\t".join([row["bin"], row["length"], kind])


def main() -> None:
    """Write cn_card_bins.tsv."""
    write(
        "cn_card_bins.tsv",
        "银行卡号段 · prefix, length, kind",
        [MODULE],
        sorted(set(rows(Path(sys.argv[1])))),
    )


if __name__ == "__main__":
    main()
