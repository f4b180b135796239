"""语料 · The two corpora every speed in RESULTS.md was measured on; the same seed, the same text.

*dense*: about one identifier per 0.8 KB. *sparse*: one document in 25 carries data, as in an
archive of press releases. Documents of about 4.5 KB of UTF-8, 65 % of them Chinese.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from bench.speed.prose import sentence_en, sentence_zh
from bench.speed.values import LINES_EN, LINES_ZH

DOCUMENT_BYTES = 4500
BYTES_PER_IDENTIFIER = 800
CHINESE = 0.65
CARRIERS = 1 / 25
SEED = 20261120


def document(rng: Random, *, carries_data: bool) -> str:
    """One document: paragraphs of prose, with a line of data every 0.8 KB or none at all."""
    chinese = rng.random() < CHINESE
    sentence = sentence_zh if chinese else sentence_en
    lines: tuple[Callable[[Random], str], ...] = LINES_ZH if chinese else LINES_EN
    parts: list[str] = []
    written, next_line = 0, rng.randint(0, BYTES_PER_IDENTIFIER)
    while written < DOCUMENT_BYTES:
        if carries_data and written >= next_line:
            part = rng.choice(lines)(rng) + "\n"
            next_line += BYTES_PER_IDENTIFIER
        else:
            part = sentence(rng) + ("\n\n" if rng.random() < 0.2 else "")
        parts.append(part)
        written += len(part.encode())
    return "".join(parts)


def dense(megabytes: float, seed: int = SEED) -> list[str]:
    """Documents that all carry data, `megabytes` * 10^6 bytes in all."""
    rng = Random(seed)
    return [document(rng, carries_data=True) for _ in range(round(megabytes * 1e6 / DOCUMENT_BYTES))]


def sparse(megabytes: float, seed: int = SEED) -> list[str]:
    """Documents of which one in 25 carries data."""
    rng = Random(seed)
    count = round(megabytes * 1e6 / DOCUMENT_BYTES)
    return [document(rng, carries_data=rng.random() < CARRIERS) for _ in range(count)]


CORPORA: dict[str, Callable[[float], list[str]]] = {"dense": dense, "sparse": sparse}


def size(documents: list[str]) -> int:
    """Bytes of UTF-8."""
    return sum(len(d.encode()) for d in documents)


def write(folder: Path, megabytes: float) -> None:
    """Both corpora, as one JSON string a line and as plain text."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in CORPORA.items():
        documents = make(megabytes)
        lines = [json.dumps(d, ensure_ascii=False) + "\n" for d in documents]
        (folder / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
        (folder / f"{name}.txt").write_text("\n".join(documents), encoding="utf-8")


def main() -> None:
    """`python -m bench.speed.corpus FOLDER MEGABYTES` writes both."""
    write(Path(sys.argv[1]), float(sys.argv[2]))


if __name__ == "__main__":
    main()
