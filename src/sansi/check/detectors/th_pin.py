"""泰国身份证号 · Thai identification number (PIN).

Thirteen digits, the last a check digit modulo eleven, written 1-2345-67890-12-1.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, ALNUM, WHY, Scheme
from sansi.check.evidence.remainders import weighted
from sansi.check.model import Both, Category, Rule, Severity, Shape


def is_pin(code: str) -> bool:
    """Whether the last of the thirteen digits is the check digit of the others."""
    return code[0] not in "09" and (11 - weighted(code[:12], range(13, 1, -1)) % 11) % 10 == int(code[12])


SCHEME = Scheme(
    labels=("เลขประจำตัวประชาชน", "thai id", "thai national id", "泰国身份证", "泰国身份证号"),
    written=r"[1-8](?:[- ]?\d{4})[- ]?\d{5}[- ]?\d{2}[- ]?\d",
    holds=is_pin,
    shape=Shape(b"[1-8]-[0-9]{4}-[0-9]{5}-[0-9]{2}-[0-9]", ALNUM | frozenset("-")),
    bare=r"[1-8]-\d{4}-\d{5}-\d{2}-\d",
)

RULE = Rule(
    id="th-pin",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("泰国身份证号", "Thai identification number (PIN)"),
    why=WHY,
    advice=ADVICE,
    source="Department of Provincial Administration, Thailand; Civil Registration Act B.E. 2534",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 2),
    hits=(
        "Thai ID «3609402715389»",
        "泰国身份证号«3-6094-02715-38-9»",
        "旅客«3-6094-02715-38-9»入住",
    ),
    misses=(
        "Thai ID 3-6094-02715-38-0",  # wrong check digit
        "3609402715389",  # no label and no dashes
        "编号3-6094-02715-38-9",  # a serial number
    ),
)
