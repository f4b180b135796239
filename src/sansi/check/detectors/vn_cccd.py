"""越南公民身份证号 · Vietnamese citizen identity number (CCCD).

Twelve digits: province (3), century and sex (1), year of birth (2), six random ones. There is no
check digit, so it needs its label.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, WHY, Scheme
from sansi.check.model import Both, Category, Rule, Severity


def is_cccd(code: str) -> bool:
    """Whether the province is one of 001 to 096 and the century digit is in use."""
    return 1 <= int(code[:3]) <= 96 and code[3] in "0123"


SCHEME = Scheme(
    labels=(
        "CCCD",
        "căn cước công dân",
        "căn cước",
        "số định danh cá nhân",
        "越南身份证",
        "越南公民身份证号",
        "越南身份证号",
    ),
    written=r"\d{12}|\d{3} \d{3} \d{3} \d{3}",
    holds=is_cccd,
    checked=False,
)

RULE = Rule(
    id="vn-cccd",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("越南公民身份证号", "Vietnamese citizen identity number (CCCD)"),
    why=WHY,
    advice=ADVICE,
    source="Nghị định 137/2015/NĐ-CP (Viet Nam), art. 13; Thông tư 59/2021/TT-BCA",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "CCCD: «034188204617»",
        "越南身份证号«034188204617»",
        "Số căn cước: «034188204617»",
    ),
    misses=(
        "034188204617",  # no label
        "CCCD 097188204617",  # no such province
        "CCCD 034988204617",  # no such century
    ),
)
