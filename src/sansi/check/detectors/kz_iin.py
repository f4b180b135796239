"""哈萨克斯坦个人识别号 · Kazakh individual identification number (IIN).

Date of birth (6), century and sex (1), four digits and a check digit modulo eleven.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, WHY, Scheme, real_day
from sansi.check.evidence.remainders import weighted
from sansi.check.model import Both, Category, Rule, Severity


def is_iin(code: str) -> bool:
    """Whether the day exists and the check digit holds, with the second weights after a 10."""
    rest = weighted(code[:11], range(1, 12)) % 11
    if rest == 10:
        rest = weighted(code[:11], (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)) % 11
    return real_day(int(code[2:4]), int(code[4:6])) and code[6] in "123456" and rest == int(code[11])


SCHEME = Scheme(
    labels=("ИИН", "ЖСН", "IIN", "哈萨克斯坦个人识别号", "哈萨克斯坦身份号码"),
    written=r"\d{12}",
    holds=is_iin,
)

RULE = Rule(
    id="kz-iin",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("哈萨克斯坦个人识别号", "Kazakh individual identification number (IIN)"),
    why=WHY,
    advice=ADVICE,
    source="Закон Республики Казахстан № 223-III (2007)",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "ИИН: «840615310601»",
        "ИИН: «840615350202»",
        "哈萨克斯坦身份号码«840615350202»",
    ),
    misses=(
        "ИИН 840615350200",  # wrong check digit
        "840615350202",  # no label
        "ИИН 841315350222",  # no such month
    ),
)
