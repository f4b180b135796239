"""新加坡身份证号 · Singapore NRIC or FIN.

S, T, F, G or M, seven digits and a check letter.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, ALNUM, WHY, Scheme
from sansi.check.evidence.remainders import weighted
from sansi.check.model import Both, Category, Rule, Severity, Shape

_WEIGHTS = (2, 7, 6, 5, 4, 3, 2)
_OFFSET = {"S": 0, "T": 4, "F": 0, "G": 4, "M": 3}
_LETTERS = {"S": "JZIHGFEDCBA", "F": "XWUTRQPNMLK", "M": "XWUTRQPNJLK"}


def is_nric(code: str) -> bool:
    """Whether the last letter is the one that the seven digits demand."""
    series = code[0]
    letters = _LETTERS.get(series) or _LETTERS["S" if series == "T" else "F"]
    rest = (weighted(code[1:8], _WEIGHTS) + _OFFSET[series]) % 11
    # The M series counts its letters from the other end.
    return letters[10 - rest if series == "M" else rest] == code[8]


SCHEME = Scheme(
    labels=("NRIC", "新加坡身份证", "新加坡身份证号", "nric no", "FIN"),
    written=r"[STFGM]\d{7}[A-Z]",
    holds=is_nric,
    shape=Shape(b"[STFGM][0-9]{7}[A-Z]", ALNUM),
    ignore=frozenset({"S1234567D"}),
)

RULE = Rule(
    id="sg-nric",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("新加坡身份证号", "Singapore NRIC or FIN"),
    why=WHY,
    advice=ADVICE,
    source="Immigration and Checkpoints Authority, Singapore (published check algorithm)",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "NRIC: «S8362914B»",
        "新加坡身份证号«S8362914B»",
        "乘客«S8362914B»已登机",
    ),
    misses=(
        "NRIC: S8362914A",  # wrong letter
        "S8362914B9",  # a digit touches it
        "型号S8362914B",  # a product code
        "NRIC S1234567D",  # the specimen
        "S****914B",  # masked
    ),
)
