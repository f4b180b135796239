"""美国个人报税号 · US individual taxpayer identification number (ITIN).

Nine digits written like a social security number, the first 9, the fourth and fifth in ranges of
their own. There is no check digit.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, WHY, Scheme
from sansi.check.model import Both, Category, Rule, Severity

_RANGES = (range(50, 66), range(70, 89), range(90, 93), range(94, 100))


def is_itin(code: str) -> bool:
    """Whether the group in the middle is in a range that the IRS gives out."""
    return code[0] == "9" and any(int(code[3:5]) in r for r in _RANGES)


SCHEME = Scheme(
    labels=(
        "ITIN",
        "taxpayer identification number",
        "taxpayer id",
        "个人报税号",
        "个人纳税识别号",
        "美国税号",
    ),
    written=r"9\d{2}[ -]?\d{2}[ -]?\d{4}",
    holds=is_itin,
    checked=False,
)

RULE = Rule(
    id="us-itin",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("美国个人报税号", "US individual taxpayer identification number (ITIN)"),
    why=WHY,
    advice=ADVICE,
    source="IRS Publication 1915; Internal Revenue Manual 3.21.263",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "ITIN: «917-82-4630»",
        "美国个人报税号«917-82-4630»",
        "ITIN «917 82 4630»",
    ),
    misses=(
        "917-82-4630",  # no label
        "ITIN 917-49-4630",  # 49 is no ITIN
        "ITIN 917-93-4630",  # nor is 93
        "ITIN 817-82-4630",  # does not begin with 9
    ),
)
