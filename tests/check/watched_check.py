"""Run as a program by test_promises.py: checks every example while an audit hook watches.

usage: watched_check.py ENGINE [PLANT]. Exit 0 when nothing happened, 1 with the events when
something did. PLANT makes a rule misbehave, to prove that the watcher would notice.
"""

from __future__ import annotations

import contextlib
import io
import logging
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sansi.check import Checker
from sansi.check.model import Hit, Spot
from sansi.check.rules import shipped

# Creating an object, compiling a regex and the like raise events too; these are the ones that
# touch something outside the process, or load code.
OUTSIDE = (
    "open", "os.", "socket.", "sqlite3.", "subprocess.", "import", "shutil.", "tempfile.", "urllib.", "http.", "ftplib.", "smtplib.",
    "ctypes.", "mmap.", "exec", "pty.", "syslog.", "glob.", "pathlib.", "fcntl.", "resource.", "signal.", "winreg.", "marshal.", "pickle.",
    "webbrowser.", "builtins.input",
)  # fmt: skip


def _open() -> None:
    Path("planted").write_text("x", encoding="utf-8")


def _socket() -> None:
    import socket

    socket.socket().close()


def _sqlite3() -> None:
    import sqlite3

    sqlite3.connect(":memory:").close()


def _subprocess() -> None:
    import subprocess

    subprocess.run(["true"], check=True)


def _import() -> None:
    import this_module_is_nowhere  # type: ignore[import-not-found]  # noqa: F401 - trying is what counts


def _log() -> None:
    logging.getLogger("sansi").error("planted")


def _print() -> None:
    sys.stdout.write("planted" + "\n")


PLANTS = {
    "open": _open, "socket": _socket, "sqlite3": _sqlite3, "subprocess": _subprocess, "import": _import, "log": _log, "print": _print,
}  # fmt: skip


def misbehaving(checker: Checker, plant: str, engine: str) -> Checker:
    rule = next(r for r in checker.rules if r.id == "cn-resident-id")

    def find(spot: Spot) -> Iterator[Hit]:
        with contextlib.suppress(ImportError):
            PLANTS[plant]()
        return iter(rule.find(spot))

    return Checker([replace(rule, find=find)], engine=engine)


def texts() -> list[str]:
    root = Path(__file__).parents[2]
    examples = [t for r in shipped() for t in (*r.hits, *r.misses)]
    samples = [
        p.read_text(encoding="utf-8", errors="replace")
        for p in sorted((root / "samples").rglob("*"))
        if p.is_file()
    ]
    cleaned = [t.replace("«", "").replace("»", "") for t in examples]
    return [*cleaned, "\n".join(cleaned), *samples, "", "\x00", "\ud800 13812345678", "\U0001f600" * 50]


def main() -> int:
    engine, plant = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ""
    everything = texts()
    checker = Checker(shipped(), engine=engine)
    if plant:
        checker = misbehaving(checker, plant, engine)
    events: list[str] = []
    watching = True

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event.startswith(OUTSIDE):
            events.append(f"{event} {str(arguments)[:200]}")

    logged = io.StringIO()
    logging.basicConfig(stream=logged, level=logging.NOTSET)
    sys.addaudithook(watch)
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(out):
        found = sum(len(checker.check(text)) for text in everything)
    watching = False
    noise = [*events, *(f"said {line}" for line in (out.getvalue() + logged.getvalue()).splitlines())]
    for line in noise[:20]:
        sys.stdout.write(line + "\n")
    if not noise:
        sys.stdout.write(f"quiet after {len(everything)} texts and {found} findings" + "\n")
    return 1 if noise else 0


if __name__ == "__main__":
    sys.exit(main())
