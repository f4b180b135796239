"""内部标志 · Marking of internal matter (内部资料, 注意保存, 不得外传; FOR OFFICIAL USE ONLY …).

There is no national standard for the wording. What tells a marking from prose (内部控制, 内部员工) is
the set phrase, or standing in brackets, behind 密级, or on a line or in a cell of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sansi.check.evidence import internal_phrases as phrases
from sansi.check.evidence.context import line_of
from sansi.check.evidence.quick import quick
from sansi.check.evidence.weight import weigh
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Spot, Words

_EN_WORDS = (
    "onfidential",
    "use only",
    "ot for release",
    "ot for public",
    "ot for distribution",
    "ot for circulation",
    "ot for publication",
    "o not distribute",
    "o not circulate",
    "o not forward",
    "o not share",
    "nclassified",
    "ensitive",
    "restricted",
    "internal",
    "FOUO",
    "CUI",
    "proprietary",
    "in confidence",
    "in-confidence",
)
# Rare strings rather than common words: each is a call, and prose is full of 单位 and 公开.
_ZH_WORDS = (
    *("外传", "外泄", "外借", "外流", "注意保", "妥善保", "严格保密", "工作秘密", "商业秘密", "公司机密"),
    *("商业机密", "公司绝密", "企业秘密", "商密", "阅后", "宜公开", "予公开", "作公开", "件不公开", "文不公开"),
    *("对外公开", "对外发布", "对外提供", "对外宣传", "对外披露", "本群信息"),
    *(
        who + what
        for who in ("供", "限", "供本", "限本")
        for what in ("领导", "单位", "部门", "公司", "校", "系统", "党内", "会议代表", "与会人员", "项目组")
    ),
    *(
        no + what
        for no in ("勿", "得", "禁", "止", "对外")
        for what in ("转发", "转载", "扩散", "传播", "复印", "复制", "翻印", "翻拍", "拍照", "截屏", "截图", "上网", "引用")
    ),
)  # fmt: skip


# Each with the group that is the marking itself.
_CHINESE = (((phrases.PHRASES, 0), (phrases.LABELLED, 0), (phrases.BRACKET, 0)), phrases.ALONE)
_ENGLISH = (((phrases.EN_PHRASES, 0), (phrases.EN_LABELLED, 1)), phrases.EN_ALONE)
# A header's cells stand on one line: 内部资料　　　第3期, Kestrel Works | FOUO | Page 7.
_CELL_EDGE = quick(r"[\t\u3000|｜]+|[ ]{2,}|<!--|-->|//|/\*|\*/")
_LEAD = quick(r"[\s*#>=_·—–-]*")


def find(spot: Spot) -> Iterable[Hit]:
    """Markings as they stand on documents; never the words as prose uses them."""
    text = spot.text
    low, high = line_of(text, spot.start, 200)
    english = text[spot.start].isascii()
    key = ("internal", english, low)
    if key in spot.memo:
        return ()
    if english and not phrases.worth_en(text, spot.start, spot.end, low, high):
        return ()
    if not english and not phrases.worth_zh(text, spot.start, spot.end):
        return ()
    spot.memo[key] = True
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
    triggers=(
        Words(_ZH_WORDS),
        Words(("内部",), before_han=phrases.AFTER_INSIDE),
        Words(_EN_WORDS, any_case=True),
    ),
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
