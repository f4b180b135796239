"""葡萄牙税号 · Portuguese taxpayer number (NIF).

Nine digits, the first 1, 2, 3 or 45 for persons, the last a check digit modulo eleven.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, WHY, Scheme
from sansi.check.evidence.remainders import weighted
from sansi.check.model import Both, Category, Rule, Severity


def is_nif(code: str) -> bool:
    """Whether the number is a person's and its check digit holds."""
    check = (11 - weighted(code[:8], range(9, 1, -1)) % 11) % 11 % 10
    return (code[0] in "123" or code[:2] == "45") and check == int(code[8])


SCHEME = Scheme(
    labels=(
        "NIF",
        "número de contribuinte",
        "contribuinte",
        "número de identificação fiscal",
        "portuguese tax number",
        "葡萄牙税号",
    ),
    written=r"\d{3} ?\d{3} ?\d{3}",
    holds=is_nif,
)

RULE = Rule(
    id="pt-nif",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("葡萄牙税号", "Portuguese taxpayer number (NIF)"),
    why=WHY,
    advice=ADVICE,
    source="Decreto-Lei n.º 14/2013 (Portugal)",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "NIF: «274830612»",
        "葡萄牙税号«274830612»",
        "contribuinte n.º «274 830 612»",
    ),
    misses=(
        "NIF 274830610",  # wrong check digit
        "274830612",  # no label
        "NIF 504426295",  # a company's
    ),
)
