"""阿根廷劳工识别号 · Argentine labour identification number (CUIL, CUIT).

A prefix for the kind of person (20, 23, 24, 27), the identity document (8) and a check digit, written
20-12345678-6.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, ALNUM, WHY, Scheme
from sansi.check.evidence.remainders import weighted
from sansi.check.model import Both, Category, Rule, Severity, Shape

_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def is_cuil(code: str) -> bool:
    """Whether the check digit holds."""
    return weighted(code, _WEIGHTS) % 11 == 0


SCHEME = Scheme(
    labels=("CUIL", "CUIT", "阿根廷劳工识别号", "阿根廷税号"),
    written=r"2[0347]-?\d{8}-?\d",
    holds=is_cuil,
    shape=Shape(b"2[0347]-[0-9]{8}-[0-9]", ALNUM | frozenset("-")),
    bare=r"2[0347]-\d{8}-\d",
)

RULE = Rule(
    id="ar-cuil",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("阿根廷劳工识别号", "Argentine labour identification number (CUIL, CUIT)"),
    why=WHY,
    advice=ADVICE,
    source="ANSES and AFIP (Argentina), Resolución General 10/1997",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "CUIL «27-28463019-5»",
        "阿根廷税号«27284630195»",
        "empleada «27-28463019-5»",
    ),
    misses=(
        "CUIL 27-28463019-0",  # wrong check digit
        "27284630195",  # no label and no dashes
        "CUIT 30-71234567-1",  # a company's
    ),
)
