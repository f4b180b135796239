"""内部标志的引子 · The words at which an internal marking is looked for, and what must stand beside them.

Prose is full of 内部, 有限公司, internal and confidential. Such a word is only worth the reading of its
line when the few characters around it fit one of `internal_phrases`; a longer phrase always is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import product

from sansi.check.evidence.internal_phrases import THING, USE, B
from sansi.check.evidence.quick import quick
from sansi.check.model import Words


def _join(*parts: Iterable[str]) -> tuple[str, ...]:
    """Every way to take one of each part."""
    return tuple(map("".join, product(*parts)))


_DO = "转发 转载 扩散 传播 复印 复制 翻印 翻拍 拍照 截屏 截图 上网 引用".split()
_KEEP = (
    *"外传 外泄 外借 外流 注意保存 注意保密 注意保管 妥善保管 妥善保存 严格保密 不宜公开 不予公开 不作公开".split(),
    *_join(("勿", "得", "禁", "止", "对外"), _DO),
    *_join("不宜予得便勿止禁要可准许能", ("对外",), ("公开", "发布", "提供", "宣传", "披露")),
)
_TRADE = ("工作秘密", "商业秘密", "公司机密", "商业机密", "公司绝密", "企业秘密")
_READERS = _join(
    ("供", "限", "供本", "限本"),
    "领导 单位 部门 公司 机关 系统 行业 委 局 校 院 党内 会议代表 与会人员 项目组 内部".split(),
)
_CLEAR = ("件不公开", "文不公开", *_join(":：", ("", " "), ("不公开",)), "本群信息", "核心商密", "普通商密")
# What goes on after 内部, 阅后, and those whom a thing is for; 内部控制 and 有限公司成立 are prose.
_AFTER_INSIDE = frozenset("部资文材刊信稿档图数内通会讲邮版报简参传手试教使事公秘掌阅")
_AFTER_READING = frozenset("即收销退归交请")
_AFTER_READERS = frozenset("内使参传交掌学发查阅讨人员流")

# A marking of one English word is written large; written small it needs a label or a longer phrase.
_BARE = (
    *("Internal", "INTERNAL", "Confidential", "CONFIDENTIAL", "Restricted", "RESTRICTED"),
    *("Proprietary", "PROPRIETARY", "CUI", "FOUO"),
)
_GRADES = ("internal", "confidential", "restricted", "sensitive")
_BEHIND_SIGN = (
    *_join("-–—/|&", ("", " "), ("internal", "confidential", "restricted", "proprietary")),
    *_join(":=", ("", " ", "  ", "   ", "\t"), (*_GRADES, "company ", "highly ", "strictly ")),
)
_DO_NOT = _join(("do not ", "don't ", "not to be "), ("distribute", "circulate", "forward", "share", "copy"))
_EN_CLEAR = (
    *_join(
        ("internal", "official", "government", "company", "staff", "departmental"),
        (" use only", " circulation only", " distribution only"),
    ),
    *_join(
        ("not for ", "not for public "),
        ("release", "distribution", "circulation", "publication", "disclosure"),
    ),
    *_join(("company", "strictly", "business", "highly"), " -", ("confidential",)),
    *_join(("staff", "commercial"), " -", ("in",), " -", ("confidence",)),
    *_join(("confidential and ",), ("internal", "proprietary", "restricted")),
    *("private and confidential", "private & confidential", "controlled unclassified"),
    *("official sensitive", "official-sensitive", "sensitive but unclassified", "restricted circulation"),
    *("internal only", "internal eyes only", "company internal", "cui//", "fouo//"),
)

TRIGGERS = (
    Words((*_KEEP, *_TRADE, *_CLEAR)),
    Words(("内部",), before_han=_AFTER_INSIDE),
    Words(("阅后",), before_han=_AFTER_READING),
    Words(_READERS, before_han=_AFTER_READERS),
    Words(_BARE),
    Words((*_BEHIND_SIGN, *_DO_NOT, *_EN_CLEAR), any_case=True),
)

# A cell ends behind its closing bracket, or at one of the edges at which the detector parts a line.
_ENDS = r"\s*(?:[】\]）)〕》”]|[\s*。！!]*(?:$|[\t\u3000|｜<]|  |-->|//|/\*|\*/))"
_CELL_STARTS = frozenset(["", *"\n\r\t\u3000*#>=_·—–-|｜【[（(〔《“/"])
_ROOM = _CELL_STARTS | {" "}
_LABEL_SIGNS = frozenset(":：=")


def _opens_a_cell(text: str, start: int) -> bool:
    left = text[start - 1 : start]
    return left in _CELL_STARTS or (left == " " and text[start - 2 : start - 1] in _ROOM)


def _last_before(text: str, start: int) -> str:
    """The last character before `start` that is no blank, if it is near."""
    return text[start - 5 if start > 5 else 0 : start].rstrip()[-1:]


_KEEP_ENDS = quick(rf"[\u4e00-\u9fff、]{{0,24}}+{_ENDS}", re.MULTILINE)
_KEEP_STARTS = quick(r"[\n\t\u3000|｜【\[〔（(《“/>*#=]|  ")
_KEEP_HEAD = quick(r"未经|[此本该](?:件|文|资料|材料|报告|稿|邮件|简报|群信息)")


def _worth_keep(text: str, start: int, end: int) -> bool:
    """外传, 妥善保管: behind what is to be kept, or in a cell of its own."""
    low = start - 14 if start > 14 else 0
    if _KEEP_HEAD.search(text, low, start) or _last_before(text, start) in _LABEL_SIGNS:
        return True
    alone = _KEEP_ENDS.match(text, end)
    return alone is not None and (start < 9 or _KEEP_STARTS.search(text, start - 8, start) is not None)


_KEEP_BEGINS = "[请注妥不勿禁严切阅限仅只]"
_AFTER_TRADE = quick(rf"{B}(?:[★☆▲]|{_KEEP_BEGINS}|[:：]?[一二三甲乙]级)")
_TRADE_ENDS = quick(_ENDS, re.MULTILINE)
_BEFORE_TRADE = _LABEL_SIGNS | frozenset("属于系为")


def _worth_trade(text: str, start: int, end: int) -> bool:
    """商业秘密: with a sign, a label, what not to do with it, or in a cell of its own."""
    return (
        _AFTER_TRADE.match(text, end) is not None
        or _last_before(text, start) in _BEFORE_TRADE
        or (_opens_a_cell(text, start) and _TRADE_ENDS.match(text, end) is not None)
    )


_AFTER_THING = quick(rf"掌握|[★☆]|(?:{THING}|使用|传阅|参阅){B}{_KEEP_BEGINS}")
_INSIDE_ENDS = quick(
    rf"(?:{THING}|使用|传阅|参阅|参考|事项|公开|秘密)?(?:[（(]?第?\S{{0,8}}[期号)）])?{_ENDS}", re.MULTILINE
)
_BEFORE_INSIDE = _BEFORE_TRADE | {"限"}
_FOR = frozenset("供限")
_USE = quick(USE)


def _worth_inside(text: str, start: int, end: int) -> bool:
    """内部: the same, or for those inside."""
    return (
        _AFTER_THING.match(text, end) is not None
        or _last_before(text, start) in _BEFORE_INSIDE
        or (_opens_a_cell(text, start) and _INSIDE_ENDS.match(text, end) is not None)
        or (
            not _FOR.isdisjoint(text[start - 6 if start > 6 else 0 : start])
            and _USE.match(text, end) is not None
        )
    )


_READERS_USE = quick(rf"内?部?{USE}")


def _worth_readers(text: str, start: int, end: int) -> bool:
    """供单位: for their use; never 有限公司."""
    return text[start - 1 : start] != "有" and _READERS_USE.match(text, end) is not None


_BARE_GOES_ON = quick(
    r"[\])]?(?:\s*[-–—:/|,.;&]+\s*|\s+and\s+)(?:for |internal|official|government|company|staff|departmental"
    r"|do not|don't|not |proprietary|restricted|confidential)",
    re.IGNORECASE,
)
_BARE_ENDS = quick(
    r"(?: only)?[\])]?[\s*|=_-]*\.?(?:$|[\t\u3000|｜<]|  |-->|//|/\*|\*/)", re.IGNORECASE | re.MULTILINE
)


def _worth_bare(text: str, start: int, end: int) -> bool:
    """CONFIDENTIAL: with a label, what not to do with it, or in a cell of its own."""
    return (
        _last_before(text, start) in _LABEL_SIGNS
        or (_opens_a_cell(text, start) and _BARE_ENDS.match(text, end) is not None)
        or _BARE_GOES_ON.match(text, end) is not None
    )


_MARKED = quick(
    r"confidential|only|internal|restricted|classif|sensitiv|distribution|handling|level|label", re.IGNORECASE
)
_OUTSIDE = quick(r" (?:outside|externally)", re.IGNORECASE)


def _worth_further(text: str, start: int, end: int) -> bool:
    """`- internal`, `do not share`: behind a label or a marking, or not outside."""
    return (
        _MARKED.search(text, start - 24 if start > 24 else 0, start) is not None
        or _OUTSIDE.match(text, end) is not None
    )


_GATES: dict[str, Callable[[str, int, int], bool]] = {
    **dict.fromkeys((*_KEEP, "阅后"), _worth_keep),
    **dict.fromkeys(_TRADE, _worth_trade),
    "内部": _worth_inside,
    **dict.fromkeys(_READERS, _worth_readers),
    **dict.fromkeys(_BARE, _worth_bare),
    **dict.fromkeys((*_BEHIND_SIGN, *_DO_NOT), _worth_further),
}


def worth(text: str, start: int, end: int) -> bool:
    """Whether a marking can stand at the word `text[start:end]`."""
    word = text[start:end]
    gate = _GATES.get(word) or _GATES.get(word.lower())
    return gate is None or gate(text, start, end)
