"""墨西哥人口登记码 · Mexican population registry code (CURP).

Eighteen characters: four letters, date of birth, sex, state, three consonants, one character and a
check digit. Nothing else looks like it.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, ALNUM, WHY, Scheme
from sansi.check.model import Both, Category, Rule, Severity, Shape

_ALPHABET = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ"


def is_curp(code: str) -> bool:
    """Whether the check digit belongs to the seventeen characters before it."""
    total = sum(w * _ALPHABET.index(c) for w, c in zip(range(18, 1, -1), code, strict=False))
    return (10 - total % 10) % 10 == int(code[17])


SCHEME = Scheme(
    labels=("curp", "墨西哥人口登记码"),
    written=r"[A-Z]{4}\d{6}[HMX][A-Z]{5}[0-9A-Z]\d",
    holds=is_curp,
    shape=Shape(b"[A-Z]{4}[0-9]{6}[HMX][A-Z]{5}[0-9A-Z][0-9]", ALNUM),
)

RULE = Rule(
    id="mx-curp",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("墨西哥人口登记码", "Mexican population registry code (CURP)"),
    why=WHY,
    advice=ADVICE,
    source="RENAPO, Instructivo Normativo para la Asignación de la CURP",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "CURP: «SOVM790326MDFLRR01»",
        "墨西哥人口登记码«SOVM790326MDFLRR01»",
        "solicitante «SOVM790326MDFLRR01»",
    ),
    misses=(
        "CURP: SOVM790326MDFLRR00",  # wrong check digit
        "SOVM790326MDFLRR017",  # a digit touches it
        "订单号SOVM790326MDFLRR01",  # an order number
    ),
)
