"""澳大利亚税号 · Australian tax file number (TFN).

Nine digits (eight in old ones), whose weighted sum is a multiple of eleven.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, WHY, Scheme
from sansi.check.evidence.remainders import weighted
from sansi.check.model import Both, Category, Rule, Severity

_WEIGHTS = {9: (1, 4, 3, 7, 5, 8, 6, 9, 10), 8: (10, 7, 8, 4, 6, 3, 5, 1)}


def is_tfn(code: str) -> bool:
    """Whether the weighted sum of the eight or nine digits is a multiple of eleven."""
    return weighted(code, _WEIGHTS[len(code)]) % 11 == 0


SCHEME = Scheme(
    labels=("TFN", "tax file number", "tax file no", "澳大利亚税号", "澳洲税号", "税务档案号", "税号"),
    written=r"\d{3}[ -]?\d{3}[ -]?\d{2,3}",
    holds=is_tfn,
)

RULE = Rule(
    id="au-tfn",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("澳大利亚税号", "Australian tax file number (TFN)"),
    why=WHY,
    advice=ADVICE,
    source="Australian Taxation Office, TFN algorithm",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "TFN: «648 100 009»",
        "澳洲税号：«648100009»",
        "tax file number «648-100-009»",
    ),
    misses=(
        "TFN 648100000",  # wrong check digit
        "648100009",  # no label
        "my TFN is 123 456 782",  # the number of every form's example
    ),
)
