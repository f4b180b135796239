"""照片基准 · `python -m bench.photos`: how much of what is on pictures comes out as findings, at what cost.

`python -m bench.photos [--by pen|browser] [--each 8] [--from 0] [--misses] [GENRE …]`
Every picture is drawn anew from its genre and number, so that nothing is stored; needs a font with Chinese
(Debian: fonts-wqy-microhei; more kinds of letters with fonts-noto-cjk and fonts-arphic-gbsn00lp, or a folder
named by SANSI_FONTS).
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from bench.photos import browser, genres
from bench.photos.genres import Shot
from sansi.check import check
from sansi.check.extract.extract import extract
from sansi.check.extract.reader import Ocr
from sansi.ocr import load
from sansi.ocr.closer import is_resident_id

_MARKINGS = ("doc-secrecy-marking", "doc-internal-marking")


def _plain(text: str) -> str:
    return "".join(c for c in text if c.isalnum() or c in "@.★").casefold()


def _near(one: str, other: str) -> bool:
    """Whether one character differs, as l and 1 do in a mailbox: it is found, though misspelt."""
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) <= 1


def _judged(picture: Shot, ocr: Ocr, totals: Counter[str]) -> list[str]:
    """Count what was found on a picture; gives what was not, and what should not have been."""
    began = time.process_time()
    document = extract(picture.data, ocr=ocr)
    found = [(f.rule, _plain(f.text)) for s in document.segments for f in check(s.text)]
    totals["ms"] += int((time.process_time() - began) * 1000)
    totals["pages"] += 1
    bad = []
    for rule, value in picture.truths:
        sort = "markings" if rule in _MARKINGS else "identifiers"
        totals[sort] += 1
        wanted = _plain(value)
        # A card number may take the number of the next row along; what stands there is still found.
        exact = any(r == rule and wanted in v and len(v) < len(wanted) + 3 for r, v in found)
        if exact or any(r == rule and _near(wanted, v) for r, v in found):
            totals[f"{sort} found"] += 1
            totals[f"{sort} exact"] += exact
        else:
            bad.append(f"missed {rule} {value}")
    there = {_plain(value) for _, value in picture.truths}
    for rule, value in found:
        # One that was misread has a wrong check character and is told as likely: it stands there.
        if rule == "cn-resident-id" and is_resident_id(value) and not any(t in value for t in there):
            totals["false IDs"] += 1
            bad.append(f"FALSE {rule} {value}")
    return bad


def _row(name: str, t: Counter[str]) -> str:
    every = t["identifiers"] or 1
    return (
        f"| {name} | {t['pages']} | {t['identifiers found']}/{t['identifiers']} "
        f"| {t['identifiers found'] / every:.3f} | {t['identifiers exact'] / every:.3f} "
        f"| {t['markings found']}/{t['markings']} | {t['false IDs']} | {t['ms'] / 1000 / t['pages']:.2f} |"
    )


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(prog="bench.photos")
    parser.add_argument("genres", nargs="*", help=", ".join((*genres.GENRES, *browser.GENRES)))
    parser.add_argument("--by", choices=("pen", "browser"), default="pen", help="who draws the pictures")
    parser.add_argument("--each", type=int, default=8, help="pictures of each genre")
    parser.add_argument("--from", type=int, default=0, dest="first", help="number of the first picture")
    parser.add_argument("--misses", action="store_true", help="say what was not found")
    asked = parser.parse_args()
    ocr, painter_of = load(), browser if asked.by == "browser" else genres
    total: Counter[str] = Counter()
    print("| pictures | pages | identifiers | found | exact | markings | false IDs | CPU-s a page |")
    print("|---|---|---|---|---|---|---|---|")
    # Drawn in another process, so that memory and time are those of reading alone.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as painter:
        for genre in asked.genres or painter_of.GENRES:
            seeds = range(asked.first, asked.first + asked.each)
            counted: Counter[str] = Counter()
            bad = []
            for n, picture in zip(
                seeds, painter.map(painter_of.shot, [genre] * asked.each, seeds), strict=True
            ):
                bad += [f"  {genre} {n}: {said}" for said in _judged(picture, ocr, counted)]
            print(_row(genre, counted), flush=True)
            if asked.misses and bad:
                print("\n".join(bad))
            total += counted
    print(_row("**all**", total))
    print(f"\nHighest memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MB.")


if __name__ == "__main__":
    main()
