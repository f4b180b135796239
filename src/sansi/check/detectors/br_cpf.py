"""巴西个人税号 · Brazilian taxpayer number (CPF).

Nine digits and two check digits modulo eleven, written 000.000.000-00: a shape of its own.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, ALNUM, WHY, Scheme
from sansi.check.evidence.remainders import weighted
from sansi.check.model import Both, Category, Rule, Severity, Shape


def is_cpf(code: str) -> bool:
    """Whether both check digits hold."""
    first = weighted(code, range(10, 1, -1)) * 10 % 11 % 10
    second = weighted(code, range(11, 1, -1)) * 10 % 11 % 10
    return code[9:] == f"{first}{second}"


SCHEME = Scheme(
    labels=("CPF", "巴西个人税号", "巴西税号", "cadastro de pessoas físicas"),
    written=r"\d{3}\.\d{3}\.\d{3}-\d{2}|\d{11}|\d{9}-\d{2}",
    holds=is_cpf,
    shape=Shape(b"[0-9]{3}[.][0-9]{3}[.][0-9]{3}-[0-9]{2}", ALNUM | frozenset(".-")),
    bare=r"\d{3}\.\d{3}\.\d{3}-\d{2}",
)

RULE = Rule(
    id="br-cpf",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("巴西个人税号", "Brazilian taxpayer number (CPF)"),
    why=WHY,
    advice=ADVICE,
    source="Receita Federal do Brasil, Instrução Normativa 1548/2015",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "CPF «417.620.835-07»",
        "巴西税号«41762083507»",
        "cliente «417.620.835-07» pagou",
    ),
    misses=(
        "CPF 417.620.835-00",  # wrong check digits
        "41762083507",  # no label and no shape
        "CPF 111.111.111-11",  # all digits the same
    ),
)
