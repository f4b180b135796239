"""英国国民保险号 · UK National Insurance number (NINO).

Two prefix letters, six digits and a suffix A to D. There is no check digit, but most prefixes are
never given out.
"""

from __future__ import annotations

from sansi.check.evidence.national import ADVICE, ALNUM, WHY, Scheme
from sansi.check.model import Both, Category, Rule, Severity, Shape

_NEVER = frozenset({"BG", "GB", "NK", "KN", "TN", "NT", "ZZ"})


def is_nino(code: str) -> bool:
    """Whether the prefix is one that HMRC gives out."""
    return code[0] not in "DFIQUV" and code[1] not in "DFIOQUV" and code[:2] not in _NEVER


SCHEME = Scheme(
    labels=(
        "national insurance",
        "nino",
        "ni number",
        "ni no",
        "NI:",
        "英国国民保险号",
        "国民保险号",
        "国民保险号码",
        "国家保险号",
    ),
    written=r"[A-Z]{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?[A-D]",
    holds=is_nino,
    checked=False,
    shape=Shape(
        b"[A-Z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]",
        ALNUM | frozenset(" "),
    ),
    bare=r"[A-Z]{2}(?:\d{6}| \d{2} \d{2} \d{2} )[A-D]",
    # HMRC's own example in its letters and manuals.
    ignore=frozenset({"QQ123456C", "AB123456C"}),
)

RULE = Rule(
    id="uk-nino",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("英国国民保险号", "UK National Insurance number"),
    why=WHY,
    advice=ADVICE,
    source="HMRC National Insurance Manual NIM39110",
    triggers=SCHEME.triggers,
    find=SCHEME.find,
    keep=(0, 1),
    hits=(
        "NI number: «JG 10 37 59 A»",
        "英国国民保险号«JG103759A»。",
        "雇员«JG 10 37 59 A»入职",
        "employee «JG103759A» joined",
        "National Insurance No. «jg-10-37-59-a»",
        "国民保险号：«ＪＧ１０３７５９Ａ»",
        "· NINO«JG 10 37 59 A» 本周",
        "NI number: «JG103759A»，IBAN：无",
    ),
    misses=(
        "NI number: DG103759A",  # D is no first letter
        "NI number: GB103759A",  # a prefix never given out
        "NI number: JG103759E",  # the suffix ends at D
        "NINO QQ123456C",  # the example of the manuals
        "型号JG103759A",  # a product code
        "XJG103759A",  # a letter touches it
        "JG103759A-2",  # part of a longer code
    ),
)
