"""居民身份证号 · Chinese resident identity number (GB 11643-1999).

Eighteen characters: place of first registration (6), date of birth (8), sequence (3) and a check
character (ISO 7064 MOD 11-2). The check character alone passes one random number in eleven; a
real date of birth and a province reject most of the rest. Counties come and go, and a number
keeps the code it was given at birth, so the county adds confidence and is never required.

The fifteen-character numbers of before 1999 have no check character: they need a label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime

from sansi.check.evidence.checksums import mod_11_2
from sansi.check.evidence.context import alone, labelled, named, order_column, order_number, specimen
from sansi.check.evidence.digits import SEPARATORS, Number, number_of, numbers
from sansi.check.evidence.places import area_name
from sansi.check.evidence.quick import quick
from sansi.check.evidence.weight import behind, weigh
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Spot

LABELS = r"身份证(?:件)?(?:号码?)?|公民身份号码|证件号码?|证号|身份号码?|ID\s*(?:card|number|no\.?)?|identity(?:\s+card)?"
NOT_PEOPLE = (
    r"订单号?|单号|流水号?|交易号|运单号?|编号|序列号|批次号?|发票号码?|凭证号?|order|invoice|tracking|serial"
)
PROVINCES = frozenset(
    [
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
        "83",
    ]
)
_BEGINS = dict.fromkeys((15, 17, 18), PROVINCES)
_TAIL = quick(f"[{re.escape(''.join(sorted(SEPARATORS)))}]{{0,4}}([xXｘＸ×✕])")
_OLDEST = 1890


def _born(yyyymmdd: str) -> bool:
    try:
        born = date(int(yyyymmdd[:4]), int(yyyymmdd[4:6]), int(yyyymmdd[6:]))
    except ValueError:
        return False
    return _OLDEST <= born.year <= datetime.now(UTC).year


def find(spot: Spot) -> Iterable[Hit]:
    """Numbers whose province, date and check character hold; hints where a label says more."""
    hits: list[Hit] = []
    for number in numbers(spot, _BEGINS):
        digits, hit = number.digits, None
        if len(digits) == 15:
            hit = _fifteen(spot, number)
        elif len(digits) == 18:
            hit = _eighteen(spot, digits, number.start, number.end)
        elif len(digits) == 17 and (tail := _TAIL.match(spot.text, number.end)):
            hit = _eighteen(spot, digits + "X", number.start, tail.end())
        if hit:
            hits.append(hit)
    return hits


def _eighteen(spot: Spot, code: str, start: int, end: int) -> Hit | None:
    """Seventeen digits and a check character."""
    if not _born(code[6:14]) or not alone(spot.text, start, end):
        return None
    label = labelled(spot.text, start, LABELS)
    if mod_11_2(code[:17]) == code[17]:
        return Hit(
            start, end, Confidence.CERTAIN, behind(label, _RIGHT), weigh(checked=True, labelled=bool(label))
        )
    return Hit(start, end, Confidence.POSSIBLE, _WRONG) if label else None


_RIGHT = Both("校验码正确，出生日期成立", "check character right, date of birth real")
_WRONG = Both("校验码不符，但写明是身份证号", "check character wrong, yet labelled as an identity number")


def _fifteen(spot: Spot, number: Number) -> Hit | None:
    code, start, end = number.digits, number.start, number.end
    if not _born("19" + code[6:12]) or not alone(spot.text, start, end):
        return None
    if label := named(spot, start, LABELS):
        reason = Both(f"15位旧身份证号，前有“{label}”", f"fifteen-character number after “{label}”")
        return Hit(start, end, Confidence.LIKELY, reason, weigh(labelled=True))
    if number.plain and area_name(code[:6]) and not _otherwise(spot, start):
        # One number of fifteen digits in five thousand has a county and a date in place.
        return Hit(start, end, Confidence.LIKELY, _OLD, weigh())
    return None


_OLD = Both("15位旧身份证号：县区与出生日期成立", "fifteen characters with a real county and date of birth")


def _otherwise(spot: Spot, at: int) -> bool:
    return order_number(spot.text, at) or order_column(spot, at) or specimen(spot.text, at)


RULE = Rule(
    id="cn-resident-id",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("居民身份证号", "Resident identity number"),
    why=Both(
        "与姓名同时公开，他人即可冒名开户、贷款。",
        "Beside a name, it is enough to open accounts or borrow as that person.",
    ),
    advice=Both(
        "删除；确需区分同名者，只留前六位与后四位中的一段。",
        "Remove it; to tell namesakes apart, keep only a part of it.",
    ),
    source="GB 11643-1999; ISO/IEC 7064",
    triggers=number_of(_BEGINS),
    find=find,
    keep=(6, 4),
    hits=(
        "身份证号：«11010519491231002X»。",
        "号码«11010519491231002x»已登记",
        "«110105 19491231 002X»",
        "«１１０１０５１９４９１２３１００２Ｘ»",
        "身份证«110105491231002»",
        "窗口叫到的是«110105491231002»这位旅客",
    ),
    misses=(
        "身份证110105194912310021x",  # a letter touches it
        "110105194912310021",  # wrong check character
        "110105194902310026",  # 31 February
        "990105194912310023",  # no such province
        "9911010519491231002X00",  # inside a longer number
        "订单110105491231002",  # an order number
        "990105491231002",  # no such county
        "110101********1234",  # masked
    ),
)
