"""限制 · How much time, memory and reach a child has, and how it is held to that by the system.

Measured bombs ask for gigabytes and minutes; honest documents of an office stay below a tenth of these figures.
"""

from __future__ import annotations

import contextlib
import math
import os
import signal
import sys
from dataclasses import dataclass

try:
    import resource
except ImportError:  # pragma: no cover - Windows
    resource = None  # type: ignore[assignment]

LIMITED = resource is not None
"""Whether this platform can limit a process; elsewhere only the parent's clock holds."""
_NEW_USER, _NEW_NET = 0x10000000, 0x40000000
_SET_DUMPABLE, _SET_NO_NEW_PRIVS = 4, 38


@dataclass(frozen=True)
class Limits:
    """What a child may use. Seconds are for one file; `ocr_s` come on top where pictures are read."""

    memory_bytes: int = 3 << 30
    cpu_s: int = 20
    wall_s: int = 30
    ocr_s: int = 60
    longest_s: int = 180
    start_s: int = 60
    open_files: int = 64
    input_bytes: int = 500 << 20
    answer_bytes: int = 64 << 20
    output_bytes: int = 600 << 20


def confine(limits: Limits) -> None:
    """Give up for this process whatever reading a file does not need. It cannot be had back."""
    if not LIMITED:
        return
    _lower(resource.RLIMIT_AS, limits.memory_bytes)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_NOFILE, limits.open_files)
    if sys.platform == "linux":
        with contextlib.suppress(Exception):
            _leave_the_network()


def _lower(which: int, value: int) -> None:
    hard = resource.getrlimit(which)[1]
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    # macOS refuses some of them; the parent's clock holds there as well.
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(which, (value, value))


def _leave_the_network() -> None:
    """No network where the kernel lets us go, no new rights, and no core dump that would hold a draft."""
    import ctypes  # noqa: PLC0415 - only the child needs it

    libc = ctypes.CDLL(None)
    # Root keeps its user: without one it could not read a library that belongs to somebody else.
    libc.unshare(_NEW_NET if os.geteuid() == 0 else _NEW_USER | _NEW_NET)
    libc.prctl(_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    libc.prctl(_SET_DUMPABLE, 0, 0, 0, 0)


class Clock:
    """The system's clock over one file: when it runs out, the process ends without being asked."""

    def __init__(self, limits: Limits) -> None:
        """Measure by `limits`."""
        self._limits = limits

    def start(self, extra_s: int = 0) -> None:
        """Begin to count for a file, or grant it `extra_s` seconds more than others from now on."""
        if not LIMITED:
            return
        soft = math.ceil(_used_s()) + self._limits.cpu_s + extra_s
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        if hard != resource.RLIM_INFINITY:
            soft = min(soft, hard)
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
        # Sleeping takes no CPU; a child whose parent was killed would sleep for ever.
        signal.setitimer(signal.ITIMER_REAL, self._limits.wall_s + extra_s + 5)

    def stop(self) -> None:
        """The file is done."""
        if LIMITED:
            signal.setitimer(signal.ITIMER_REAL, 0)


def _used_s() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def peak_bytes() -> int:
    """The most memory that this process has held; 0 where nobody knows."""
    if not LIMITED:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
