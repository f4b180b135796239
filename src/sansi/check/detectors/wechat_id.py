"""微信号 · Account name of WeChat (Weixin).

A letter and five to nineteen letters, digits, dashes or underscores behind its label; or the
wxid_ that the app itself gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sansi.check.evidence.context import alone, specimen
from sansi.check.evidence.quick import quick
from sansi.check.evidence.roles import of_an_office
from sansi.check.evidence.table import cells_under
from sansi.check.evidence.weight import weigh
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Spot, Words

_LABELS = (
    "微信",
    "薇信",
    "威信号",
    "徽信",
    "V信",
    "v信",
    "加V",
    "加v",
    "➕V",
    "➕v",
    "+V",
    "wechat",
    "weixin",
    "vx",
    "wx",
    "卫星号",
    "加微",
    "V:",
    "V：",
)
# What `_ID` has right behind a label, and a header (微信昵称); 微信公众号 and 微信支付 are what prose says.
_BEFORE_NAME = frozenset("号帐账名联同都是为也加搜昵")
_WEAK = quick(r"(?:vx|wx|.*[vV])", re.IGNORECASE)
_ID = quick(
    r"(?!公众|小程序|支付|群|服务号|视频号|读书|官方|搜一搜|[ ]?pay|[ ]?official|[ ]?mini)"
    r"((?:号码|帐号|账号|名|号|联系|同号|都?是|为|也是|加我|加|搜|\s|[:：=＝|_，,\"'“”‘’`(（【\[]"
    r"|\b(?:id|number|no\.?|account|is|handle)\b){0,8})"
    r"(?<![0-9A-Za-z_-])([A-Za-z][-_0-9A-Za-z]{5,19})(?![-_0-9A-Za-z@]|\.[A-Za-z])",
    re.IGNORECASE,
)
_WXID = quick(r"wxid_[0-9a-z]{10,22}(?![0-9A-Za-z_-])")
_CELL = quick(r"[A-Za-z][-_0-9A-Za-z]{5,19}")
_HEADER = quick(r"微信|wechat|weixin", re.IGNORECASE)
_NOBODY = quick(r"公众|群|支付")


def find(spot: Spot) -> Iterator[Hit]:
    """Names right after a WeChat label or below it, unless it is a public account or a help desk."""
    text, start = spot.text, spot.start
    word, left = text[start : spot.end], text[start - 1 : start]
    if word == "wxid_":
        if (found := _WXID.match(text, start)) and alone(text, start, found.end()):
            yield _hit(start, found.end(), "wxid_", "微信号的固定开头", "the app's own prefix")
        return
    if (word[0].isascii() and left.isascii() and left.isalnum()) or text[spot.end : spot.end + 1] == ".":
        return  # weixin.qq.com
    found = _ID.match(text, spot.end)
    if found and _is_name(word, found[1], found[2]):
        if not of_an_office(text, start) and not specimen(text, start):
            yield _hit(found.start(2), found.end(2), word, "标签之后的账号", "account behind its label")
    else:
        yield from _in_column(spot)


def _is_name(label: str, joint: str, name: str) -> bool:
    """A plain word is a name only where the label says clearly that one follows."""
    if any(c.isdigit() or c in "-_" for c in name):
        return bool(joint) or not _WEAK.fullmatch(label)
    said = re.search(r"[:：=号]|\bid\b", joint, re.IGNORECASE) is not None
    return said and name.lower() not in _NOT_NAMES


_NOT_NAMES = frozenset(
    [
        "wechat",
        "weixin",
        "official",
        "account",
        "number",
        "payment",
        "please",
        "contact",
        "string",
        "required",
        "optional",
        "unknown",
    ]
)


def _hit(start: int, end: int, label: str, zh: str, en: str) -> Hit:
    return Hit(
        start, end, Confidence.LIKELY, Both(f"“{label}”：{zh}", f"“{label}”: {en}"), weigh(labelled=True)
    )


def _in_column(spot: Spot) -> Iterator[Hit]:
    """Cells under the header of a WeChat column."""
    for header, start, end in cells_under(spot):
        if _HEADER.search(header) and not _NOBODY.search(header) and _CELL.fullmatch(spot.text, start, end):
            yield _hit(start, end, header, "该列的账号", "account in that column")


RULE = Rule(
    id="wechat-id",
    category=Category.PERSONAL_DATA,
    severity=Severity.MEDIUM,
    title=Both("微信号", "WeChat account"),
    why=Both(
        "能直接加好友，常被用来行骗、骚扰。",
        "It lets strangers get in touch at once, and is what cheats ask for.",
    ),
    advice=Both(
        "删除；对外联系请用单位的公众号或电话。",
        "Remove it; publish an account or number of the office instead.",
    ),
    source="腾讯微信号规则 (Tencent: 6 to 20 characters, a letter first)",
    triggers=(Words(_LABELS, any_case=True, before_han=_BEFORE_NAME), Words(("wxid_",), any_case=True)),
    find=find,
    keep=(1, 1),
    hits=(
        "微信号：«lixiaoming88»",
        "加我微信«zhang_wei2020»",
        "WeChat ID: «chen-li-1990»",
        "vx:«abc12345»",
        "他的号是«wxid_a1b2c3d4e5f6g7»",
        "姓名,微信号\n张三,«zhangsan_88»",
    ),
    misses=(
        "微信公众号：zhejiang_gov",  # a public account
        "客服微信：kefu12345",  # a help desk
        "微信号：li****88",  # masked
        "微信WeChat",  # a word
        "微信支付pay12345",  # a service
    ),
)
