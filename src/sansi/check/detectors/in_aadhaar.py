"""印度 Aadhaar 身份号 · Indian Aadhaar number.

Twelve digits that begin with 2 to 9, the last a Verhoeff check digit.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, WHY, Scheme
from sansi.check.evidence.remainders import verhoeff
from sansi.check.model import Both, Category, Rule, Severity


def is_aadhaar(code: str) -> bool:
    """Whether the twelve digits begin as they must, read differently backwards and pass Verhoeff."""
    return code[0] not in "01" and code != code[::-1] and verhoeff(code)


SCHEME = Scheme(
    labels=("aadhaar", "aadhar", "आधार", "UIDAI", "印度身份证", "印度身份号"),
    written=r"\d{4}[ -]?\d{4}[ -]?\d{4}",
    holds=is_aadhaar,
)

RULE = Rule(
    id="in-aadhaar",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("印度 Aadhaar 身份号", "Indian Aadhaar number"),
    why=WHY,
    advice=ADVICE,
    source="UIDAI, Aadhaar numbering scheme",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "Aadhaar: «5831 7462 0049»",
        "印度身份证号«583174620049»",
        "aadhaar no. «5831-7462-0049»",
    ),
    misses=(
        "Aadhaar 583174620040",  # wrong check digit
        "583174620049",  # no label
        "Aadhaar 183174620049",  # begins with 1
    ),
)
