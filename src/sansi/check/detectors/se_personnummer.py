"""瑞典个人号码 · Swedish personal identity number (personnummer).

Date of birth (6 or 8 digits; the day plus 60 for coordination numbers), three digits and a Luhn
check digit over the last ten.
"""

from __future__ import annotations

from sansi.check.evidence.checksums import luhn
from sansi.check.evidence.national import ADVICE, WHY, Scheme, real_day
from sansi.check.model import Both, Category, Rule, Severity


def is_personnummer(code: str) -> bool:
    """Whether the day exists and the last ten digits pass the Luhn check."""
    ten = code[-10:]
    return real_day(int(ten[2:4]), int(ten[4:6]) % 60) and luhn(ten)


SCHEME = Scheme(
    labels=(
        "personnummer",
        "personnr",
        "samordningsnummer",
        "swedish personal number",
        "swedish id",
        "瑞典个人号码",
        "瑞典身份号码",
        "瑞典人口号",
    ),
    written=r"(?:19|20)?\d{6}[-+ ]?\d{4}",
    holds=is_personnummer,
)

RULE = Rule(
    id="se-personnummer",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("瑞典个人号码", "Swedish personal identity number (personnummer)"),
    why=WHY,
    advice=ADVICE,
    source="Folkbokföringslag (1991:481), 18 §",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "personnummer: «680417-2937»",
        "瑞典个人号码«680417-2937»",
        "Personnummer «19680417-2937»",
    ),
    misses=(
        "personnummer 680417-2930",  # wrong check digit
        "680417-2937",  # no label
        "personnummer 681397-2937",  # no such day
    ),
)
