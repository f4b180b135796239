"""俄罗斯个人社保账号 · Russian individual insurance account (SNILS).

Nine digits and two check digits, written 112-233-445 95.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, ALNUM, WHY, Scheme
from sansi.check.evidence.remainders import weighted
from sansi.check.model import Both, Category, Rule, Severity, Shape


def is_snils(code: str) -> bool:
    """Whether the two check digits hold."""
    return weighted(code, range(9, 0, -1)) % 101 % 100 == int(code[9:])


SCHEME = Scheme(
    labels=("СНИЛС", "snils", "俄罗斯社保号", "俄罗斯个人社保账号"),
    written=r"\d{3}-?\d{3}-?\d{3}[ -]?\d{2}",
    holds=is_snils,
    shape=Shape(b"[0-9]{3}-[0-9]{3}-[0-9]{3}[ -][0-9]{2}", ALNUM | frozenset("- ")),
    bare=r"\d{3}-\d{3}-\d{3}[ -]\d{2}",
    ignore=frozenset({"11223344595"}),
)

RULE = Rule(
    id="ru-snils",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("俄罗斯个人社保账号", "Russian individual insurance account (SNILS)"),
    why=WHY,
    advice=ADVICE,
    source="Федеральный закон № 27-ФЗ (Russian Federation), art. 6",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "СНИЛС «174-628-390 97»",
        "俄罗斯社保号«17462839097»",
        "застрахованный «174-628-390 97»",
    ),
    misses=(
        "СНИЛС 174-628-390 90",  # wrong check digits
        "17462839097",  # no label and no dashes
        "订单号174-628-390 97",  # an order number
    ),
)
