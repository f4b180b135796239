"""比利时国民登记号 · Belgian national number.

Date of birth (6), order (3) and 97 minus the rest modulo 97 (a 2 in front for births from 2000 on),
written 85.07.30-033.28.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, ALNUM, WHY, Scheme
from sansi.check.model import Both, Category, Rule, Severity, Shape


def is_nn(code: str) -> bool:
    """Whether the month may be one and the two check digits hold, in either century.

    Months count from 20 or 40 on for those who have no birth certificate or are not residents.
    """
    rest = int(code[9:])
    return int(code[2:4]) % 20 <= 12 and rest in (97 - int(code[:9]) % 97, 97 - int("2" + code[:9]) % 97)


SCHEME = Scheme(
    labels=(
        "rijksregisternummer",
        "registre national",
        "numéro national",
        "national number",
        "rijksregister",
        "INSZ",
        "NISS",
        "比利时国民登记号",
        "比利时身份号码",
    ),
    written=r"\d{2}\.?\d{2}\.?\d{2}[- ]?\d{3}\.?\d{2}",
    holds=is_nn,
    shape=Shape(b"[0-9]{2}[.][0-9]{2}[.][0-9]{2}-[0-9]{3}[.][0-9]{2}", ALNUM | frozenset(".-")),
    bare=r"\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}",
)

RULE = Rule(
    id="be-nn",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("比利时国民登记号", "Belgian national number"),
    why=WHY,
    advice=ADVICE,
    source="Arrêté royal du 3 avril 1984 (Belgium)",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "rijksregisternummer «74031826721»",
        "比利时国民登记号«74.03.18-267.21»",
        "patient «74.03.18-267.21»",
    ),
    misses=(
        "NISS 74.03.18-267.20",  # wrong check digits
        "74031826721",  # no label and no dots
        "订单号74.03.18-267.21",  # an order number
    ),
)
