"""加拿大社会保险号 · Canadian Social Insurance Number (SIN).

Nine digits, the last a Luhn check digit; the first is never 0 or 8. Millions of other numbers
pass the same check, so it is only claimed behind its label.
"""

from __future__ import annotations

from sansi.check.evidence.checksums import luhn
from sansi.check.evidence.national import ADVICE, WHY, Scheme
from sansi.check.model import Both, Category, Rule, Severity


def is_sin(code: str) -> bool:
    """Whether the nine digits are in a series that is issued and pass the Luhn check."""
    return code[0] not in "08" and luhn(code)


SCHEME = Scheme(
    labels=(
        "SIN",
        "social insurance number",
        "社会保险号",
        "社会保险号码",
        "社会保險號",
        "numéro d'assurance sociale",
        "NAS",
    ),
    written=r"\d{3}[ -]?\d{3}[ -]?\d{3}",
    holds=is_sin,
)

RULE = Rule(
    id="ca-sin",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("加拿大社会保险号", "Canadian Social Insurance Number (SIN)"),
    why=WHY,
    advice=ADVICE,
    source="Employment and Social Development Canada, Social Insurance Number Code of Practice",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "SIN: «932-401-003»",
        "加拿大社会保险号«932401003»。",
        "Her Social Insurance Number is «932 401 003».",
    ),
    misses=(
        "SIN: 932401000",  # wrong check digit
        "932401003 without its label",  # no label
        "business 932401003",  # a word that ends in the label
        "SIN 000 000 000",  # never given out
    ),
)
