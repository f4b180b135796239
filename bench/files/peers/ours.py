"""Sansi: read alone, and end to end with all rules, findings with places and reasons."""

from __future__ import annotations

import json
import sys

import passes

from sansi.check.extract.extract import extract
from sansi.check.inspector import Inspector, Job


def main() -> None:
    """`python ours.py FOLDER`: seconds a file of each, letters read, findings a file."""
    every = passes.files(sys.argv[1])
    inspector = Inspector(Job())
    documents = [extract(data) for data in every]
    letters = sum(len("".join(s.text.split())) for d in documents for s in d.segments)
    results = [inspector.document("", document) for document in documents]
    answer = {
        "letters": letters,
        "findings": sum(len(r.items) for r in results) / len(every),
        "outcomes": sorted({str(r.outcome.value) for r in results}),
        "read_s": passes.each_s(extract, every),
        "each_s": passes.each_s(lambda data: inspector.document("", extract(data)), every),
        "peak_mib": passes.peak_mib(),
    }
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
