"""丹麦个人登记号 · Danish civil registration number (CPR).

Date of birth (6) and four digits. Numbers given out since 2007 need not pass the old check, so only
the label and the day speak.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, WHY, Scheme, real_day
from sansi.check.model import Both, Category, Rule, Severity


def is_cpr(code: str) -> bool:
    """Whether the day exists."""
    return real_day(int(code[2:4]), int(code[:2]))


SCHEME = Scheme(
    labels=(
        "cpr-nummer",
        "cpr-nr",
        "cpr nr",
        "cpr number",
        "cpr no",
        "personnummer",
        "丹麦个人登记号",
        "丹麦身份号码",
    ),
    written=r"\d{6}-\d{4}|\d{10}",
    holds=is_cpr,
    checked=False,
)

RULE = Rule(
    id="dk-cpr",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("丹麦个人登记号", "Danish civil registration number (CPR)"),
    why=WHY,
    advice=ADVICE,
    source="CPR-kontoret (Denmark), Personnummeret i CPR",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "CPR-nummer: «190486-2735»",
        "丹麦个人登记号«190486-2735»",
        "CPR no. «1904862735»",
    ),
    misses=(
        "190486-2735",  # no label
        "CPR-nr 191386-2735",  # no such month
        "CPR training 2024-05-01",  # a date
    ),
)
