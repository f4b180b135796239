"""A site of its own, on a database of its own, whose processes are killed."""

from __future__ import annotations

import json
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).parents[3]


@contextmanager
def database_of_its_own() -> Iterator[str]:
    """The address of a new database on the server of these tests; nothing where they run on SQLite."""
    server = os.environ.get("SANSI_DATABASE_URL", "")
    if not server:
        yield ""
        return
    import psycopg

    name = f"stage_{secrets.token_hex(4)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


class Stage:
    """Starts, kills and asks; `says` is the file in which the site says what it does."""

    def __init__(self, folder: Path, database: str, *, migrated: bool = True) -> None:
        folder.mkdir(exist_ok=True)
        self.says = folder / "says"
        self.says.touch()
        self.data = folder / "data"
        self.data.mkdir()
        kept = {name: value for name, value in os.environ.items() if not name.startswith("SANSI_")}
        self.environ = {
            **kept,
            "DJANGO_SETTINGS_MODULE": "tests.web.killed.settings",
            "PYTHONPATH": str(ROOT),
            "SANSI_DATA": str(self.data),
            "KILLED_SAYS": str(self.says),
        }
        if database:
            self.environ["SANSI_DATABASE_URL"] = database
        self.started: list[subprocess.Popen[bytes]] = []
        if migrated:
            self.run("django", "migrate", "-v0")

    def run(self, *module: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", *module],
            env={**self.environ, "PATH": os.environ["PATH"]},
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self, *module: str) -> subprocess.Popen[bytes]:
        """A process that leads a group, so that it and all it starts can be killed at one blow."""
        process = subprocess.Popen(
            [sys.executable, "-m", *module], env=self.environ, cwd=ROOT, start_new_session=True
        )
        self.started.append(process)
        return process

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=10)

    def heard(self) -> list[str]:
        return self.says.read_text(encoding="utf-8").splitlines()

    def tell(self) -> Any:
        return json.loads(self.run("tests.web.killed", "tell"))

    def end(self) -> None:
        for process in self.started:
            if process.poll() is None:
                with suppress(ProcessLookupError):
                    self.kill(process)


def until(happened: Callable[[], object], seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.005)
