"""土耳其身份号码 · Turkish identity number (TCKN).

Eleven digits, the first not 0, the last two check digits.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, WHY, Scheme
from sansi.check.model import Both, Category, Rule, Severity


def is_tckn(code: str) -> bool:
    """Whether both check digits hold."""
    d = [int(c) for c in code]
    tenth = (7 * sum(d[0:9:2]) - sum(d[1:8:2])) % 10
    return d[0] != 0 and d[9] == tenth and d[10] == sum(d[:10]) % 10


SCHEME = Scheme(
    labels=(
        "TCKN",
        "T.C. Kimlik",
        "TC Kimlik",
        "kimlik no",
        "kimlik numarası",
        "turkish id",
        "土耳其身份号码",
        "土耳其身份证号",
        "土耳其身份证",
    ),
    written=r"\d{11}",
    holds=is_tckn,
)

RULE = Rule(
    id="tr-tckn",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("土耳其身份号码", "Turkish identity number (TCKN)"),
    why=WHY,
    advice=ADVICE,
    source="Nüfus Hizmetleri Kanunu 5490 (MERNİS numbering)",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "T.C. Kimlik No: «47291836000»",
        "土耳其身份证号«47291836000»",
    ),
    misses=(
        "TCKN 47291836001",  # wrong check digits
        "47291836000",  # no label
        "TCKN 07291836000",  # begins with 0
    ),
)
