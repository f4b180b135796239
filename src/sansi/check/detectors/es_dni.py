"""西班牙身份证号 · Spanish identity number (DNI, NIE).

Eight digits and a letter; for foreigners X, Y or Z, seven digits and a letter. The letter is the
remainder modulo 23.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, WHY, Scheme
from sansi.check.model import Both, Category, Rule, Severity


def is_dni(code: str) -> bool:
    """Whether the letter is the one that the number demands; X, Y and Z count as 0, 1 and 2."""
    number = code[:-1].replace("X", "0").replace("Y", "1").replace("Z", "2")
    return "TRWAGMYFPDXBNJZSQVHLCKE"[int(number) % 23] == code[-1]


SCHEME = Scheme(
    labels=(
        "DNI",
        "NIE",
        "NIF",
        "documento nacional de identidad",
        "西班牙身份证",
        "西班牙身份证号",
        "西班牙外国人号码",
        "spanish id",
    ),
    written=r"\d{2}\.?\d{3}\.?\d{3}[ -]?[A-Z]|[XYZ][ -]?\d{7}[ -]?[A-Z]",
    holds=is_dni,
    ignore=frozenset({"12345678Z"}),
)

RULE = Rule(
    id="es-dni",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("西班牙身份证号", "Spanish identity number (DNI, NIE)"),
    why=WHY,
    advice=ADVICE,
    source="Real Decreto 1553/2005; Orden INT/2058/2008",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "DNI: «71946203H»",
        "西班牙身份证号«71946203H»",
        "NIE «Y4620317E»",
    ),
    misses=(
        "DNI: 71946203A",  # wrong letter
        "71946203H",  # no label
        "DNI 12345678Z",  # the specimen
    ),
)
