"""波兰 PESEL 号 · Polish PESEL number.

Date of birth (6, the century in the month), four digits and a check digit.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, WHY, Scheme, real_day
from sansi.check.evidence.remainders import weighted
from sansi.check.model import Both, Category, Rule, Severity

_WEIGHTS = (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)


def is_pesel(code: str) -> bool:
    """Whether the day exists and the check digit holds."""
    return real_day(int(code[2:4]) % 20, int(code[4:6])) and weighted(code, _WEIGHTS) % 10 == 0


SCHEME = Scheme(
    labels=("pesel", "波兰身份号", "波兰身份证号"),
    written=r"\d{11}",
    holds=is_pesel,
)

RULE = Rule(
    id="pl-pesel",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("波兰 PESEL 号", "Polish PESEL number"),
    why=WHY,
    advice=ADVICE,
    source="Ustawa o ewidencji ludności (Poland), art. 15",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "PESEL: «72031468294»",
        "波兰身份证号«72031468294»",
    ),
    misses=(
        "PESEL 72031468290",  # wrong check digit
        "72031468294",  # no label
        "PESEL: 72133468294",  # no such day
    ),
)
