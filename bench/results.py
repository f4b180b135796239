"""结果 · bench/RESULTS.md: one part for each benchmark, each replaced by its own run."""

from __future__ import annotations

import re
from pathlib import Path

RESULTS = Path(__file__).with_name("RESULTS.md")
ORDER = ("# Speed · 速度", "# Files · 文件", "# Load · 负载")
"""The headings of the parts, as they follow each other."""


def joined(before: str, part: str) -> str:
    """`before` with the part that has the same heading as `part` replaced, or `part` put in its place."""
    parts = {p.split("\n", 1)[0]: p for p in re.split(r"(?m)^(?=# )", before) if p.startswith("# ")}
    parts[part.split("\n", 1)[0]] = part
    return "\n".join(parts[heading].strip() + "\n" for heading in ORDER if heading in parts)


def put(part: str) -> None:
    """Write `part`, a text that begins with one of the headings, into RESULTS.md."""
    before = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
    RESULTS.write_text(joined(before, part), encoding="utf-8")
    print(part)
