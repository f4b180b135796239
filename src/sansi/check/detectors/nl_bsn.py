"""荷兰公民服务号 · Dutch citizen service number (BSN).

Eight or nine digits that pass the eleven test.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, WHY, Scheme
from sansi.check.evidence.remainders import weighted
from sansi.check.model import Both, Category, Rule, Severity

_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def is_bsn(code: str) -> bool:
    """Whether the weighted sum is a multiple of eleven; eight digits have a leading 0."""
    return weighted(code.zfill(9), _WEIGHTS) % 11 == 0


SCHEME = Scheme(
    labels=("BSN", "burgerservicenummer", "sofinummer", "荷兰公民服务号", "荷兰社保号", "公民服务号"),
    written=r"\d{3}[ .]?\d{3}[ .]?\d{2,3}|\d{4}[ .]\d{2}[ .]\d{3}",
    holds=is_bsn,
)

RULE = Rule(
    id="nl-bsn",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("荷兰公民服务号", "Dutch citizen service number (BSN)"),
    why=WHY,
    advice=ADVICE,
    source="Wet algemene bepalingen burgerservicenummer, art. 2",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "BSN: «284630755»",
        "荷兰公民服务号«284630755»",
        "burgerservicenummer «284 630 755»",
    ),
    misses=(
        "BSN 284630750",  # wrong check digit
        "284630755",  # no label
        "BSN 000000000",  # never given out
    ),
)
