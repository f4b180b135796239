"""挪威国民身份号 · Norwegian national identity number (fødselsnummer).

Date of birth (6; the first digit plus 4 for D-numbers), three digits and two check digits.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, WHY, Scheme, real_day
from sansi.check.evidence.remainders import weighted
from sansi.check.model import Both, Category, Rule, Severity

_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def is_fnr(code: str) -> bool:
    """Whether the day exists and both check digits hold."""
    real = real_day(int(code[2:4]), int(code[:2]) % 40)
    return real and weighted(code, _FIRST) % 11 == 0 and weighted(code, _SECOND) % 11 == 0


SCHEME = Scheme(
    labels=(
        "fødselsnummer",
        "fodselsnummer",
        "personnummer",
        "d-nummer",
        "fnr",
        "norwegian national id",
        "挪威国民身份号",
        "挪威身份号码",
    ),
    written=r"\d{6} ?\d{5}",
    holds=is_fnr,
)

RULE = Rule(
    id="no-fnr",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("挪威国民身份号", "Norwegian national identity number (fødselsnummer)"),
    why=WHY,
    advice=ADVICE,
    source="Folkeregisterforskriften (Norway), § 2-2-1",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "fødselsnummer «22067104858»",
        "挪威身份号码«22067104858»",
        "Fnr: «220671 04858»",
    ),
    misses=(
        "fnr 22067104850",  # wrong check digits
        "22067104858",  # no label
        "fnr 22137154888",  # no such month
    ),
)
