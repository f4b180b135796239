"""印度永久账号 · Indian permanent account number (PAN).

Five letters, four digits and a letter; the fourth letter tells the holder's kind (P a person).
Its check letter's rule is not published, so it is only claimed behind its label.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, WHY, Scheme
from sansi.check.model import Both, Category, Rule, Severity


def is_pan(code: str) -> bool:
    """Whether the code is that of a natural person: bodies may publish theirs."""
    return code[3] in "PH"


SCHEME = Scheme(
    labels=("PAN", "permanent account number", "永久账号", "印度税号"),
    written=r"[A-Z]{5}\d{4}[A-Z]",
    holds=is_pan,
    checked=False,
)

RULE = Rule(
    id="in-pan",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("印度永久账号", "Indian permanent account number (PAN)"),
    why=WHY,
    advice=ADVICE,
    source="Income-tax Rules 1962, rule 114 (India)",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "PAN: «BKQPS4172M»",
        "印度永久账号«BKQPS4172M»。",
        "Permanent Account Number (PAN) «BKQPS4172M»",
    ),
    misses=(
        "BKQPS4172M",  # no label
        "PAN: BKQCS4172M",  # a company's
        "pan BKQPS4172M",  # a pan is for cooking
        "PAN: BKQPS41729",  # ends in a digit
    ),
)
