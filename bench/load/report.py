"""报告 · The part on load of bench/RESULTS.md, from one run."""

from __future__ import annotations

from typing import NamedTuple

from bench import results
from bench.speed.report import machine

BARE = "a bare WSGI function doing the same"
_HEAD = """# Load · 负载

Drafts of about 4.5 KB, one identifier per 0.8 KB as above, sixteen connections on the loopback (`make load`).
*CPU* is processor time of the server for one request; *× bare* compares it with a WSGI function that only reads
JSON, checks and writes JSON. With one worker the server has one core and the client another; with two they share
both, so that the rate says what this machine does, and the CPU what the site costs.

本表由 `make load` 生成：CPU 是服务器处理一次请求的处理器时间；“× bare” 与只读 JSON、检查、写 JSON 的裸函数相比。

"""


class Row(NamedTuple):
    """A kind of request on one set-up."""

    name: str
    database: str
    workers: int
    rate: float
    p50_ms: float
    p99_ms: float
    cpu_ms: float


def write(rows: list[Row], alone_ms: float) -> None:
    """Write the part of RESULTS.md."""
    bare = {row.workers: row for row in rows if row.name == BARE}
    lines = [
        "| | workers | req/s | p50 ms | p99 ms | CPU ms | × bare |",
        "|---|---:|---:|---:|---:|---:|---:|",
        f"| `check()` alone, in process | | | | | {alone_ms:.2f} | |",
    ]
    for row in rows:
        name = f"{row.name}, {row.database}" if row.database else row.name
        ratio = f"{row.cpu_ms / bare[row.workers].cpu_ms:.1f}" if "POST" in row.name else ""
        lines.append(
            f"| {name} | {row.workers} | {row.rate:,.0f} | {row.p50_ms:.1f} | {row.p99_ms:.1f} | {row.cpu_ms:.2f} | {ratio} |"
        )
    api = next(row for row in rows if row.name.startswith("API") and row.workers == 1)
    share = bare[1].cpu_ms / api.cpu_ms
    aim = f"The API does {share:.0%} of what the bare function does with the same processor time (aim: ≥ 50 %).\n"
    results.put(_HEAD + "\n".join(lines) + f"\n\n{aim}\n{machine()}\n")
