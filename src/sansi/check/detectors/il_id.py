"""以色列身份号码 · Israeli identity number (Teudat Zehut).

Nine digits, the last a Luhn check digit.
"""

from __future__ import annotations

from sansi.check.evidence.checksums import luhn
from sansi.check.evidence.national import ADVICE, WHY, Scheme
from sansi.check.model import Both, Category, Rule, Severity


def is_il_id(code: str) -> bool:
    """Whether the check digit holds."""
    return luhn(code)


SCHEME = Scheme(
    labels=("teudat zehut", "תעודת זהות", "ת.ז", "israeli id", "以色列身份号码", "以色列身份证号"),
    written=r"\d{8}-?\d",
    holds=is_il_id,
)

RULE = Rule(
    id="il-id",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("以色列身份号码", "Israeli identity number (Teudat Zehut)"),
    why=WHY,
    advice=ADVICE,
    source="Population and Immigration Authority, Israel",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "Teudat Zehut: «307482612»",
        "以色列身份证号«307482612»",
        "ת.ז. «307482612»",
    ),
    misses=(
        "Israeli ID 307482610",  # wrong check digit
        "307482612",  # no label
        "Israeli ID 000000000",  # never given out
    ),
)
