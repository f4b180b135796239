"""This repository checks itself: what is found in it has been looked at and stands in the baseline."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_this_repository_has_nothing_that_must_not_go_out() -> None:
    command = [
        sys.executable,
        "-m",
        "sansi.cli",
        "check",
        ".",
        "--baseline",
        ".sansi-baseline.toml",
        "--lang",
        "en",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)

    assert done.returncode == 0, f"look at it, then `make baseline`:\n{done.stdout}{done.stderr}"
