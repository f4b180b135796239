"""Hyperscan (Vectorscan) 引擎 · The fast engine: every pattern in one pass.

Facts this module rests on, each tried: a database loaded from bytes has no scratch until one is
given; a scratch serves one scan at a time, so each thread has its own; databases cannot be
pickled, so processes exchange bytes.
"""

from __future__ import annotations

import hashlib
import platform
import re
import threading
from typing import Any

import hyperscan

from sansi.check.prefilter.plan import FIRST_HAN, LAST_HAN, Plan

name = "hyperscan"


def _expressions(plan: Plan) -> tuple[list[bytes], list[int]]:
    expressions = [re.escape(w.raw) for w in plan.literals]
    flags = [hyperscan.HS_FLAG_CASELESS if w.any_case else 0 for w in plan.literals]
    expressions += [s.pattern for s in plan.shapes]
    flags += [0] * len(plan.shapes)
    # Hyperscan refuses to look for nothing; this byte stands in no UTF-8.
    return expressions or [rb"\xff"], flags or [0]


def compile_database(plan: Plan) -> bytes:
    """Compile `plan` for this processor; the bytes can be kept and handed to `Vectorscan`."""
    expressions, flags = _expressions(plan)
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    database.compile(
        expressions=expressions, ids=list(range(len(expressions))), elements=len(expressions), flags=flags
    )
    return bytes(hyperscan.dumpb(database))


def fingerprint(plan: Plan) -> str:
    """Names a compiled database: same patterns, same library, same processor, same name."""
    expressions, flags = _expressions(plan)
    seed = repr((expressions, flags, vars(hyperscan)["__version__"], platform.machine()))
    return hashlib.sha256(seed.encode()).hexdigest()[:32]


class Vectorscan:
    """Scans with one compiled database, from any number of threads."""

    name = name

    def __init__(self, plan: Plan, database: bytes | None = None) -> None:
        """Load `database`, or compile one from `plan` when there is none or it is not for us."""
        self._bytes = database if database and _loads(database) else compile_database(plan)
        self._first_shape = len(plan.literals)
        self._before_han = plan.before_han
        self._shapes = len(plan.shapes)
        self._local = threading.local()

    def _database(self) -> Any:
        database = getattr(self._local, "database", None)
        if database is None:
            database = hyperscan.loadb(self._bytes, hyperscan.HS_MODE_BLOCK)
            database.scratch = hyperscan.Scratch(database)
            self._local.database = database
        return database

    def marks(self, data: bytes) -> list[tuple[int, int]]:
        """See `plan.Engine`."""
        found: list[tuple[int, int]] = []
        first_shape, before_han = self._first_shape, self._before_han
        last = [-9] * self._shapes

        def on_match(number: int, _start: int, end: int, _flags: int, _context: object) -> None:
            if number < first_shape:
                may_follow = before_han[number]
                # What `plan.barred` says, without a call: this is done for every word of every text.
                if may_follow is None or not (
                    FIRST_HAN <= (following := data[end : end + 3]) <= LAST_HAN
                    and following not in may_follow
                ):
                    found.append((end, number))
                return
            # A shape reports every end inside its run. Ends that follow each other are one run:
            # without this a run of ten million digits would be ten million marks.
            shape = number - first_shape
            if end > last[shape] + 1:
                found.append((end, number))
            last[shape] = end

        self._database().scan(data, match_event_handler=on_match)
        return found


def _loads(database: bytes) -> bool:
    try:
        hyperscan.loadb(database, hyperscan.HS_MODE_BLOCK)
    except hyperscan.HyperscanError:
        # Made by another version or for another processor: compile afresh.
        return False
    return True
