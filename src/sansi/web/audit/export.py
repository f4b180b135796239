"""导出 · Take the audit log along: entries, heads, the verifier and how to use it, in one file."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import IO

from sansi.web.audit import heads, verifier
from sansi.web.audit.canonical import canonical
from sansi.web.audit.models import Head

README = """\
python3 verifier.py entries.jsonl --heads heads.jsonl

entries.jsonl  一行一条审计记录 · one entry a line; its hash is the SHA-256 of its canonical form (RFC 8785)
heads.jsonl    每日签名的日头 · the signed head of each day; better use heads that you have kept yourself
verifier.py    只需要 Python 3 · needs nothing but Python 3
"""


def pack(target: IO[bytes] | Path) -> int:
    """Write the whole log as a ZIP; how many entries it holds."""
    count = 0
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        with packed.open("entries.jsonl", "w") as file:
            for entry in heads.kept_rows():
                count += 1
                file.write((canonical(entry) + "\n").encode())
        lines = [
            json.dumps(head.as_dict(), ensure_ascii=False) + "\n" for head in Head.objects.order_by("day")
        ]
        packed.writestr("heads.jsonl", "".join(lines))
        packed.writestr("verifier.py", Path(verifier.__file__).read_text(encoding="utf-8"))
        packed.writestr("README.txt", README)
    return count


def heads_in(data: bytes) -> list[dict[str, object]]:
    """The heads in a file, one a line. What is no head stays, to be reported as one that can't be believed."""
    found = []
    for line in data.splitlines():
        try:
            head = json.loads(line)
        except ValueError:
            head = {}
        found.append(head if isinstance(head, dict) else {})
    return found
