"""Files of any size are checked in little memory. The full sizes: `make walk`."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.cli.conftest import PHONE, Run

LINE = ("关于印发通知的说明，各单位请认真贯彻落实，按时报送材料。" * 6 + "\n").encode()
END = f"联系电话{PHONE}".encode()
MEBI = 1 << 20
KINDS = {
    "lines": LINE * 1_000,
    "one line": LINE.replace(b"\n", b" words, ") * 1_000,
    "digits": b"8051927364" * 100_000,
}


# The peak that the system keeps for a child begins with its parent's; /proc tells the child's own.
WATCHED = """
import atexit, re, sys
from pathlib import Path
from sansi.cli import main

def tell():
    most = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]
    Path(sys.argv[2] + ".peak").write_text(most)

atexit.register(tell)
main()
"""


def checked(path: Path, blocks: Iterable[bytes]) -> tuple[list[dict[str, object]], int]:
    """(findings, most KiB of memory) of a check in a process of its own."""
    with path.open("wb") as stream:
        stream.writelines(blocks)
    report = f"{path}.json"
    command = [sys.executable, "-c", WATCHED, "check", str(path), "--format", "json", "-q", "-o", report]

    done = subprocess.run(command, check=False)

    assert done.returncode in (0, 1)
    (file,) = json.loads(Path(report).read_text("utf-8"))["files"]
    return file["findings"], int(Path(f"{path}.peak").read_text())


def both(tmp_path: Path, kind: str, size_bytes: int) -> None:
    block = KINDS[kind]
    tail = [b" " * 200, END] if kind == "digits" else [END]
    findings, most = checked(
        tmp_path / "big.txt", itertools.chain(itertools.repeat(block, size_bytes // len(block)), tail)
    )

    assert [(f["rule"], f["text"]) for f in findings] == [("cn-mobile", "138****5678")]
    assert most < 160 * 1024


@pytest.mark.usefixtures("run")
@pytest.mark.parametrize("kind", KINDS)
def test_a_big_file_takes_little_memory(tmp_path: Path, kind: str) -> None:
    both(tmp_path, kind, 24 * MEBI if kind != "digits" else MEBI)


@pytest.mark.walk
@pytest.mark.usefixtures("run")
@pytest.mark.parametrize(
    ("kind", "size_bytes"), [("lines", 1 << 30), ("one line", 200_000_000), ("digits", 10_000_000)]
)
def test_a_very_big_file_takes_little_memory(tmp_path: Path, kind: str, size_bytes: int) -> None:
    both(tmp_path, kind, size_bytes)


def test_the_run_fixture_keeps_the_cache_apart(run: Run, cache: Path) -> None:
    run("check", "-", stdin=b"x")

    assert list((cache / "sansi").iterdir())
