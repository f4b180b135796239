"""不崩溃 · `python -m bench.fuzz.crash SECONDS`: atheris turns bytes into texts; none may crash a rule.

What is asserted of every text: it is checked without an exception, every finding lies within it and
says what stands there, and findings are in order and apart.
"""

from __future__ import annotations

import os
import sys
from time import monotonic
from typing import Any

import atheris

with atheris.instrument_imports(include=["sansi.check"]):
    from sansi.check import Checker
    from sansi.check.rules import shipped

from bench.fuzz.mutate import snippets


def sound(checker: Checker, text: str) -> None:
    """Check `text` and what was found in it."""
    end = 0
    for finding in checker.check(text):
        assert end <= finding.start < finding.end <= len(text), (finding.rule, text)
        assert finding.text == text[finding.start : finding.end], (finding.rule, text)
        end = finding.end


def main() -> None:
    """Run for the given time and print how many texts that were."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    checker = Checker(shipped())
    examples = snippets()
    began, tried = monotonic(), 0

    def one_input(data: bytes) -> None:
        nonlocal tried
        provider: Any = atheris.FuzzedDataProvider(data)
        parts = [
            examples[provider.ConsumeIntInRange(0, len(examples) - 1)]
            if provider.ConsumeBool()
            else provider.ConsumeUnicode(40)
            for _ in range(provider.ConsumeIntInRange(1, 6))
        ]
        sound(checker, provider.ConsumeUnicode(2).join(parts))
        tried += 1
        if monotonic() - began > seconds:
            print(f"crash: {tried} executions in {seconds / 60:.1f} minutes, none crashed", flush=True)
            # Fuzz() never returns, and takes SystemExit for a crash.
            os._exit(0)

    atheris.Setup([sys.argv[0], "-max_len=400", "-verbosity=0"], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
