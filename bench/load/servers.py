"""服务器 · A site started for a measurement: its processes, how much processor time they take, their end."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PLATFORM, BARE = "sansi.web.front:application", "bench.load.bare:application"
_INTERFACES = {PLATFORM: ["rsgi"], BARE: ["wsgi", "--blocking-threads", "2"]}
_TICKS = os.sysconf("SC_CLK_TCK")
_ROOT = Path(__file__).parents[2]


@dataclass
class Server:
    """One that answers on `port`."""

    pid: int
    port: int

    def cpu_s(self) -> float:
        """The processor time of all its processes until now."""
        return sum(_spent_s(pid) for pid in _family(self.pid))

    def peak_mib(self) -> float:
        """The most memory that its processes have held, added up."""
        return sum(_peak_kib(pid) for pid in _family(self.pid)) / 1024


def _family(pid: int) -> list[int]:
    found = [pid]
    for parent in found:
        for task in Path(f"/proc/{parent}/task").glob("*/children"):
            found += [int(child) for child in task.read_text(encoding="ascii").split()]
    return found


def _spent_s(pid: int) -> float:
    # The name, in brackets, may hold blanks.
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _peak_kib(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


def free_port() -> int:
    """A port of the loopback that nobody has."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


@contextmanager
def serving(target: str, environ: Mapping[str, str], workers: int, cores: set[int]) -> Iterator[Server]:
    """The site `target` under granian with `workers`, on `cores`, from its first answer to its end."""
    port = free_port()
    command = [sys.executable, "-m", "granian", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--workers", str(workers), "--no-log", "--interface", *_INTERFACES[target], target]
    process = subprocess.Popen(
        command,
        env={**os.environ, **environ, "PYTHONPATH": str(_ROOT)},
        stdout=subprocess.DEVNULL,
        # A line for each request: written, as it would be, and not shown.
        stderr=subprocess.DEVNULL,
    )
    # What is set here holds for all that it will start.
    os.sched_setaffinity(process.pid, cores)
    try:
        _wait(port, process)
        yield Server(process.pid, port)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if process.poll() is not None:
            raise SystemExit(f"the server ended at once: {process.returncode}")
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
            connection.request("GET", "/")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.1)
        else:
            connection.close()
            return
    raise SystemExit("the server does not answer")
