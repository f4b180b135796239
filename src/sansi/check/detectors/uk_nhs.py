"""英国国民健康号码 · NHS number (England, Wales).

Ten digits, the last a check digit modulo eleven.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, WHY, Scheme
from sansi.check.evidence.remainders import weighted
from sansi.check.model import Both, Category, Rule, Severity


def is_nhs(code: str) -> bool:
    """Whether the last of the ten digits is the check digit; 10 would be none and is not given out."""
    return (11 - weighted(code[:9], range(10, 1, -1)) % 11) % 11 == int(code[9])


SCHEME = Scheme(
    labels=("nhs number", "nhs no", "NHS", "英国国民健康号码", "国民健康号码", "英国医保号"),
    written=r"\d{3}[ -]?\d{3}[ -]?\d{4}",
    holds=is_nhs,
)

RULE = Rule(
    id="uk-nhs",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("英国国民健康号码", "NHS number (England, Wales)"),
    why=WHY,
    advice=ADVICE,
    source="NHS Data Dictionary, NHS NUMBER",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "NHS number: «684 302 9175»",
        "英国国民健康号码«6843029175»",
        "NHS No. «6843029175»",
    ),
    misses=(
        "NHS number 6843029170",  # wrong check digit
        "6843029175",  # no label
        "NHS 111",  # the telephone line
    ),
)
