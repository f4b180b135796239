"""马来西亚身份证号 · Malaysian identity card number (MyKad).

Date of birth (6), place of birth (2) and four digits. There is no check digit; the label or the
shape 850709-14-5123 with a day and a place that exist must do.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, WHY, Scheme, real_day
from sansi.check.model import Both, Category, Rule, Severity

_NO_PLACE = {"00", "17", "18", "19", "20", "69", "70", "73", "80", "81", "94", "95", "96", "97"}


def is_mykad(code: str) -> bool:
    """Whether the day and the place of birth exist."""
    return real_day(int(code[2:4]), int(code[4:6])) and code[6:8] not in _NO_PLACE


SCHEME = Scheme(
    labels=(
        "mykad",
        "no. kp",
        "no kp",
        "kad pengenalan",
        "malaysian ic",
        "ic number",
        "ic no",
        "NRIC",
        "马来西亚身份证",
        "马来西亚身份证号",
        "大马身份证",
    ),
    written=r"\d{6}-\d{2}-\d{4}|\d{12}",
    holds=is_mykad,
    checked=False,
)

RULE = Rule(
    id="my-nric",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("马来西亚身份证号", "Malaysian identity card number (MyKad)"),
    why=WHY,
    advice=ADVICE,
    source="National Registration Department, Malaysia (JPN), codes of states",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "MyKad: «790318-14-5236»",
        "马来西亚身份证号«790318-14-5236»",
        "IC No. «790318145236»",
    ),
    misses=(
        "790318-14-5236",  # no label
        "IC No. 791318-14-5236",  # no such month
        "IC No. 790318-17-5236",  # no such place
    ),
)
