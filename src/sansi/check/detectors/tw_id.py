"""台湾身份证字号 · Taiwan identity number.

A letter for the county of first registration, 1 or 2 for sex (8 or 9 for residents from abroad, A to D
in their old numbers), and seven or eight digits, the last a check digit.
"""

from __future__ import annotations

from collections.abc import Iterable

from sansi.check.evidence import letter_first
from sansi.check.evidence.national import ADVICE, WHY, Scheme
from sansi.check.evidence.remainders import weighted
from sansi.check.model import Both, Category, Hit, Rule, Severity, Spot

_COUNTIES = "ABCDEFGHJKLMNPQRSTUVXYWZIO"
_WEIGHTS = (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1)


def is_tw_id(code: str) -> bool:
    """Whether the weighted sum, letters as 10 to 35 in the order of the counties, ends in 0."""
    second = code[1] if code[1].isdigit() else str(_COUNTIES.index(code[1]) % 10)
    digits = f"{_COUNTIES.index(code[0]) + 10}{second}{code[2:]}"
    return weighted(digits, _WEIGHTS) % 10 == 0


SCHEME = Scheme(
    labels=(
        "身份證字號",
        "身分證字號",
        "身份证字号",
        "身分证字号",
        "身分證",
        "台湾身份证",
        "臺灣身分證",
        "台胞身份证",
        "國民身分證",
        "统一证号",
        "統一證號",
        "taiwan id",
        "national id",
        "身份证号",
    ),
    written=r"[A-Z][1289A-D]\d{8}",
    holds=is_tw_id,
    ignore=frozenset({"A123456789"}),
)


def find(spot: Spot) -> Iterable[Hit]:
    """The numbers a label points at, or those in a run of the shape."""
    return letter_first.find(SCHEME, spot)


RULE = Rule(
    id="tw-id",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("台湾身份证字号", "Taiwan identity number"),
    why=WHY,
    advice=ADVICE,
    source="Household Registration Act, numbering scheme of 1969 with changes of 2021",
    triggers=SCHEME.triggers,
    find=find,
    keep=(0, 2),
    hits=(
        "身分證字號：«F237614901»",
        "台湾身份证«F237614901»已核对",
        "Taiwan ID «F237614901»",
    ),
    misses=(
        "身分證字號 F237614900",  # wrong check digit
        "F237614901",  # no label
        "身分證字號 A123456789",  # the specimen
        "身分證字號 F337614901",  # neither 1 nor 2
    ),
)
