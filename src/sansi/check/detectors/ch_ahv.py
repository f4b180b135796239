"""瑞士社会保险号 · Swiss social insurance number (AHV, AVS).

Thirteen digits, 756 first, with the check digit of an EAN-13, written 756.1234.5678.97.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, ALNUM, WHY, Scheme
from sansi.check.evidence.remainders import weighted
from sansi.check.model import Both, Category, Rule, Severity, Shape


def is_ahv(code: str) -> bool:
    """Whether the check digit holds."""
    return weighted(code, (1, 3) * 6 + (1,)) % 10 == 0


SCHEME = Scheme(
    labels=("AHV", "AVS", "ahv-nummer", "ahv-nr", "numéro avs", "瑞士社会保险号", "瑞士社保号"),
    written=r"756[. ]?\d{4}[. ]?\d{4}[. ]?\d{2}",
    holds=is_ahv,
    shape=Shape(b"756[.][0-9]{4}[.][0-9]{4}[.][0-9]{2}", ALNUM | frozenset(".")),
    bare=r"756\.\d{4}\.\d{4}\.\d{2}",
    ignore=frozenset({"7569217076985", "7561234567897"}),
)

RULE = Rule(
    id="ch-ahv",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("瑞士社会保险号", "Swiss social insurance number (AHV, AVS)"),
    why=WHY,
    advice=ADVICE,
    source="AHVV art. 133 (Switzerland); GS1 General Specifications",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "AHV-Nr. «756.3841.0726.96»",
        "瑞士社保号«7563841072696»",
        "Frau Muster «756.3841.0726.96»",
    ),
    misses=(
        "AHV 756.3841.0726.90",  # wrong check digit
        "7563841072696",  # no label and no dots
        "条码756.3841.0726.96",  # a bar code
    ),
)
