"""被测的站点 · Servers on the loopback, each on cores of its own, with a database of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

_START_S = 90
_TICK_S = 1 / os.sysconf("SC_CLK_TCK")


class Site:
    """A running server."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        """Look after `process`."""
        self.process = process
        self.port = port

    def used_s(self) -> float:
        """Processor time that it and its workers have used so far; not that of children that read files."""
        return sum(_used_s(pid) for pid in _family(self.process.pid))


def _family(pid: int) -> list[int]:
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            if b"sansi.sandbox" not in Path(f"/proc/{child}/cmdline").read_bytes():
                found += _family(int(child))
    return found


def _used_s(pid: int) -> float:
    told = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(told[11]) + int(told[12])) * _TICK_S


def environment(folder: Path, port: int, database: str = "") -> dict[str, str]:
    """The environment of a site whose files are in `folder`."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("SANSI_")} | {
        "DJANGO_SETTINGS_MODULE": "sansi.web.settings",
        "SANSI_DATA": str(folder),
        "SANSI_URL": f"http://127.0.0.1:{port}",
        "SANSI_CHECK_REQUESTS": "0",
        "SANSI_DEMO": "1",
    }
    return env | ({"SANSI_DATABASE_URL": database} if database else {})


def prepared(env: dict[str, str]) -> None:
    """Make its tables and the demo organisation."""
    for command in (["migrate", "-v0"], ["createcachetable"], ["seed"]):
        subprocess.run([sys.executable, "-m", "django", *command], env=env, check=True, capture_output=True)


@contextmanager
def served(
    application: str, interface: str, workers: int, cores: Sequence[int], env: dict[str, str], port: int
) -> Iterator[Site]:
    """`application` under granian on `cores`, until the block ends."""
    more = ["--blocking-threads", "2"] if interface == "wsgi" else []
    process = subprocess.Popen(
        [
            *[sys.executable, "-m", "granian", "--interface", interface, "--host", "127.0.0.1", "--no-log"],
            *["--port", str(port), "--workers", str(workers), *more, application],
        ],
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: os.sched_setaffinity(0, cores),
    )
    try:
        _wait(process, port)
        yield Site(process, port)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    end = time.monotonic() + _START_S
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            # Workers that have just been forked still compile the rules.
            time.sleep(4)
            return
    raise SystemExit("the server did not start")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
