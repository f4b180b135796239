"""南非身份证号 · South African identity number.

Date of birth (6), sequence (4), citizenship, a digit, and a Luhn check digit.
"""

from __future__ import annotations

from sansi.check.evidence.checksums import luhn
from sansi.check.evidence.national import ADVICE, WHY, Scheme, real_day
from sansi.check.model import Both, Category, Rule, Severity


def is_za_id(code: str) -> bool:
    """Whether the day exists, citizenship is 0 to 2, and the Luhn check holds."""
    return real_day(int(code[2:4]), int(code[4:6])) and code[10] in "012" and luhn(code)


SCHEME = Scheme(
    labels=("south african id", "sa id", "RSA ID", "id number", "南非身份证", "南非身份证号"),
    written=r"\d{6} ?\d{4} ?\d{3}",
    holds=is_za_id,
)

RULE = Rule(
    id="za-id",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("南非身份证号", "South African identity number"),
    why=WHY,
    advice=ADVICE,
    source="Department of Home Affairs, South Africa; Identification Act 68 of 1997",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "ID number: «7608234182080»",
        "南非身份证号«7608234182080»",
        "SA ID «760823 4182 080»",
    ),
    misses=(
        "SA ID 7608234182081",  # wrong check digit
        "7608234182080",  # no label
        "SA ID 7613234182080",  # no such day
    ),
)
