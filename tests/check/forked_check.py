"""Run by test_threads.py in a process of its own: forks that check while others check or load.

Not under coverage: its own lock is held by other threads at a fork, and waits for ever in the child.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable

from sansi.check import Finding, check, engine, load
from sansi.check.rules import shipped

EXAMPLES = [t.replace("«", "").replace("»", "") for r in shipped() for t in (*r.hits, *r.misses)]
TEXTS = ["\n".join(EXAMPLES[i : i + 20]) for i in range(0, len(EXAMPLES), 80)]


def brief(findings: list[Finding]) -> list[tuple[str, int, int, str]]:
    return [(f.rule, f.start, f.end, f.confidence.value) for f in findings]


def in_child(work: Callable[[], bool]) -> bool:
    """Whether `work` is true in a fork of this process; a child that hangs is ended by its alarm."""
    child = os.fork()
    if child == 0:
        signal.alarm(60)
        os._exit(0 if work() else 1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def after_loading() -> bool:
    expected = [brief(check(t)) for t in TEXTS]
    return in_child(lambda: [brief(check(t)) for t in TEXTS] == expected)


def while_others_check() -> bool:
    expected = [brief(check(t)) for t in TEXTS]
    done = threading.Event()

    def busy() -> None:
        while not done.is_set():
            check(TEXTS[0])

    threads = [threading.Thread(target=busy) for _ in range(4)]
    for thread in threads:
        thread.start()
    try:
        return all(in_child(lambda: [brief(check(t)) for t in TEXTS] == expected) for _ in range(3))
    finally:
        done.set()
        for thread in threads:
            thread.join()


def while_another_loads() -> bool:
    load()
    engine._Shared.checker = None
    held, release = threading.Event(), threading.Event()

    def hold() -> None:
        with engine._Shared.lock:
            held.set()
            release.wait()

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    try:
        return in_child(lambda: load().check("13912345678") != [])
    finally:
        release.set()
        thread.join()


WORK = {f.__name__: f for f in (after_loading, while_others_check, while_another_loads)}

if __name__ == "__main__":
    sys.exit(0 if WORK[sys.argv[1]]() else 1)
