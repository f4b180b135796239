"""内部标志 · Marking of internal matter (内部资料, 注意保存, 不得外传; FOR OFFICIAL USE ONLY …).

There is no national standard for the wording. What tells a marking from prose (内部控制, 内部员工) is
the set phrase, or standing in brackets, behind 密级, or on a line or in a cell of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sansi.check.evidence import internal_phrases as phrases
from sansi.check.evidence.context import line_of
from sansi.check.evidence.internal_words import TRIGGERS, worth
from sansi.check.evidence.quick import quick
from sansi.check.evidence.weight import weigh
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Spot

# Each with the group that is the marking itself.
_CHINESE = (((phrases.PHRASES, 0), (phrases.LABELLED, 0), (phrases.BRACKET, 0)), phrases.ALONE)
_ENGLISH = (((phrases.EN_PHRASES, 0), (phrases.EN_LABELLED, 1)), phrases.EN_ALONE)
# A header's cells stand on one line: 内部资料　　　第3期, Kestrel Works | FOUO | Page 7.
_CELL_EDGE = quick(r"[\t\u3000|｜]+|[ ]{2,}|<!--|-->|//|/\*|\*/")
_LEAD = quick(r"[\s*#>=_·—–-]*")


def find(spot: Spot) -> Iterable[Hit]:
    """Markings as they stand on documents; never the words as prose uses them."""
    text, start, end, memo = spot
    if not worth(text, start, end):
        return ()
    low, high = line_of(text, start, 200)
    english = text[end - 1].isascii()
    key = ("internal", english, low)
    if key in memo:
        return ()
    memo[key] = True
    patterns, alone = _ENGLISH if english else _CHINESE
    line = text[low:high]
    found = list(_phrases(line, low, patterns))
    return found or _alone(line, low, alone)


def _phrases(line: str, low: int, patterns: tuple[tuple[re.Pattern[str], int], ...]) -> Iterator[Hit]:
    taken = -1
    reason = Both("内部标志的固定用语", "a set phrase of internal markings")
    for pattern, group in patterns:
        if not phrases.may_match(pattern, line):
            continue
        for found in pattern.finditer(line):
            start, end = found.span(group)
            if found.start() >= taken and not phrases.explained(line, found.start(), end):
                taken = end
                yield Hit(low + start, low + end, Confidence.LIKELY, reason, weigh(labelled=True))


def _alone(line: str, low: int, alone: re.Pattern[str]) -> Iterator[Hit]:
    start = 0
    reason = Both("独占一行或一格的内部标志", "a marking on a line or in a cell of its own")
    for edge in [*_CELL_EDGE.finditer(line), None]:
        end = edge.start() if edge else len(line)
        lead = _LEAD.match(line, start, end)
        found = alone.match(line[:end], lead.end() if lead else start)
        # A section of a config file is called [internal]; a marking is written large.
        if found and found[1] and not (found[1].isascii() and found[1].islower()):
            yield Hit(low + found.start(1), low + found.end(1), Confidence.LIKELY, reason, weigh())
        start = edge.end() if edge else end


RULE = Rule(
    id="doc-internal-marking",
    category=Category.MARKING,
    severity=Severity.MEDIUM,
    title=Both("内部文件标志", "Internal marking"),
    why=Both(
        "标明内部的材料未经批准不得公开，其中可能含有工作秘密。",
        "Matter marked internal may not be published without leave; it may hold what must stay inside.",
    ),
    advice=Both(
        "先问清是否可以公开；不能公开的，删除或改写。",
        "Ask whether it may be published; if not, remove or rewrite it.",
    ),
    source="GB/T 9704-2012; 中华人民共和国保守国家秘密法 第六十四条 (工作秘密); agencies' usual wording",
    triggers=TRIGGERS,
    find=find,
    hits=(
        "«内部资料 注意保存»",
        "«内部文件，不得外传»",
        "«本材料仅供内部参阅»。",
        "«【内部】»\n关于某事的说明",
        "«FOR OFFICIAL USE ONLY»",
        "Classification line: «CONFIDENTIAL - INTERNAL USE ONLY»",
        "«此件不公开»",
    ),
    misses=(
        "加强内部控制",  # prose
        "应标注“内部资料 注意保存”字样",  # talks about the marking
        "This e-mail is confidential and intended solely for the recipient",  # a disclaimer
        "内部员工优惠",  # prose
        "此件公开发布",  # the opposite
    ),
)
