"""Tasks that do to their child what crafted files do to readers. Only tests know them."""

from __future__ import annotations

import ctypes
import gc
import os
import socket
import sys
import time
from pathlib import Path
from typing import Any

from sansi.sandbox.tasks import Tools

Answer = tuple[dict[str, Any], bytes]


def echo(data: bytes, options: dict[str, Any], tools: Tools) -> Answer:
    return {"pid": os.getpid(), "options": options, "size": len(data)}, data[::-1]


def abort(*_: object) -> Answer:
    os.abort()


def segfault(*_: object) -> Answer:
    ctypes.string_at(0)
    raise AssertionError


def leave(*_: object) -> Answer:
    os._exit(0)


def hang(*_: object) -> Answer:
    while True:
        time.sleep(1)


def spin(*_: object) -> Answer:
    while True:
        pass


def swell(*_: object) -> Answer:
    held = []
    while True:
        held.append(bytes(64 << 20))


def swell_in_native_code(*_: object) -> Answer:
    """As C++ does it: the allocation fails, nobody catches that, the process aborts with these words."""
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    libc.malloc.argtypes = [ctypes.c_size_t]
    while libc.malloc(256 << 20):
        pass
    words = b"terminate called after throwing an instance of 'std::bad_alloc'\n"
    os.write(2, words)
    os.abort()


def stumble(*_: object) -> Answer:
    raise KeyError("13812345678")


def miss(*_: object) -> Answer:
    import a_library_that_is_not_there  # type: ignore[import-not-found]  # noqa: F401 - that is the point

    raise AssertionError


def babble(*_: object) -> Answer:
    sys.stdout.write("noise of a library")
    os.write(1, b"more of it")
    for _again in range(2_000):
        # More than a pipe holds: a child that waited for a reader would hang.
        try:
            os.write(2, b"and to the standard error " * 10)
        except BlockingIOError:
            break
    return {"fine": True}, b""


def lie(data: bytes, _options: dict[str, Any], tools: Tools) -> Answer:
    """Write `data` where the answers go, as code that took the child over could."""
    for number in range(3, 20):
        try:
            os.write(number, data)
        except OSError:
            continue
    time.sleep(30)
    return {}, b""


def mumble(*_: object) -> Answer:
    return {"not JSON": {1, 2}}, b""


def answer_with(data: bytes, options: dict[str, Any], tools: Tools) -> Answer:
    told: dict[str, Any] = options["told"]
    return told, b""


def reach(data: bytes, _options: dict[str, Any], tools: Tools) -> Answer:
    """What of the outside a child can still do."""
    can: dict[str, Any] = {"network": True, "write": True, "many files": True}
    try:
        with socket.create_connection(("127.0.0.1", int(data)), timeout=2):
            pass
    except OSError:
        can["network"] = False
    here = Path(f"sandbox-{os.getpid()}.tmp")
    try:
        with here.open("wb") as stream:
            stream.write(b"x")
    except OSError:
        can["write"] = False
    here.unlink(missing_ok=True)
    held = []
    try:
        held = [os.open(os.devnull, os.O_RDONLY) for _ in range(200)]
    except OSError:
        can["many files"] = False
    for number in held:
        os.close(number)
    can["environment"] = sorted(os.environ)
    return can, b""


def pictures(data: bytes, _options: dict[str, Any], tools: Tools) -> Answer:
    """Read as many pictures as `data` has bytes, with an engine that takes its time."""
    from sansi.check.extract.document import Unreadable

    # Whether or not an engine is installed: what reads patiently is made by the worker in either case.
    ocr: Any = next(o for o in gc.get_objects() if type(o).__name__ == "PatientOcr")
    ocr._engine = _Engine()
    read, refused = 0, 0
    for _ in data:
        try:
            ocr.read(b"", 0, 0)
            read += 1
        except Unreadable:
            refused += 1
    return {"read": read, "refused": refused}, b""


OUTSIDE = (
    "open",
    "os.",
    "socket.",
    "subprocess.",
    "import",
    "shutil.",
    "tempfile.",
    "sqlite3.",
    "ctypes.dlopen",
)
EVENTS: list[str] = []


def watch(*_: object) -> Answer:
    """Note from now on what this process does outside of itself."""

    def note(event: str, arguments: tuple[object, ...]) -> None:
        # What is loaded already is imported without a look at the disk.
        known = event == "import" and arguments and arguments[0] in sys.modules
        if event.startswith(OUTSIDE) and not known:
            EVENTS.append(f"{event} {str(arguments)[:120]}")

    sys.addaudithook(note)
    return {}, b""


def told(*_: object) -> Answer:
    return {"events": EVENTS}, b""


class _Engine:
    def read(self, rgb: bytes, width: int, height: int) -> list[Any]:
        until = time.process_time() + 0.4
        while time.process_time() < until:
            pass
        return []


TASKS = {
    name: f"{__name__}:{name.replace(' ', '_')}"
    for name in (
        *("echo", "abort", "segfault", "leave", "hang", "spin", "swell", "swell in native code", "stumble"),
        *("miss", "mumble", "babble", "lie", "answer with", "reach", "pictures", "watch", "told"),
    )
}
