"""对外接口 · `check_file` and `check_bytes`: a file of any kind in, a `Report` out."""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from sansi.check import rules as rulebook
from sansi.check.inspector import Job
from sansi.check.model import Both, Finding, Rule
from sansi.check.report.result import FileResult, Outcome
from sansi.sandbox.pool import Pool

_MOST_WORKERS = 4


@dataclass(frozen=True)
class Report:
    """What became of one file, and what was found in it, for its author alone.

    `outcome` is clean, findings, partial or unreadable; `problem` says why, and what to do, for the last two.
    A finding's `text` is on one line, as it may be shown.
    """

    path: str
    kind: str
    outcome: Outcome
    findings: list[Finding] = field(default_factory=list)
    problem: Both | None = None


def report_of(result: FileResult, rules: Mapping[str, Rule]) -> Report:
    """`result`, of a job that shows values, as the Python interface gives it."""
    findings = [
        Finding(rules[i.rule], i.start, i.end, i.confidence, i.text, i.reason, i.there) for i in result.items
    ]
    outcome = Outcome.UNREADABLE if result.outcome is Outcome.SKIPPED else result.outcome
    return Report(result.path, result.kind, outcome, findings, result.problem)


class _Shared:
    lock = threading.Lock()
    pool: Pool | None = None


def _pool() -> Pool:
    with _Shared.lock:
        if _Shared.pool is None:
            _Shared.pool = Pool(Job(show_values=True), min(_MOST_WORKERS, os.cpu_count() or 1))
            atexit.register(_Shared.pool.close)
        return _Shared.pool


@cache
def _rules() -> dict[str, Rule]:
    return {r.id: r for r in rulebook.shipped()}


def check_file(path: str | os.PathLike[str]) -> Report:
    """Check the file at `path`, whatever it is, with all shipped rules. Safe from many threads."""
    return report_of(_pool().check_file(os.fspath(path)), _rules())


def check_bytes(data: bytes, name: str) -> Report:
    """Check `data`, which its author calls `name`; see `check_file`."""
    return report_of(_pool().check_bytes(data, name), _rules())
