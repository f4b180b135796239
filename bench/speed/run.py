"""速度表 · `make bench`: every peer on the same text, one core, one run; writes RESULTS.md and a picture.

Each Python peer runs in its own environment (requirements/bench-*.txt, `bench/.peers`), so that none
is slowed or helped by what another needs. Slow ones read the first part of the corpus only.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.speed import corpus, report
from bench.speed.patterns import PATTERNS
from bench.speed.report import Results, Row
from bench.speed.rule_patterns import EVERY_FORM

HERE = Path(__file__).parent
WORK = HERE.parent / ".work"
PEERS = HERE.parent / ".peers"
MEGABYTES = 20.0
RUNS = 20


def _child(command: list[str], **options: Any) -> tuple[subprocess.CompletedProcess[str], float]:
    """The finished child, and the CPU seconds it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def _python(name: str, program: str, megabytes: float, *, peer: str = "", note: str = "") -> Row:
    python = str(PEERS / peer / "bin/python") if peer else sys.executable
    corpora = [str(WORK / f"{c}.jsonl") for c in corpus.CORPORA]
    done, _ = _child([python, str(HERE / "peers" / f"{program}.py"), str(megabytes), *corpora])
    if done.returncode:
        raise SystemExit(f"{name} failed:\n{done.stderr[-2000:]}")
    answer = json.loads(done.stdout.splitlines()[-1])
    print(f"{name}: {answer}", flush=True)
    speeds = {c: float(answer[c]) for c in corpus.CORPORA}
    return Row(name, speeds, answer["version"], answer["start_s"], answer["peak_mib"], note)


def _ripgrep(name: str, patterns: tuple[str, ...], flag: str) -> Row:
    rg, listed = str(PEERS / "ripgrep/bin/rg"), WORK / "patterns.txt"
    listed.write_text("\n".join(patterns) + "\n", encoding="utf-8")
    limits = ["--dfa-size-limit", "1G", "--regex-size-limit", "1G"]
    command = [rg, "-j1", "--no-config", "-a", flag, *limits, "-f", str(listed)]
    speeds = {}
    for which in corpus.CORPORA:
        text = WORK / f"{which}.txt"
        spent = [_child([*command, str(text)])[1] for _ in range(3)]
        speeds[which] = text.stat().st_size / 1e6 / statistics.median(spent)
    version = _child([rg, "--version"])[0].stdout.split()[1]
    print(f"{name}: {speeds}", flush=True)
    return Row(name, speeds, version, note=f"{len(patterns)} patterns, `-j1 -a {flag}`")


def _draft_ms() -> float:
    """Milliseconds of CPU for a warm check of a draft of 4 KB, the median of many different ones."""
    program = (
        "import json, statistics, sys; from time import process_time_ns as now; from sansi.check import check\n"
        "texts = [json.loads(l).encode()[:4096].decode('utf-8', 'ignore') for l in open(sys.argv[1])][:600]\n"
        "[check(t) for t in texts[:100]]\n"
        "spent = []\n"
        "for t in texts[100:]:\n    began = now(); check(t); spent.append(now() - began)\n"
        "print(statistics.median(spent) / 1e6)"
    )
    done, _ = _child([sys.executable, "-X", "utf8", "-c", program, str(WORK / "dense.jsonl")])
    return float(done.stdout)


def _cold_s() -> float | None:
    """CPU seconds of `sansi check FILE`, a new process each time, its database kept from the first."""
    command = Path(sys.executable).with_name("sansi")
    first = (WORK / "dense.jsonl").read_text(encoding="utf-8").split("\n", 1)[0]
    environment = {**os.environ, "XDG_CACHE_HOME": str(WORK / "cache")}
    spent = []
    # Not in this repository: its own settings exclude the benchmarks.
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder, "draft.txt")
        draft.write_text(json.loads(first), encoding="utf-8")
        for _ in range(RUNS):
            done, seconds = _child([str(command), "check", str(draft)], env=environment)
            if done.returncode != 1:
                return None
            spent.append(seconds)
    return statistics.median(spent[1:])


def main() -> None:
    """Measure everything on one core."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else MEGABYTES
    corpus.write(WORK, megabytes)
    ours = _python("Sansi", "ours", megabytes, note="all rules; places, reasons, confidence")
    rows = [
        ours,
        _python("hyperscan", "raw_hyperscan", megabytes, note="the limit: our triggers, no callback"),
        _ripgrep("ripgrep, the forms of our rules", EVERY_FORM, "--count-matches"),
        _ripgrep("ripgrep, 52 forms only", PATTERNS, "--count-matches"),
        _ripgrep("ripgrep, 52 forms, lines only", PATTERNS, "--count"),
        _python("DataFog", "datafog_regex", 2, peer="datafog", note="regex engine"),
        _python("JioNLP", "jionlp_rules", 2, peer="jionlp", note="7 extractors"),
        _python("detect-secrets", "detect_secrets_lines", 0.5, peer="detect-secrets", note="all plug-ins"),
        _python("Presidio", "presidio", 0.5, peer="presidio", note="blank spaCy, default recognizers"),
    ]
    results = Results(rows, _draft_ms(), _cold_s(), ours.peak_mib or 0.0)
    report.write(results, HERE.parent)


if __name__ == "__main__":
    main()
