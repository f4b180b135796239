"""手机号码 · Mainland Chinese mobile number (YD/T 1138 numbering, allocated segments).

Eleven digits from 13 to 19, alone or behind +86. There is no check digit, so a number written in
one piece must stand alone, and one written apart must be parted the way people part it (138 1234
5678, one digit at a time, at the end of a line) or stand behind a label.
"""

from __future__ import annotations

from collections.abc import Iterable

from sansi.check.evidence.context import alone, named, order_column, order_number, part_of_code, specimen
from sansi.check.evidence.digits import Number, number_of, numbers
from sansi.check.evidence.quick import quick
from sansi.check.evidence.weight import claim
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Spot

LABELS = (
    r"手\s*机(?:号码?)?|移动电话|电\s*话(?:号码)?|联系方式|联系号码|致电|拨打|来电|打给|短信|号码|微信"
    r"|mobile(?:\s+phone)?|cell(?:\s*phone)?|phone(?:\s+number)?|tel(?:ephone)?\.?|contact|call|text|whatsapp|wechat|caller|callee|msisdn"
)
# Segments in use: 140-144 are for machines (13 digits), 154, 160-161, 163-164, 168-169, 179 and
# 194 are not given out.
_MOBILE = quick(r"(?:00?86|86)?(1(?:3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])\d{8})")
_BEGINS = {11: frozenset("13 14 15 16 17 18 19".split()), 13: {"86"}, 14: {"08"}, 15: {"00"}}
_PARTED = {
    (3, 4, 4),
    (4, 4, 3),
    (3, 8),
    (7, 4),
    (3, 3, 5),
    (4, 3, 4),
    (5, 6),
    (6, 5),
    (1,) * 11,
    (2, 2, 2, 2, 2, 1),
    (1, 2, 2, 2, 2, 2),
}
# Parted by a dot in two it is a fraction: 17073.184965 seconds.
_DOTTED = {(3, 4, 4), (4, 4, 3), (3, 3, 5), (1,) * 11}
_PREFIXES = {"86", "086", "0086"}
_REASON = Both("号段正确", "a segment in use")
# Behind another country's code it is that country's number.
_ABROAD = quick(r"(?<![\u4e00-\u9fff])[+＋](?!86)[0-9]{0,3}[ .-]?$|[+＋]86[0-9]$")
_UNIT = quick(r"\s*(?:[万亿]?(?:元|美元|人民币|人次|字节|公里|平方)|[万亿]|bytes?\b|ms\b|KB|MB|%|％|°)")
# The number of a telephone company's own service, and the favourite of every sample form.
_SPECIMENS = {"13800138000", "13800000000", "13000000000"}


def _as_people_part_it(number: Number) -> bool:
    if number.groups[0].digits in _PREFIXES:
        number = number.without_first_group()
    if number.plain:
        return True
    # The 4 of a list's next line is no end of a number: 1777063754\n4).
    wrapped = len(number.groups) == 2 and min(number.shape) > 2 and number.gaps[0].strip(" \t\r-") == "\n"
    if number.gaps[0].strip() == "." and number.shape not in _DOTTED:
        return False
    return wrapped or (number.even and number.shape in _PARTED)


def _full(text: str, number: Number) -> str | None:
    """+86 itself, where it is written out."""
    plus = text[number.start - 1 : number.start] in ("+", "＋") and number.digits.startswith("86")
    return "+86" if plus or number.digits.startswith("0086") else None


def find(spot: Spot) -> Iterable[Hit]:
    """Mobile numbers, unless what stands around says that it is another number."""
    hits: list[Hit] = []
    sure = -1
    for number in numbers(spot, _BEGINS):
        found = number.end > sure and _MOBILE.fullmatch(number.digits)
        if (
            found
            and found[1] not in _SPECIMENS
            and alone(spot.text, number.start, number.end)
            and not _another(spot.text, number)
            and (hit := _weighed(spot, number))
        ):
            hits.append(hit)
            # The 138… of +86 138… would only lose against it.
            sure = hit.end if hit.confidence is Confidence.CERTAIN else sure
    return hits


def _another(text: str, number: Number) -> bool:
    """Whether what touches the number, or its form, says that it is no mobile number."""
    start = number.start
    if _UNIT.match(text, number.end) or order_number(text, start) or specimen(text, start):
        return True
    low = start - 6 if start > 6 else 0
    left = text[low:start]
    if ("+" in left or "＋" in left) and number.digits[:2] != "86" and _ABROAD.search(text, low, start):
        return True
    # 1-800-777-4999: a country code of its own, and no mobile of ours.
    return len(number.groups) > 1 and number.shape[:2] == (1, 3)


def _weighed(spot: Spot, number: Number) -> Hit | None:
    text, start, end = spot.text, number.start, number.end
    label = named(spot, start, LABELS) or _full(text, number)
    if not label and (
        (not number.groups[0].han and part_of_code(text, start, end))
        or order_column(spot, start)
        or not _as_people_part_it(number)
    ):
        return None
    if text[start - 1 : start] in ("+", "＋"):
        start -= 1
    return claim(start, end, label, _REASON)


RULE = Rule(
    id="cn-mobile",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("手机号码", "Mobile number"),
    why=Both(
        "公开后会招来骚扰和诈骗电话，也能用来找到本人的各种账号。",
        "It draws nuisance and fraud calls, and leads to the person's accounts.",
    ),
    advice=Both(
        "删除，或只留前三位和后四位；对外联系请用办公电话。",
        "Remove it or keep only the first three and last four digits; publish an office line instead.",
    ),
    source="YD/T 1138; ITU-T E.164 (+86)",
    triggers=number_of(_BEGINS),
    find=find,
    keep=(3, 4),
    hits=(
        "电话«13812345678»，请联系",
        "请加«138 1234 5678»",
        "«+86 138-1234-5678»",
        "«008613912345678»",
        "号码«１３９１２３４５６７８»",
        "«一三八一二三四五六七八»",
        "«1 3 8 1 2 3 4 5 6 7 8»",
        "打我电话«1391234\n5678»吧",
        "«139\u200b1234\u200b5678»",
    ),
    misses=(
        "138****5678",  # masked
        "订单号13812345678",  # an order number
        "12812345678",  # no such segment
        "413812345678",  # inside a longer number
        "13812345678元",  # an amount
        "0.13812345678",  # a fraction
        "138 12 345 678",  # parted as nobody parts it
        "手机号码格式：13912345678",  # a specimen
        "13800138000",  # the favourite of sample forms
    ),
)
