"""Any number of threads and forks, the same findings."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from sansi.check import Checker, Finding, check, engine, load
from sansi.check.rules import shipped

EXAMPLES = [t.replace("«", "").replace("»", "") for r in shipped() for t in (*r.hits, *r.misses)]
TEXTS = ["\n".join(EXAMPLES[i : i + 20]) for i in range(0, len(EXAMPLES), 20)]

fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")


def brief(findings: list[Finding]) -> list[tuple[str, int, int, str]]:
    return [(f.rule, f.start, f.end, f.confidence.value) for f in findings]


def in_child(work: Callable[[], bool]) -> bool:
    """Whether `work` is true in a fork of this process; a child that hangs is ended by its alarm."""
    child = os.fork()
    if child == 0:
        import signal

        signal.alarm(60)
        os._exit(0 if work() else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


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
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork.*:DeprecationWarning")
def test_a_fork_after_loading_finds_the_same() -> None:
    expected = [brief(check(t)) for t in TEXTS]

    assert in_child(lambda: [brief(check(t)) for t in TEXTS] == expected)


@fork
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork.*:DeprecationWarning")
def test_a_fork_while_others_check_finds_the_same() -> None:
    expected = [brief(check(t)) for t in TEXTS]
    done = threading.Event()

    def busy() -> None:
        while not done.is_set():
            check(TEXTS[0])

    threads = [threading.Thread(target=busy) for _ in range(4)]
    for thread in threads:
        thread.start()
    try:
        assert all(in_child(lambda: [brief(check(t)) for t in TEXTS] == expected) for _ in range(5))
    finally:
        done.set()
        for thread in threads:
            thread.join()


@fork
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork.*:DeprecationWarning")
def test_a_fork_while_another_thread_loads_does_not_wait_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine._Shared, "checker", None)
    held, release = threading.Event(), threading.Event()

    def hold() -> None:
        with engine._Shared.lock:
            held.set()
            release.wait()

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    try:
        assert in_child(lambda: load().check("13912345678") != [])
    finally:
        release.set()
        thread.join()
