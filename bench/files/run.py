"""文件速度表 · `make bench`: ours and every peer on the same files, one core, one run; writes its part of RESULTS.md.

The peers run in an environment of their own (requirements/bench-files.txt, `bench/.peers/files`).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.files import corpus, report
from bench.files.report import Peer, Results, Row

HERE = Path(__file__).parent
FILES = HERE.parent / ".work/files"
PEERS = {
    "docx": {"python-docx": "docx_text"},
    "xlsx": {"openpyxl": "xlsx_text"},
    "roster": {"openpyxl": "xlsx_text"},
    "pptx": {"python-pptx": "pptx_text"},
    "odt": {},
    "html": {"html.parser": "html_text"},
    "pdf": {"pypdf": "pdf_pypdf", "pypdfium2": "pdf_pdfium"},
}
IN_THE_SANDBOX = ("docx", "html", "pdf")


def _answer(python: Path | str, program: str, *kinds: str) -> dict[str, Any]:
    command = [str(python), str(HERE / "peers" / f"{program}.py"), *(str(FILES / kind) for kind in kinds)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(f"{program} failed:\n{done.stderr[-2000:]}")
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    print(f"{program} {' '.join(kinds)}: {answer}", flush=True)
    return answer


def _row(kind: str) -> Row:
    theirs = HERE.parent / ".peers/files/bin/python"
    sizes = [path.stat().st_size for path in (FILES / kind).iterdir()]
    row = Row(kind, sum(sizes) / len(sizes) / 1000, _answer(sys.executable, "ours", kind))
    row.peers = [Peer(name, **_answer(theirs, program, kind)) for name, program in PEERS[kind].items()]
    return row


def main() -> None:
    """Measure everything on one core."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    corpus.write(FILES)
    rows = [_row(kind) for kind in PEERS]
    hidden = _answer(sys.executable, "ours_hidden", "pdf", "hidden")
    pool = _answer(sys.executable, "ours_pool", "png", *IN_THE_SANDBOX)
    results = Results(rows, hidden, pool["pictures"], pool["extra_ms"])
    report.write(results, HERE.parent)


if __name__ == "__main__":
    main()
