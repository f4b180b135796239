"""统一社会信用代码 · Unified social credit code (GB 32100-2015).

Eighteen characters without I, O, S, V, Z: registering department, kind of body, six digits of the
area, nine characters of the organisation code (GB 11714) and a check character modulo 31.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sansi.check.evidence.checksums import uscc_check
from sansi.check.evidence.context import alone, named, specimen
from sansi.check.evidence.documents import apart, in_one_piece, narrow
from sansi.check.evidence.quick import quick
from sansi.check.evidence.weight import behind, weigh
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Spot, Words

LABELS = r"统一社会信用代码|社会信用代码|信用代码|税号|纳税人识别号|机构代码|USCC|credit\s*code|tax(?:payer)?\s*(?:id|no\.?|number)"
_CODE = quick(r"[1-9ANY][0-9A-HJ-NPQRTUWXY][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}", re.IGNORECASE)
_WORDS = ("信用代码", "税号", "识别号", "credit code")
_APART = quick(apart(" ".join(["[0-9A-Za-z０-９Ａ-Ｚａ-ｚ]"] * 18)))
# No kind of body is a 0, which dates and half of all identity numbers have there or in the area.
_IN_ONE_PIECE = in_one_piece(
    rb"[1-9ANYany][1-9A-HJ-NPQRTUWXYa-hj-npqrtuwxy](?:1[1-9]|[2-7][0-9]|8[0-3])[0-9]{4}"
    rb"[0-9A-HJ-NPQRTUWXYa-hj-npqrtuwxy]{10}"
)
_WITHIN = 64
_LENGTH = 18
_DEPARTMENTS = {"1": "1239", "5": "1239", "9": "123", "Y": "1", "N": "1239", "A": "19"}


def _holds(code: str) -> bool:
    return bool(_CODE.fullmatch(code)) and 11 <= int(code[2:4]) <= 83 and uscc_check(code[:17]) == code[17]


def find(spot: Spot) -> Iterable[Hit]:
    """Codes whose check character holds; in sight of the label also when written apart."""
    text, start, end, _ = spot
    if end - start == _LENGTH:
        return _judged(spot, start, end, text[start:end].upper())
    found = _APART.search(text, end, end + _WITHIN)
    if not found:
        return ()
    start, end = found.span()
    code = text[start:end].upper()
    if len(code) != _LENGTH or not code.isascii():
        return _judged(spot, start, end, re.sub(r"[^0-9A-Z]", "", narrow(code).upper()))
    # In one piece it is a spot of its own, unless it is of the kind that does not exist.
    return _judged(spot, start, end, code) if code[1] == "0" else ()


def _judged(spot: Spot, start: int, end: int, code: str) -> Iterable[Hit]:
    text = spot.text
    if not _holds(code) or not alone(text, start, end) or specimen(text, start):
        return ()
    label = named(spot, start, LABELS)
    # Eighteen digits are an identity number or an order number unless the label says otherwise.
    if not label and (code.isdigit() or code[1] not in _DEPARTMENTS.get(code[0], "123459")):
        return ()
    reason = behind(label, Both("校验码正确", "check character right"))
    return (Hit(start, end, Confidence.CERTAIN, reason, weigh(checked=True, labelled=bool(label))),)


RULE = Rule(
    id="cn-uscc",
    category=Category.PERSONAL_DATA,
    severity=Severity.LOW,
    title=Both("统一社会信用代码", "Unified social credit code"),
    why=Both(
        "个体工商户的代码能查到经营者本人；单位代码可被用来伪造票据合同。",
        "A sole trader's code leads to the person; a body's code helps forge invoices and contracts.",
    ),
    advice=Both(
        "确需公开的（公示、招标）可保留，否则删除。",
        "Keep it where the law asks for it (tenders, public lists); otherwise remove it.",
    ),
    source="GB 32100-2015; GB 11714-1997",
    triggers=(_IN_ONE_PIECE, Words(_WORDS, any_case=True)),
    find=find,
    keep=(2, 4),
    hits=(
        "统一社会信用代码：«91330106MA2H3KQX3B»",
        "公司(«91330106MA2H3KQX3B»)",
        "税号 «9133 0106 MA2H 3KQX 3B»",
        "信用代码«９１３３０１０６ＭＡ２Ｈ３ＫＱＸ３Ｂ»",
    ),
    misses=(
        "统一社会信用代码：91330106MA2H3KQX3C",  # wrong check character
        "统一社会信用代码：91330106MA2H3KQX3B0",  # too long
        "代码 91330106MA2H3KQXIC",  # I is not in the alphabet
        "信用代码：91330106********3B",  # masked
    ),
)
