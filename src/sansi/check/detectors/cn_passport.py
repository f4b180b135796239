"""中国护照号 · Chinese passport number (GA/T 1132 series; ICAO Doc 9303).

Ordinary: E and eight digits, or E, a letter and seven digits; before 2012 G and eight digits.
Diplomatic D, DE; service S, SE; public affairs P, PE; Hong Kong K, KJ, H; Macau M, MA. There is
no check digit outside the machine-readable zone, so a label must be near.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sansi.check.evidence.context import alone, order_number, specimen
from sansi.check.evidence.countries import country_in
from sansi.check.evidence.documents import apart, in_one_piece, label_near, narrow, owner_before
from sansi.check.evidence.quick import quick
from sansi.check.evidence.weight import weigh
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Spot, Words

LABELS = r"护\s*照(?:号码?)?|passport(?:\s*(?:number|no\.?|#))?|旅行证件|出入境证件|证件号码?"
_NUMBER = quick(
    r"(?:[EGDSPKM][0-9]{8}|[GDSP][0-9]{7}|[EK][A-HJ-NP-Z][0-9]{7}|[DSP]E[0-9]{7}|14[0-9]{7}|15[0-9]{7})",
    re.IGNORECASE,
)
# In sight of its label the number may be full width or written apart.
_APART = quick(
    apart("[EGDSPＥＧＤＳＰegdsp] (?:[A-HJ-NP-ZＡ-ＨＪ-ＮＰ-Ｚa-hj-np-z]|[0-9０-９])" + " [0-9０-９]" * 7)
)
_LENGTH = 9
_LABEL_WORDS = Words(("护照", "passport"), any_case=True)
_IN_ONE_PIECE = in_one_piece(
    rb"[EGDSPKMegdspkm][0-9]{8}|[GDSPgdsp][0-9]{7}|[EKek][A-HJ-NP-Za-hj-np-z][0-9]{7}|[DSPdsp][Ee][0-9]{7}"
)
_WITHIN = 40
_TIED = quick(r"[-_][0-9A-Za-z]")


def find(spot: Spot) -> Iterable[Hit]:
    """Passport numbers behind or near a label."""
    text, start, end, _ = spot
    if text[end - 1].isdigit():
        return _judged(spot, start, end)
    found = _APART.search(text, end, end + _WITHIN)
    if not found or (len(found[0]) == _LENGTH and found[0].isascii()):
        return ()  # in one piece it is a spot of its own
    plain = re.sub(r"[^0-9A-Z]", "", narrow(found[0]).upper())
    return _judged(spot, found.start(), found.end()) if _NUMBER.fullmatch(plain) else ()


def _judged(spot: Spot, start: int, end: int) -> Iterable[Hit]:
    text = spot.text
    if (
        not alone(text, start, end)
        or _TIED.match(text, end)
        or order_number(text, start)
        or specimen(text, start)
        # 美国护照, US passport: another country's, which rule passport finds.
        or country_in(text[max(0, start - 24) : start]) is not None
    ):
        return ()
    if label := label_near(spot, start, LABELS):
        reason = Both(f"格式相符，前有“{label}”", f"shape of a Chinese passport number, after “{label}”")
        return (Hit(start, end, Confidence.LIKELY, reason, weigh(labelled=True)),)
    if owner_before(spot, start):
        reason = Both("格式相符，紧跟在姓名之后", "shape of a Chinese passport number right after a name")
        return (Hit(start, end, Confidence.LIKELY, reason, weigh()),)
    return ()


RULE = Rule(
    id="cn-passport",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("中国护照号", "Chinese passport number"),
    why=Both(
        "可用来冒名订票、办证，并能与出行记录对上。",
        "It serves to book or apply in the person's name and ties them to their journeys.",
    ),
    advice=Both("删除，或只留后两位。", "Remove it or keep only the last two characters."),
    source="GA/T 1132; ICAO Doc 9303",
    triggers=(_IN_ONE_PIECE, _LABEL_WORDS),
    find=find,
    keep=(1, 2),
    hits=(
        "护照号：«E12345678»",
        "护照«EA1234567»有效",
        "Passport No. «G12345678»",
        "持普通护照，号码为«E87654321»。",
        "护照号码：«Ｅ１２３４５６７８»",
        "护照号 «E 1234 5678»",
    ),
    misses=(
        "产品编号E12345678",  # a product code
        "护照号：E1234****",  # masked
        "护照号：E123456789",  # too long
        "E12345678",  # no label
        "护照办理指南：EI1234567",  # I and O are not used
    ),
)
