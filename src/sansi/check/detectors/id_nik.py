"""印度尼西亚身份证号 · Indonesian identity number (NIK).

Sixteen digits: district (6), date of birth (6, the day plus 40 for women), order (4). There is no
check digit, so it needs its label.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, WHY, Scheme, real_day
from sansi.check.model import Both, Category, Rule, Severity


def is_nik(code: str) -> bool:
    """Whether the province is one of 11 to 97 and the day exists."""
    return 11 <= int(code[:2]) <= 97 and real_day(int(code[8:10]), int(code[6:8]) % 40)


SCHEME = Scheme(
    labels=(
        "NIK",
        "nomor induk kependudukan",
        "no. ktp",
        "no ktp",
        "KTP",
        "印尼身份证",
        "印尼身份证号",
        "印度尼西亚身份证号",
    ),
    written=r"\d{16}|\d{4} \d{4} \d{4} \d{4}",
    holds=is_nik,
    checked=False,
)

RULE = Rule(
    id="id-nik",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("印度尼西亚身份证号", "Indonesian identity number (NIK)"),
    why=WHY,
    advice=ADVICE,
    source="Undang-Undang 24/2013 (Indonesia); Kemendagri codes of provinces",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "NIK: «3174065803840021»",
        "印尼身份证号«3174065803840021»",
        "No. KTP «3174065803840021»",
    ),
    misses=(
        "3174065803840021",  # no label
        "NIK 3174065813840021",  # no such month
        "NIK 0174065803840021",  # no such province
    ),
)
