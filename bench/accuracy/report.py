"""成绩单 · The figures of a score as Markdown, which reads well on a terminal too."""

from __future__ import annotations

from collections.abc import Iterator

from bench.accuracy.disguise import WAYS
from bench.accuracy.doc import TYPES
from bench.accuracy.score import Score, Tally
from bench.accuracy.values import DISGUISED

CREDENTIALS = TYPES[TYPES.index("aws_key") :]
MARKINGS = ("secrecy_marking", "internal_marking")


def disguised_recall(score: Score) -> float:
    """Recall on ids, mobiles and cards that were not written plainly."""
    total = Tally()
    for (kind, way), tally in score.ways.items():
        if kind in DISGUISED and way != "plain":
            total.add(tally)
    return total.recall


def lines(score: Score) -> Iterator[str]:
    """The whole report."""
    yield from _summary(score)
    yield from _types(score)
    yield from _ways(score)
    if score.untyped_alarms:
        alarms = ", ".join(f"{rule} {count}" for rule, count in score.untyped_alarms.most_common())
        yield f"False alarms of rules without a type, counted nowhere else: {alarms}"


def _summary(score: Score) -> Iterator[str]:
    micro = score.micro
    flagged = score.flagged / score.negatives if score.negatives else 0.0
    yield f"{score.docs} documents, {score.negatives} of them hard negatives, {micro.hits + micro.misses} labels"
    yield ""
    yield "| measure | value |"
    yield "|---|---|"
    yield f"| typed micro-F1 | **{micro.f1:.3f}** (P {micro.precision:.3f}, R {micro.recall:.3f}) |"
    yield f"| macro-F1 | **{score.macro_f1:.3f}** |"
    yield f"| false positives per 100 hard negatives | **{score.alarms_per_100_negatives:.1f}** |"
    yield f"| hard negatives flagged | {flagged:.1%} |"
    yield f"| recall, disguised id/mobile/card | {disguised_recall(score):.3f} |"
    yield f"| credentials F1 | {score.over(CREDENTIALS).f1:.3f} |"
    yield f"| markings F1 | {score.over(MARKINGS).f1:.3f} |"
    yield ""


def _types(score: Score) -> Iterator[str]:
    yield "| type | labels | P | R | F1 | missed | false |"
    yield "|---|---|---|---|---|---|---|"
    for kind in TYPES:
        t = score.types.get(kind, Tally())
        if t.hits + t.misses + t.alarms:
            figures = f"{t.precision:.3f} | {t.recall:.3f} | {t.f1:.3f} | {t.misses} | {t.alarms}"
            yield f"| {kind} | {t.hits + t.misses} | {figures} |"
    yield ""


def _ways(score: Score) -> Iterator[str]:
    ways = ("plain", *WAYS)
    yield "| recall by writing | " + " | ".join(ways) + " |"
    yield "|---" * (len(ways) + 1) + "|"
    for kind in DISGUISED:
        tallies = [score.ways.get((kind, way), Tally()) for way in ways]
        yield (
            f"| {kind} | "
            + " | ".join(f"{t.recall:.2f}" if t.hits + t.misses else "-" for t in tallies)
            + " |"
        )
    yield ""


def genres(score: Score) -> Iterator[str]:
    """F1 or false alarms by genre, the worst first."""
    for genre, t in sorted(score.genres.items(), key=lambda item: -(item[1].alarms + item[1].misses)):
        yield f"{genre:16} F1 {t.f1:.3f}  missed {t.misses}  false {t.alarms}"
