"""命令行 · The `sansi` command: one module a command, each loaded only when it is called."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line."""
    from sansi.cli.app import run  # noqa: PLC0415 - worker processes import this module too

    raise SystemExit(run(sys.argv[1:]))
