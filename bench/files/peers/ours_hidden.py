"""Sansi: what looking for hidden text costs a page, on ordinary pages and on pages that hide something."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

import passes

from sansi.check.extract import pdf_hidden, pdf_reading
from sansi.check.extract.extract import extract

_PARTS = (
    (pdf_reading, "drawn"),
    *((pdf_hidden, name) for name in ("suspects", "look_at", "hidden", "marked")),
)


class _Meter:
    """CPU seconds spent in the functions of the rules."""

    def __init__(self) -> None:
        self.spent_s = 0.0

    def metered(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """`function`, its time counted."""

        def timed(*arguments: Any, **options: Any) -> Any:
            began = process_time()
            try:
                return function(*arguments, **options)
            finally:
                self.spent_s += process_time() - began

        return timed


def main() -> None:
    """`python ours_hidden.py FOLDER…`: milliseconds a page for each folder, and facts found."""
    meter = _Meter()
    for module, name in _PARTS:
        setattr(module, name, meter.metered(getattr(module, name)))
    answer = {}
    for folder in sys.argv[1:]:
        every = passes.files(folder)
        spent = []
        for _ in range(passes.LEAST_PASSES + 1):
            meter.spent_s = 0.0
            documents = [extract(data) for data in every]
            spent.append(meter.spent_s)
        pages = sum(len(d.segments) for d in documents)
        facts = sum(f.rule in ("meta-hidden-text", "meta-redaction-leak") for d in documents for f in d.facts)
        answer[Path(folder).name] = {"ms_a_page": median(spent[1:]) / pages * 1000, "facts": facts / pages}
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
