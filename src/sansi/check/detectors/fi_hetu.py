"""芬兰个人身份码 · Finnish personal identity code (HETU).

Date of birth (6), a sign for the century, three digits and a check character of 31: a shape of its own.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, ALNUM, WHY, Scheme, real_day
from sansi.check.model import Both, Category, Rule, Severity, Shape


def is_hetu(code: str) -> bool:
    """Whether the day exists and the check character belongs to the nine digits."""
    digits = code[:6] + code[-4:-1]
    check = "0123456789ABCDEFHJKLMNPRSTUVWXY"[int(digits) % 31]
    return real_day(int(code[2:4]), int(code[:2])) and check == code[-1]


SCHEME = Scheme(
    labels=(
        "hetu",
        "henkilötunnus",
        "personbeteckning",
        "finnish personal identity code",
        "芬兰个人身份码",
        "芬兰身份码",
    ),
    written=r"[0-3]\d[01]\d{3}[-+A-FU-Y]\d{3}[0-9A-Y]",
    holds=is_hetu,
    shape=Shape(b"[0-3][0-9][01][0-9]{3}[-+A-FU-Y][0-9]{3}[0-9A-Y]", ALNUM | frozenset("-+")),
)

RULE = Rule(
    id="fi-hetu",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("芬兰个人身份码", "Finnish personal identity code (HETU)"),
    why=WHY,
    advice=ADVICE,
    source="Digital and Population Data Services Agency (Finland); Decree 128/2010",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "henkilötunnus «170594-284D»",
        "芬兰个人身份码«170594-284D»",
        "asiakas «170594-284D» saapui",
    ),
    misses=(
        "170594-2840",  # wrong check character
        "320594-2840",  # no such day
        "序列号170594-284D",  # a serial number
    ),
)
