"""澳门居民身份证号 · Macao resident identity card number (BIR).

Seven digits, the first 1, 5 or 7, and a check digit in brackets whose rule is not published: it needs
its label.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, WHY, Scheme
from sansi.check.model import Both, Category, Rule, Severity


def is_bir(code: str) -> bool:
    """Whether the number is of a series that is given out."""
    return code[0] in "157"


SCHEME = Scheme(
    labels=(
        "澳门身份证",
        "澳門身份證",
        "澳门居民身份证",
        "澳门永久性居民身份证",
        "macao id",
        "macau id",
        "macao resident identity card",
        "macau resident identity card",
        "BIR",
    ),
    written=r"\d{7} ?\(\d\)|\d{7}/\d|\d{8}",
    holds=is_bir,
    checked=False,
)

RULE = Rule(
    id="mo-bir",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("澳门居民身份证号", "Macao resident identity card number (BIR)"),
    why=WHY,
    advice=ADVICE,
    source="Direcção dos Serviços de Identificação, Macao",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "澳门居民身份证号码«5182736(4)»",
        "Macau ID: «5182736(4)»",
        "澳門身份證«51827364»",
    ),
    misses=(
        "5182736(4)",  # no label
        "澳门身份证 9182736(4)",  # no such series
        "澳门身份证 518273",  # too short
    ),
)
