"""QQ号 · Account number of Tencent QQ.

Five to eleven digits without a leading zero. Nothing else tells it from any number, so its label
must stand right before it, or head its column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sansi.check.evidence.context import specimen
from sansi.check.evidence.digits import squeeze
from sansi.check.evidence.quick import quick
from sansi.check.evidence.roles import of_an_office
from sansi.check.evidence.table import cells_under
from sansi.check.evidence.weight import weigh
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Spot, Words

_LABELS = ("QQ", "ＱＱ", "扣扣", "企鹅", "球球", "扣号")
_ID = quick(
    r"(?!群(?!主)|交流群|空间|音乐|邮箱|浏览器|会员|飞车|游戏|农场)(?:群主|号码|帐号|账号|号|联系|都?是|为"
    r"|也是|加我|\s|[:：=＝|>→➜\-—_，,\"'“”(（【\[]|number|no\.?|id|is){0,8}"
    r"(?<![0-9])([1-9１-９](?:[ \-\u3000\u00a0\u200b-\u200f\u2060-\u2064\ufeff]?[0-9０-９]){4,10})"
    r"(?![0-9０-９A-Za-z@＠年月日个人元]|[ -][0-9]|\.[0-9]| ?[A-D](?![A-Za-z]))",
    re.IGNORECASE,
)
_CELL = quick(r"[1-9][0-9]{4,10}")


def find(spot: Spot) -> Iterator[Hit]:
    """Numbers right after a QQ label or below it, unless it is the label of a group or a help desk."""
    text = spot.text
    left = text[spot.start - 1 : spot.start]
    if (left.isascii() and left.isalnum()) or left == "@" or text[spot.end : spot.end + 1] == ".":
        return  # …@qq.com
    found = _ID.match(text, spot.end)
    if found and 5 <= len(squeeze(found[1])) <= 11:
        if not of_an_office(text, spot.start) and not specimen(text, spot.start):
            yield _hit(found.start(1), found.end(1), text[spot.start : spot.end])
    else:
        yield from _in_column(spot)


def _in_column(spot: Spot) -> Iterator[Hit]:
    for header, start, end in cells_under(spot):
        if "群" not in header and _CELL.fullmatch(spot.text, start, end):
            yield _hit(start, end, header)


def _hit(start: int, end: int, label: str) -> Hit:
    reason = Both(f"“{label}”之后的号码", f"number after “{label}”")
    return Hit(start, end, Confidence.LIKELY, reason, weigh(labelled=True))


RULE = Rule(
    id="qq-id",
    category=Category.PERSONAL_DATA,
    severity=Severity.MEDIUM,
    title=Both("QQ号", "QQ account"),
    why=Both(
        "能加好友、看空间，也能找回邮箱和其他账号。",
        "It lets strangers get in touch and leads to mail and other accounts.",
    ),
    advice=Both("删除；对外联系请用单位公布的账号。", "Remove it; publish an account of the office instead."),
    source="腾讯QQ号码规则 (Tencent: 5 to 11 digits)",
    triggers=(Words(_LABELS, any_case=True),),
    find=find,
    keep=(2, 2),
    hits=(
        "QQ：«123456789»",
        "加我qq«87654321»聊",
        "QQ号码是«10234567»。",
        "扣扣 «1234 56789»",
        "姓名,QQ\n张三,«345678912»",
    ),
    misses=(
        "QQ群：123456789",  # a group
        "客服QQ：800012345",  # a help desk
        "QQ：12****789",  # masked
        "QQ 2024年",  # a year
        "123456789@qq.com",  # an address
    ),
)
