"""Any number of threads and forks, the same findings."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sansi.check import Checker, Finding, engine, load
from sansi.check.rules import shipped

EXAMPLES = [t.replace("«", "").replace("»", "") for r in shipped() for t in (*r.hits, *r.misses)]
TEXTS = ["\n".join(EXAMPLES[i : i + 20]) for i in range(0, len(EXAMPLES), 80)]

fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")


def brief(findings: list[Finding]) -> list[tuple[str, int, int, str]]:
    return [(f.rule, f.start, f.end, f.confidence.value) for f in findings]


@pytest.mark.parametrize("name", ["hyperscan", "re2", "re"])
def test_eight_threads_find_the_same(name: str) -> None:
    checker = Checker(shipped(), engine=name)
    expected = [brief(checker.check(t)) for t in TEXTS]
    start = threading.Barrier(8)

    def work(_: int) -> list[list[tuple[str, int, int, str]]]:
        start.wait()
        return [brief(checker.check(t)) for t in TEXTS]

    with ThreadPoolExecutor(8) as pool:
        assert all(found == expected for found in pool.map(work, range(8)))


def test_eight_threads_load_one_checker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine._Shared, "checker", None)
    start = threading.Barrier(8)

    def work(_: int) -> Checker:
        start.wait()
        return load()

    with ThreadPoolExecutor(8) as pool:
        assert len(set(map(id, pool.map(work, range(8))))) == 1


@fork
@pytest.mark.parametrize("when", ["after_loading", "while_others_check", "while_another_loads"])
def test_a_fork_finds_the_same(when: str) -> None:
    script = Path(__file__).with_name("forked_check.py")

    done = subprocess.run([sys.executable, str(script), when], timeout=120, check=False)

    assert done.returncode == 0
