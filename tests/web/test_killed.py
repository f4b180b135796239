"""kill -9 of the server and of the worker in the midst of work: what was said to be done is done, and nothing by half."""

from __future__ import annotations

import http.client
import os
import secrets
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.web.killed.stage import Stage, database_of_its_own, until

JOBS = 18


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with database_of_its_own() as database:
        made = Stage(tmp_path, database)
        yield made
        made.end()


def test_a_job_whose_worker_is_killed_is_done_by_the_next(stage: Stage) -> None:
    stage.run("tests.web.killed", "enqueue", str(JOBS))
    for enough in (4, 9):
        worker = stage.start("django", "worker")
        until(lambda enough=enough: len(stage.heard()) >= enough)
        stage.kill(worker)
        stage.run("tests.web.killed", "age")
    stage.run("django", "worker", "--once")
    told = stage.tell()

    assert told["jobs"] == {"SUCCESSFUL": JOBS}
    assert set(told["acts"]) == {str(n) for n in range(1, JOBS + 1)}
    # A killed job leaves nothing, and its second run the whole: never one of two entries.
    assert set(told["acts"].values()) <= {2, 4}
    assert len(stage.heard()) <= JOBS + 2
    assert told["faults"] == []


class Site:
    """The server, and what it said yes to."""

    def __init__(self, stage: Stage) -> None:
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            self.port = s.getsockname()[1]
        self.kept: list[int] = []
        self.stage = stage
        self.process = stage.start(
            *("granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(self.port)),
            *("--blocking-threads", "2", "--no-log", "sansi.web.wsgi:application"),
        )
        until(self.answers, 30)

    def answers(self) -> bool:
        with suppress(OSError, http.client.HTTPException):
            return self.post("/check", b"") in {200, 400, 422}
        return False

    def post(self, path: str, body: bytes) -> int:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("POST", path, body, {"Content-Type": "application/octet-stream"})
            return connection.getresponse().status
        finally:
            connection.close()

    def keep(self, numbers: Iterator[int]) -> None:
        """Have one after the other kept, until the server is gone."""
        with suppress(OSError, http.client.HTTPException):
            for number in numbers:
                assert self.post(f"/note/{number}", b"x") == 200
                self.kept.append(number)

    def draft(self, canary: str) -> None:
        """Have a long draft checked that it will not live to finish."""
        body = f'{{"text": "{canary} {"甲 13800138000 " * 400_000}"}}'.encode()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        with suppress(OSError, http.client.HTTPException):
            connection.request("POST", "/api/v1/check", body, {"Content-Type": "application/json"})
            connection.getresponse().read()
        connection.close()

    def family(self) -> list[int]:
        """The process ids of the server and of all that came from it."""
        found = [self.process.pid]
        for pid in found:
            with suppress(FileNotFoundError):
                for task in Path(f"/proc/{pid}/task").glob("*/children"):
                    found += [int(child) for child in task.read_text(encoding="ascii").split()]
        return found


def alive(pid: int) -> bool:
    with suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    return False


def kill_the_server_in_the_midst(stage: Stage) -> tuple[Site, str]:
    """Kill a server that keeps acts and checks a draft at the same time."""
    site = Site(stage)
    canary = f"canary-{secrets.token_hex(8)}"
    threading.Thread(target=site.draft, args=(canary,), daemon=True).start()
    # The server, its worker, and the children that read what is long.
    until(lambda: len(site.family()) >= 3)
    askers = [
        threading.Thread(target=site.keep, args=(iter(range(first, 10_000, 3)),), daemon=True)
        for first in (1, 2, 3)
    ]
    for asker in askers:
        asker.start()
    until(lambda: len(site.kept) >= 20)
    family = site.family()
    # Only those two that serve: the children have to notice by themselves.
    for pid in family[:2]:
        os.kill(pid, signal.SIGKILL)
    site.process.wait(timeout=10)
    for asker in askers:
        asker.join(timeout=20)
    until(lambda: not any(alive(pid) for pid in family), 20)
    return site, canary


def test_a_killed_server_has_kept_what_it_said_and_no_draft(stage: Stage) -> None:
    site, canary = kill_the_server_in_the_midst(stage)
    left = [p for p in stage.data.rglob("*") if p.is_file() and canary.encode() in p.read_bytes()]
    Site(stage).keep(iter([9_999]))
    told = stage.tell()

    assert {str(n) for n in [*site.kept, 9_999]} <= set(told["acts"])
    assert set(told["acts"].values()) == {2}
    assert told["faults"] == []
    assert left == []
