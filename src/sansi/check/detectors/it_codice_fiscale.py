"""意大利税号 · Italian tax code (codice fiscale).

Sixteen characters: surname (3), name (3), year, month letter and day of birth, place (4) and a check
letter. Nothing else looks like it.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, ALNUM, WHY, Scheme
from sansi.check.model import Both, Category, Rule, Severity, Shape

_ODD = (1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23)


def _worth(c: str) -> int:
    return int(c) if c.isdigit() else ord(c) - ord("A")


def is_codice_fiscale(code: str) -> bool:
    """Whether the check letter belongs to the fifteen characters before it."""
    total = sum(_ODD[_worth(c)] for c in code[:15:2]) + sum(_worth(c) for c in code[1:15:2])
    return chr(ord("A") + total % 26) == code[15]


SCHEME = Scheme(
    labels=("codice fiscale", "意大利税号", "意大利税务代码", "italian tax code"),
    written=r"[A-Z]{6} ?[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2} ?[A-Z][0-9LMNPQRSTUV]{3}[A-Z]",
    holds=is_codice_fiscale,
    shape=Shape(
        b"[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]",
        ALNUM,
    ),
)

RULE = Rule(
    id="it-codice-fiscale",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("意大利税号", "Italian tax code (codice fiscale)"),
    why=WHY,
    advice=ADVICE,
    source="Decreto Ministeriale 12 marzo 1974, n. 2227",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "codice fiscale «VRDLGU81C47F205T»",
        "意大利税号«VRDLGU81C47F205T»",
        "税号«VRDLGU81C47F205T»已登记",
    ),
    misses=(
        "VRDLGU81C47F205A",  # wrong check letter
        "XVRDLGU81C47F205T",  # a letter touches it
        "VRDLGU******205T",  # masked
    ),
)
