"""上下文 · What stands just before and after a place: its label, or what speaks against it.

A label counts when it stands right before the value, with nothing between but punctuation,
blanks, a bracket or a copula (号码是 …). Negative context counts from a little further away.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from string import ascii_letters, digits

from sansi.check.evidence.quick import ends, quick
from sansi.check.evidence.table import column
from sansi.check.model import Spot

# What may stand between a label and its value: 姓名：X, 姓名是X, | 姓名 | X |, "name": "X".
_JOINT = (
    r"(?:\s|[:：=＝|,，、;；>＞→➜—–~\-\"'“”‘’`*#(（)）\[\]【】「」『』<《\u200b\ufeff]|号码|号|码|是|为|如下|is|are|was"
    r"|no\b\.?|number|nr\b\.?|№){0,10}"
)


@cache
def _label(words: str) -> tuple[re.Pattern[str], Callable[[str], re.Match[str] | None]]:
    # Lower case on both sides instead of IGNORECASE: with that flag `re` tries every position in
    # full, without it only those where the first letter of a label stands.
    pattern = f"(?:{lowered(words)}){_JOINT}"
    return quick(pattern + "$"), ends(pattern)


def lowered(pattern: str) -> str:
    """`pattern` in lower case, its escapes as they are."""
    return re.sub(r"\\.|[A-Z]", lambda m: m[0] if m[0][0] == "\\" else m[0].lower(), pattern)


def before(text: str, at: int, width: int = 40) -> str:
    """Up to `width` characters before `at`."""
    return text[max(0, at - width) : at]


def line_of(text: str, at: int, reach: int = 400) -> tuple[int, int]:
    """The line around `at`, cut at `reach` characters either side: a line may have no end."""
    start = text.rfind("\n", max(0, at - reach), at) + 1 or max(0, at - reach)
    end = text.find("\n", at, at + reach)
    return start, end if end >= 0 else min(len(text), at + reach)


def labelled(text: str, at: int, words: str, width: int = 40) -> str | None:
    """The label that stands right before `at`, if it is one of `words` (a regex alternation)."""
    label, can_end = _label(words)
    window = text[at - width if at > width else 0 : at].lower()
    if not can_end(window[-1:]):
        return None
    found = label.search(window)
    return text[at - len(found[0]) : at].strip(" \t\r\n:：=|,，、\"'（(") if found else None


def alone(text: str, start: int, end: int) -> bool:
    r"""Whether no ASCII letter, digit or underscore touches the place.

    Never `\\b`: Han characters are word characters to `re`, so `\b` misses 身份证110….
    """
    return text[start - 1 : start] not in _WORD and text[end : end + 1] not in _WORD


_WORD = frozenset(ascii_letters + digits + "_")

# A short number or letters tied to a place by a dash, dot or slash make it part of a code; a long
# number beside it is the next column of a list.
_TIED_LEFT = quick(r"(?:(?<![0-9])[A-Za-z][-_/.#]|(?<![0-9\-–—.。·•－])(?:0|[0-9]{2,5})[-_/.=&#])$")
_TIED_RIGHT = quick(r"[-_/.=&](?:[0-9]{1,5}(?![0-9])|[A-Za-z])")


_TIES = frozenset("-_/.#=&")


def part_of_code(text: str, start: int, end: int) -> bool:
    """Whether a dash, dot or slash ties the place to letters or a short number."""
    if text[start - 1 : start] in _TIES and _TIED_LEFT.search(text, max(0, start - 7), start):
        return True
    return text[end : end + 1] in _TIES and _TIED_RIGHT.match(text, end) is not None


_ORDER = quick(
    r"(?:订单|单号|流水|交易|运单|快递|物流|批号|批次|发票|凭证|合同|工单|案号|文号|编号|编码|序列号|货号|条码|条形码|款号|型号|版本"
    r"|备案号|许可证号?|批准文号|准字|项目代码|标段|档案号|考号|准考证号?|学号|工号|订购|商品|产品|设备号|资产|任务号|时间戳"
    r"|order|invoice|tracking|serial|ticket|transaction|batch|sku|isbn|issn|imei|part|model|build"
    r"|ref(?:erence)?|case|timestamp|barcode|upc|ean|tx)"
    r"[\s_-]*(?:号码|代码|编号|号|码|id|no\.?|num(?:ber)?|#)?"
    r"[\s:：=#＃\"'“”（(\[是为.-]{0,6}[a-z]{0,4}[-_]?$",
)
_SPECIMEN = quick(
    r"示例|样例|样本|样张|范例|虚构|仅供演示|占位|假设|测试数据|格式[为是如：:]|例如?[：:]|形如"
    r"|example|sample|dummy|placeholder|fictitious|e\.g\.",
)


def order_number(text: str, at: int) -> bool:
    """Whether what stands right before `at` says: an order, invoice, serial or version follows."""
    if not _ends_order()(text[at - 1 : at].lower()):
        return False
    return _ORDER.search(text[at - 32 if at > 32 else 0 : at].lower()) is not None


@cache
def _ends_order() -> Callable[[str], re.Match[str] | None]:
    return ends(_ORDER.pattern)


_ORDER_HEADER = quick(
    r"料号|物料|编号|编码|代码|单号|序列|货号|批号|批次|流水|条码|型号|订单|文号|案号|件号|sku|code|serial|order|batch|\bsn\b|part|item|invoice"
)


def order_column(spot: Spot, at: int) -> bool:
    """Whether the header of the column says: order, serial or part numbers."""
    header = column(spot, at)
    return header != "" and _ORDER_HEADER.search(header.lower()) is not None


def specimen(text: str, at: int, width: int = 24) -> bool:
    """Whether the same line, just before `at`, calls the value an example."""
    window = text[at - width if at > width else 0 : at].lower()
    return _SPECIMEN.search(window, window.rfind("\n") + 1) is not None


def named(spot: Spot, at: int, words: str) -> str | None:
    """The label right before `at`, or the header of its column, if it is one of `words`."""
    if label := labelled(spot.text, at, words):
        return label
    header = column(spot, at)
    if not header:
        return None
    # Every cell of a column has the same.
    key = ("named", words, header)
    known: bool | None = spot.memo.get(key)
    if known is None:
        known = spot.memo[key] = re.search(words, header, re.IGNORECASE) is not None
    return header if known else None
