"""爱尔兰个人公共服务号 · Irish personal public service number (PPS).

Seven digits, a check letter modulo 23, and sometimes a second letter.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, WHY, Scheme
from sansi.check.evidence.remainders import weighted
from sansi.check.model import Both, Category, Rule, Severity


def is_pps(code: str) -> bool:
    """Whether the check letter holds; a second letter counts nine times, W not at all."""
    extra = 9 * (ord(code[8]) - ord("A") + 1) if code[8:] not in ("", "W") else 0
    rest = (weighted(code[:7], range(8, 1, -1)) + extra) % 23
    return "WABCDEFGHIJKLMNOPQRSTUV"[rest] == code[7]


SCHEME = Scheme(
    labels=(
        "PPS",
        "PPSN",
        "pps number",
        "personal public service",
        "爱尔兰个人公共服务号",
        "爱尔兰公共服务号",
    ),
    written=r"\d{7}[A-W][A-IW]?",
    holds=is_pps,
)

RULE = Rule(
    id="ie-pps",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("爱尔兰个人公共服务号", "Irish personal public service number (PPS)"),
    why=WHY,
    advice=ADVICE,
    source="Department of Social Protection, Ireland; Social Welfare Consolidation Act 2005",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "PPS number «4173826H»",
        "爱尔兰公共服务号«4173826H»",
        "PPSN: «4173826HW»",
    ),
    misses=(
        "PPSN 4173826W",  # wrong letter
        "4173826H",  # no label
        "PPSN 4173826H99",  # digits touch it
    ),
)
