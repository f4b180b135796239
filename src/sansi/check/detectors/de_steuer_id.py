"""德国税务识别号 · German tax identification number (Steuer-ID).

Eleven digits, the first not 0, the last a check digit by ISO/IEC 7064 MOD 11,10. Among the first ten
one digit comes twice or thrice, at least one other is missing.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, WHY, Scheme
from sansi.check.evidence.remainders import mod_11_10
from sansi.check.model import Both, Category, Rule, Severity


def is_steuer_id(code: str) -> bool:
    """Whether the digits repeat as they must and the check digit holds."""
    shape = (len(set(code[:10])), max(code[:10].count(d) for d in code[:10]))
    return code[0] != "0" and shape in ((9, 2), (8, 3)) and mod_11_10(code)


SCHEME = Scheme(
    labels=(
        "steuer-id",
        "steuer-idnr",
        "steueridentifikationsnummer",
        "steuerliche identifikationsnummer",
        "identifikationsnummer",
        "IdNr",
        "german tax id",
        "german tax number",
        "德国税号",
        "德国税务识别号",
        "税务识别号",
    ),
    written=r"\d{2} ?\d{3} ?\d{3} ?\d{3}",
    holds=is_steuer_id,
)

RULE = Rule(
    id="de-steuer-id",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("德国税务识别号", "German tax identification number (Steuer-ID)"),
    why=WHY,
    advice=ADVICE,
    source="Abgabenordnung §139b; ISO/IEC 7064",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "Steuer-ID: «65 929 710 439»",
        "德国税号«65929710439»",
        "Steueridentifikationsnummer «65929710439»",
    ),
    misses=(
        "Steuer-ID: 65929710430",  # wrong check digit
        "65929710439",  # no label
        "Steuer-ID: 05929710439",  # begins with 0
    ),
)
