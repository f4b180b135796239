"""`python -m bench.accuracy`: measure the engine on the synthetic corpus and print the report."""

from __future__ import annotations

import argparse
import importlib
import importlib.util
from collections.abc import Iterator
from random import Random

from bench.accuracy import chinese, report
from bench.accuracy.doc import Doc
from bench.accuracy.score import Fault, score
from sansi.check import check


def documents(corpus: str, seed: int, count: int) -> Iterator[Doc]:
    """`count` documents; of both languages, two Chinese to one English."""
    english = count // 3 if corpus == "all" else count if corpus == "en" else 0
    if english and importlib.util.find_spec("bench.accuracy.english"):
        module = importlib.import_module("bench.accuracy.english")
        yield from module.documents(seed, english)
    else:
        english = 0
    yield from chinese.documents(seed, count - english)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.accuracy")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--docs", type=int, default=3000)
    parser.add_argument("--corpus", choices=("zh", "en", "all"), default="all")
    parser.add_argument("--show-misses", type=int, default=0, metavar="K", help="show K faults of each kind")
    parser.add_argument("--type", help="show faults of this type or rule only")
    parser.add_argument("--genres", action="store_true", help="figures by genre")
    return parser.parse_args()


def _shown(faults: list[Fault], most: int, only: str | None) -> Iterator[str]:
    kinds: dict[tuple[str, str], list[Fault]] = {}
    for fault in faults:
        if only in {None, fault.what}:
            kinds.setdefault((fault.kind, fault.what), []).append(fault)
    for (kind, what), group in sorted(kinds.items(), key=lambda item: -len(item[1])):
        yield f"\n{kind} {what}: {len(group)}"
        yield from (f.line() for f in Random(0).sample(group, min(most, len(group))))


def main() -> None:
    """Measure and print."""
    options = _options()
    result = score(documents(options.corpus, options.seed, options.docs), check)
    print(*report.lines(result), sep="\n")
    if options.genres:
        print(*report.genres(result), sep="\n")
    if options.show_misses:
        print(*_shown(result.faults, options.show_misses, options.type), sep="\n")


if __name__ == "__main__":
    main()
