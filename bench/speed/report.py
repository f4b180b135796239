"""报告 · bench/RESULTS.md and bench/speed.svg from one run."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log10
from pathlib import Path
from xml.sax.saxutils import escape

from bench import results as results_file

_HEAD = """# Speed · 速度

One pinned core, CPU time, the median of three passes, all in one run (`make bench`), side by side: read
the ratios, for absolute speeds are this machine's. 1 MB = 10^6 bytes of UTF-8.
*dense*: about one identifier per 0.8 KB. *sparse*: one document in 25 carries data. Documents of about
4.5 KB, 65 % Chinese, made by `bench/speed/corpus.py` from a fixed seed. Slow peers read the first part.

本表由 `make bench` 生成：同一台机器、同一核、同一次运行；请看比值，绝对速度取决于机器。

![speed](speed.svg)

"""


@dataclass
class Row:
    """One line of the table; speeds in MB/s (10^6 bytes of UTF-8 a CPU second) by corpus."""

    name: str
    speeds: dict[str, float]
    version: str = ""
    start_s: float | None = None
    peak_mib: float | None = None
    note: str = ""


@dataclass
class Results:
    """All that one run measured."""

    rows: list[Row] = field(default_factory=list)
    draft_ms: float = 0.0
    cold_s: float | None = None
    peak_mib: float = 0.0


def number(value: float) -> str:
    """As many digits as are worth reading."""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"


def machine() -> str:
    """What all was measured on."""
    model = next(
        (line.split(":")[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.machine(),
    )
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, CPython {platform.python_version()}"


def _lines(path: str) -> Iterable[str]:
    try:
        return Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ()


def _table(rows: list[Row]) -> str:
    presidio = rows[-1].speeds["dense"]
    lines = [
        "| | version | dense MB/s | sparse MB/s | dense, × Presidio | start, CPU s | peak MiB | how |",
        "|---|---|---:|---:|---:|---:|---:|---|",
    ]
    for row in rows:
        start = "" if row.start_s is None else f"{row.start_s:.2f}"
        peak = "" if row.peak_mib is None else f"{row.peak_mib:.0f}"
        dense, sparse = number(row.speeds["dense"]), number(row.speeds["sparse"])
        name = f"**{row.name}**" if row is rows[0] else row.name
        ratio = number(row.speeds["dense"] / presidio)
        lines.append(
            f"| {name} | {row.version} | {dense} | {sparse} | {ratio} | {start} | {peak} | {row.note} |"
        )
    return "\n".join(lines)


def _bars(results: Results) -> str:
    """What was asked for (required; aim), and what came out."""
    ours = results.rows[0].speeds
    every, some = (r.speeds["dense"] for r in results.rows if "--count-matches" in r.note)
    cold = "not measured" if results.cold_s is None else f"{results.cold_s:.2f} s"
    rows = (
        ("dense", "≥ 20 MB/s", "60", f"{number(ours['dense'])} MB/s"),
        (
            "dense, against ripgrep on the forms of our rules",
            "≥ 1.5 ×",
            "5 ×",
            f"{ours['dense'] / every:.1f} ×",
        ),
        ("dense, against ripgrep on 52 forms only", "", "", f"{ours['dense'] / some:.1f} ×"),
        ("sparse", "≥ 60 MB/s", "150", f"{number(ours['sparse'])} MB/s"),
        ("draft of 4 KB, warm", "≤ 3 ms", "0.5", f"{results.draft_ms:.2f} ms"),
        ("`sansi check FILE`, cold", "≤ 0.25 s CPU", "0.12", cold),
        ("peak memory of the text engine", "≤ 80 MiB", "45", f"{results.peak_mib:.0f} MiB"),
    )
    lines = ["| | required | aim | measured |", "|---|---:|---:|---:|"]
    return "\n".join([*lines, *(f"| {a} | {b} | {c} | {d} |" for a, b, c, d in rows)])


def _picture(rows: list[Row]) -> str:
    """Horizontal bars on a logarithmic scale: the peers lie a thousandfold apart."""
    left, width, height, low = 230, 560, 30, 0.1
    top = max(row.speeds["dense"] for row in rows)

    def reach(value: float) -> float:
        return width * (log10(max(value, low)) - log10(low)) / (log10(top) - log10(low))

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 {height * len(rows) + 60}" '
        'font-family="system-ui, sans-serif" font-size="14">',
        '<rect width="100%" height="100%" fill="#fff"/>',
        f'<text x="{left}" y="22" fill="#333">MB/s, dense text, one core (logarithmic)</text>',
    ]
    for i, row in enumerate(rows):
        y, value = 38 + i * height, row.speeds["dense"]
        colour = "#b3261e" if i == 0 else "#c9c5bd" if row.name == "hyperscan" else "#6b7c8f"
        parts.append(
            f'<text x="{left - 10}" y="{y + 16}" text-anchor="end" fill="#222">{escape(row.name)}</text>'
            f'<rect x="{left}" y="{y}" width="{reach(value):.0f}" height="22" rx="3" fill="{colour}"/>'
            f'<text x="{left + reach(value) + 8:.0f}" y="{y + 16}" fill="#222">{number(value)}</text>'
        )
    return "\n".join([*parts, "</svg>", ""])


def write(results: Results, folder: Path) -> None:
    """RESULTS.md and speed.svg in `folder`."""
    text = f"{_HEAD}{_bars(results)}\n\n{_table(results.rows)}\n\nMeasured on {machine()}.\n"
    (folder / "speed.svg").write_text(_picture(results.rows), encoding="utf-8")
    results_file.put(text)
