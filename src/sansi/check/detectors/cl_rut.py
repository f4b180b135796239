"""智利身份证号 · Chilean identity number (RUT, RUN).

Seven or eight digits and a check character modulo eleven (K for ten), written 12.345.678-5.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, ALNUM, WHY, Scheme
from sansi.check.evidence.remainders import weighted
from sansi.check.model import Both, Category, Rule, Severity, Shape

_WEIGHTS = (2, 3, 4, 5, 6, 7, 2, 3)


def is_rut(code: str) -> bool:
    """Whether the number is a person's (below 50 million) and its check character holds."""
    rest = weighted(code[-2::-1], _WEIGHTS) % 11
    return int(code[:-1]) < 50_000_000 and "0K987654321"[rest] == code[-1]


SCHEME = Scheme(
    labels=("RUT", "RUN", "rol único tributario", "智利身份证号", "智利税号"),
    written=r"\d{1,2}\.?\d{3}\.?\d{3}-[0-9K]",
    holds=is_rut,
    shape=Shape(b"[0-9]{1,2}[.][0-9]{3}[.][0-9]{3}-[0-9kK]", ALNUM | frozenset(".-")),
    bare=r"\d{1,2}\.\d{3}\.\d{3}-[0-9K]",
    ignore=frozenset({"123456785"}),
)

RULE = Rule(
    id="cl-rut",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("智利身份证号", "Chilean identity number (RUT, RUN)"),
    why=WHY,
    advice=ADVICE,
    source="Servicio de Registro Civil e Identificación (Chile)",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "RUT «17.482.936-5»",
        "智利身份证号«17.482.936-5»",
        "paciente «17.482.936-5» presente",
    ),
    misses=(
        "RUT 17.482.936-0",  # wrong check character
        "174829365",  # no label and no dots
        "RUT 76.123.456-0",  # a company's
    ),
)
