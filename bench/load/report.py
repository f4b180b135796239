"""报告 · The part on load of bench/RESULTS.md, from one run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bench import results
from bench.load.client import Measured
from bench.speed.report import machine, number

_HEAD = """# Load · 负载

Everything over the loopback of this machine (`make load`): read the ratios, for absolute speeds are
this machine's. Eight connections that are never idle; one worker has a core of its own, two share both cores with the
client. The middle one of some rounds, in turn on every target. *CPU* is the processor time of the site's processes for
one request (without that of PostgreSQL). *Bare WSGI* is the same check behind a WSGI function of twelve lines under
the same server, without Django, headers, limits or languages. Drafts have 4.5 KB and about six identifiers each.

本表由 `make load` 生成：全部在本机回环上；请看比值，绝对速度取决于机器。

"""
BARE, CHECK = "bare WSGI", "POST /api/v1/check"


@dataclass
class Page:
    """One address on one target."""

    target: str
    path: str
    workers: int
    measured: Measured
    cpu_ms: float


@dataclass
class Results:
    """All that one run measured."""

    pages: list[Page]
    check_ms: float
    people: dict[str, dict[str, Any]]
    audit: dict[str, dict[str, Any]]

    def page(self, target: str, path: str, workers: int) -> Page:
        """One of `pages`."""
        wanted = (target, path, workers)
        return next(p for p in self.pages if (p.target, p.path, p.workers) == wanted)


def _served(r: Results) -> str:
    lines = [
        "| | on | workers | requests/s | p50 ms | p99 ms | CPU ms | × bare WSGI | × `check()` | not answered |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for page in sorted(r.pages, key=lambda p: (p.path, p.workers)):
        bare = r.page(BARE, CHECK, page.workers)
        drafts = page.path.startswith("POST")
        share = f"{page.measured.a_second / bare.measured.a_second:.0%}" if drafts else ""
        process = f"{page.measured.a_second * r.check_ms / 1000:.2f}" if drafts else ""
        failed = sum(n for status, n in page.measured.statuses.items() if status != 200)
        lines.append(
            f"| `{page.path}` | {page.target} | {page.workers} | {number(page.measured.a_second)} "
            f"| {number(page.measured.percentile_ms(0.5))} | {number(page.measured.percentile_ms(0.99))} "
            f"| {page.cpu_ms:.2f} | {share} | {process} | {failed} |"
        )
    return "\n".join(lines)


def _people(r: Results) -> str:
    lines = [
        "| | on | rows | read and tried, s | taken over, s | rows/s | peak MiB |",
        "|---|---|---:|---:|---:|---:|---:|",
    ]
    for what in ("units", "people"):
        for name, told in r.people.items():
            row = told[what]
            both = row["tried_s"] + row["taken_s"]
            lines.append(
                f"| import of {what} | {name} | {row['rows']:,} | {row['tried_s']:.1f} | {row['taken_s']:.1f} "
                f"| {row['rows'] / both:,.0f} | {row['peak_mib']:.0f} |"
            )
    for name, told in r.audit.items():
        lines.append(
            f"| audit log, verified | {name} | {told['rows']:,} | {told['rows'] / told['verified_a_s']:.1f} | "
            f"| **{told['verified_a_s']:,.0f}** | {told['peak_mib']:.0f} |"
        )
        lines.append(f"| audit log, written | {name} | {told['rows']:,} | | | {told['written_a_s']:,.0f} | |")
    return "\n".join(lines)


def _officers(r: Results) -> str:
    first = next(iter(r.people.values()))
    heads = " | ".join(f"{name}: CPU ms | in all ms" for name in r.people)
    lines = [f"| | KB | {heads} |", "|---|---:|" + "---:|---:|" * len(r.people)]
    for page in first["pages"]:
        cells = " | ".join(
            f"{told['pages'][page]['cpu_ms']:.0f} | {told['pages'][page]['wall_ms']:.0f}"
            for told in r.people.values()
        )
        lines.append(f"| {page} | {first['pages'][page]['kb']:.0f} | {cells} |")
    return "\n".join(lines)


def _aims(r: Results) -> str:
    shares = [
        r.page(name, CHECK, 1).measured.a_second / r.page(BARE, CHECK, 1).measured.a_second
        for name in r.people
    ]
    slowest = max(page["cpu_ms"] for told in r.people.values() for page in told["pages"].values())
    rows = (
        ("`check()` in process, a draft", "", f"{r.check_ms:.2f} ms"),
        ("checking by the API, of bare WSGI", "≥ 50 %", " / ".join(f"{share:.0%}" for share in shares)),
        ("the slowest page with 100,000 people and 3,000 units", "≤ 100 ms CPU", f"{slowest:.0f} ms"),
    )
    kinds = " / ".join(r.people)
    lines = [f"| | aim | measured ({kinds}) |", "|---|---:|---:|"]
    return "\n".join([*lines, *(f"| {a} | {b} | {c} |" for a, b, c in rows)])


def part(r: Results) -> str:
    """The part as text."""
    officers = (
        "Pages for the administrator of the whole, with these units and people, an editor in every unit and a "
        "thousand requests that wait: the median of fifteen, in one process."
    )
    tables = (_aims(r), _served(r), _people(r), officers, _officers(r), f"Measured on {machine()}.")
    return _HEAD + "\n\n".join(tables) + "\n"


def write(r: Results) -> None:
    """Put the part in its place."""
    results.put(part(r))
