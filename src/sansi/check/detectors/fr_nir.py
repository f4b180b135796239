"""法国社会保障号 · French social security number (NIR).

Thirteen characters (sex, year and month of birth, département, commune, order) and a key of two
digits: 97 minus the number modulo 97. Corsica's 2A and 2B count as 19 and 18.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, ALNUM, WHY, Scheme
from sansi.check.model import Both, Category, Rule, Severity, Shape


def is_nir(code: str) -> bool:
    """Whether the key of two digits belongs to the thirteen characters before it."""
    body = code[:13].replace("2A", "19", 1).replace("2B", "18", 1)
    return body.isdigit() and 97 - int(body) % 97 == int(code[13:])


SCHEME = Scheme(
    labels=(
        "NIR",
        "sécurité sociale",
        "securite sociale",
        "social security number",
        "法国社保号",
        "法国社会保障号",
        "社会保障号",
        "numéro insee",
        "INSEE",
    ),
    written=r"[12] ?\d{2} ?[0-9]{2} ?\d[\dAB] ?\d{3} ?\d{3} ?\d{2}",
    holds=is_nir,
    shape=Shape(b"[12] [0-9]{2} [0-9]{2} [0-9][0-9AB] [0-9]{3} [0-9]{3} [0-9]{2}", ALNUM | frozenset(" ")),
)

RULE = Rule(
    id="fr-nir",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("法国社会保障号", "French social security number (NIR)"),
    why=WHY,
    advice=ADVICE,
    source="INSEE, Répertoire national d'identification des personnes physiques",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "NIR «2 84 06 75 128 304 90»",
        "法国社会保障号«284067512830490»",
        "née en 1984, «2 84 06 75 128 304 90»",
    ),
    misses=(
        "NIR 2 84 06 75 128 304 91",  # wrong key
        "284067512830490",  # one piece without a label
        "NIR 384067512830490",  # sex is 1 or 2
    ),
)
