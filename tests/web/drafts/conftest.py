"""A real server in a process of its own, with folders of its own, so that everything it leaves behind can be searched."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
_START_S = 60


@dataclass
class Served:
    """A running site: where it is and where it may have left something."""

    port: int
    folder: Path
    process: subprocess.Popen[bytes]
    database: str = ""
    env: dict[str, str] = field(default_factory=dict)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request(method, path, body, {"Accept-Language": "en", **(headers or {})})
            answer = connection.getresponse()
            return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
        finally:
            connection.close()

    def children(self) -> list[int]:
        """The processes that read files, by their number."""
        found, waiting = [], [self.process.pid]
        while waiting:
            pid = waiting.pop()
            for task in Path(f"/proc/{pid}/task").glob("*/children"):
                waiting += [int(c) for c in task.read_text().split()]
            if b"sansi.sandbox.worker" in Path(f"/proc/{pid}/cmdline").read_bytes():
                found.append(pid)
        return found

    def memory_bytes(self) -> int:
        """What the server process itself holds now."""
        pids, waiting = [], [self.process.pid]
        while waiting:
            pid = waiting.pop()
            for task in Path(f"/proc/{pid}/task").glob("*/children"):
                waiting += [int(c) for c in task.read_text().split()]
            pids.append(pid)
        return sum(int(Path(f"/proc/{p}/statm").read_text().split()[1]) * 4096 for p in pids)


def multipart(**parts: Any) -> tuple[bytes, dict[str, str]]:
    """A form: a text for a str, a file for (name, bytes)."""
    edge = "----edge7f3a"
    body = b""
    for name, value in parts.items():
        file, data = value if isinstance(value, tuple) else ("", value.encode())
        named = f'; filename="{file}"' if file else ""
        body += (
            f'--{edge}\r\nContent-Disposition: form-data; name="{name}"{named}\r\n\r\n'.encode()
            + data
            + b"\r\n"
        )
    return body + f"--{edge}--\r\n".encode(), {"Content-Type": f"multipart/form-data; boundary={edge}"}


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One for all tests of a run: whatever is done to it, it must go on serving."""
    folder = tmp_path_factory.mktemp("served")
    port = _free_port()
    env = _environment(folder, port)
    manage = [sys.executable, "-m", "django"]
    for command in (["migrate", "-v0"], ["createcachetable"]):
        subprocess.run([*manage, *command], env=env, cwd=folder / "cwd", check=True, capture_output=True)
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [
                *[sys.executable, "-m", "granian", "--interface", "rsgi", "--host", "127.0.0.1"],
                *["--port", str(port), "--access-log", "sansi.web.front:application"],
            ],
            env=env,
            cwd=folder / "cwd",
            stdout=log,
            stderr=log,
        )
    site = Served(port, folder, process, env.get("SANSI_DATABASE_URL", ""), env)
    try:
        _wait(site)
        yield site
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def _environment(folder: Path, port: int) -> dict[str, str]:
    env = {k: v for k, v in os.environ.items() if not k.startswith("SANSI_")}
    for name in ("data", "tmp", "home", "cwd"):
        (folder / name).mkdir()
    env |= {
        "DJANGO_SETTINGS_MODULE": "sansi.web.settings",
        "SANSI_DATA": str(folder / "data"),
        "SANSI_URL": f"http://127.0.0.1:{port}",
        "SANSI_CHECK_REQUESTS": "0",
        "SANSI_DEMO": "1",
        "TMPDIR": str(folder / "tmp"),
        "HOME": str(folder / "home"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    if os.environ.get("SANSI_TEST_DATABASE") == "postgres":
        env["SANSI_DATABASE_URL"] = _database(f"served_{os.getpid()}")
    return env


def _database(name: str) -> str:
    import psycopg
    from django.conf import settings

    own = settings.DATABASES["default"]
    host, port, user = (str(own.get(k) or "") for k in ("HOST", "PORT", "USER"))
    with psycopg.connect(
        host=host, port=port or None, user=user, dbname="postgres", autocommit=True
    ) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name}".encode())
        server.execute(f"CREATE DATABASE {name}".encode())
    return f"postgres://{user}@/{name}?host={host}"


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(site: Served) -> None:
    end = time.monotonic() + _START_S
    while time.monotonic() < end:
        if site.process.poll() is not None:
            break
        try:
            # The first answer comes when the rules are ready.
            body = b'{"text": ""}'
            if site.ask("POST", "/api/v1/check", body, {"Content-Type": "application/json"})[0] == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError((site.folder / "log").read_text())
