"""韩国居民登记号 · South Korean resident registration number.

Date of birth (6), a digit for sex and century, six more. The last was a check digit until October
2020; since then the six are random, and a number needs its label or its check.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, ALNUM, WHY, Scheme, real_day
from sansi.check.evidence.remainders import weighted
from sansi.check.model import Both, Category, Rule, Severity, Shape

_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)


def is_rrn(code: str) -> bool:
    """Whether the day exists and the number either passes the old check or may be a new one.

    Births from October 2020 on have 3, 4, 7 or 8 as their seventh digit and a year from 20 on.
    """
    if not real_day(int(code[2:4]), int(code[4:6])):
        return False
    checked = (11 - weighted(code, _WEIGHTS) % 11) % 10 == int(code[12])
    return checked or (code[6] in "3478" and int(code[:2]) >= 20)


SCHEME = Scheme(
    labels=(
        "주민등록번호",
        "외국인등록번호",
        "RRN",
        "resident registration number",
        "alien registration number",
        "韩国身份证",
        "韩国居民登记号",
        "居民登记号",
        "住民登录号",
        "住民登錄號",
    ),
    written=r"\d{6} ?-? ?[1-8]\d{6}",
    holds=is_rrn,
    shape=Shape(b"[0-9]{6}-[1-8][0-9]{6}", ALNUM | frozenset("-")),
    bare=r"\d{6}-[1-8]\d{6}",
)

RULE = Rule(
    id="kr-rrn",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("韩国居民登记号", "South Korean resident registration number"),
    why=WHY,
    advice=ADVICE,
    source="Resident Registration Act (Republic of Korea), Enforcement Rule art. 2",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "주민등록번호: «870412-2460109»",
        "韩国居民登记号«870412-2460109»",
        "신청인 «870412-2460109» 확인",
    ),
    misses=(
        "870412-2460100",  # wrong check digit
        "871332-2460137",  # no such day
        "订单号870412-2460109",  # an order number
    ),
)
