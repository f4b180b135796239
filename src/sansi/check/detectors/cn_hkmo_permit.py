"""往来港澳台通行证件号 · Travel permits between the Mainland, Hong Kong, Macau and Taiwan.

往来港澳通行证 C + 8 digits or C, a letter and 7 digits (before 2014 W + 8); 往来台湾通行证 T or L + 8;
回乡证 H or M + 8 digits, and 2 more for the issue; 台胞证 8 digits, formerly 10 with a letter in
brackets. None has a check digit, so a label must be near.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sansi.check.evidence.context import alone, order_number, specimen
from sansi.check.evidence.documents import apart, in_one_piece, label_near, narrow
from sansi.check.evidence.quick import quick
from sansi.check.evidence.weight import weigh
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Spot, Words

LABELS = (
    r"通行证(?:号码?)?|回乡证(?:号码?)?|台胞证(?:号码?)?|港澳证|往来港澳|往来台湾|来往内地|来往大陆|港澳台证件|证件号码?"
    r"|(?:home\s*return|travel|entry|mainland)[\w\s-]{0,24}permit(?:\s*(?:number|no\.?|#))?"
    r"|exit-entry permit|taiwan compatriot|(?:hk|hong\s*kong|macau|macao"
    r"|taiwan)[\w\s&]{0,16}(?:permit|pass)|\beep\b(?:\s*(?:no\.?|card|number))?"
)
_NUMBER = quick(r"[CWTLHM][0-9]{8}(?:[0-9]{2})?|C[A-HJ-NP-Z][0-9]{7}|[HM][0-9]{8}\([0-9A-Z]\)", re.IGNORECASE)
_EIGHT = quick(r"(?<![0-9A-Za-z])[0-9]{8}(?:[0-9]{2}(?:[(（][A-Z][)）])?)?(?![0-9A-Za-z年月日/.-])")
_APART = quick(
    apart("[CWTLHMＣＷＴＬＨＭcwtlhm] (?:[A-HJ-NP-Za-hj-np-zＡ-ＨＪ-ＮＰ-Ｚ]|[0-9０-９])" + " [0-9０-９]" * 7)
    + "(?:[0-9０-９]{2})?"
)
_TAIWAN = ("台胞证", "来往大陆", "台湾居民")
_LABEL_WORDS = Words(("通行证", "回乡证", "permit", "eep ", *_TAIWAN), any_case=True)
_IN_ONE_PIECE = in_one_piece(rb"[CWTLHMcwtlhm][0-9]{8}(?:[0-9]{2})?|[Cc][A-HJ-NP-Za-hj-np-z][0-9]{7}")
_WITHIN = 44


def find(spot: Spot) -> Iterable[Hit]:
    """Permit numbers behind or near a label."""
    text, start, end, _ = spot
    return _judged(spot, start, end) if text[end - 1].isdigit() else _after_label(spot)


def _after_label(spot: Spot) -> Iterable[Hit]:
    text, end = spot.text, spot.end
    found = _APART.search(text, end, end + _WITHIN)
    if found and _NUMBER.fullmatch(re.sub(r"[^0-9A-Z]", "", narrow(found[0]).upper())):
        return _judged(spot, found.start(), found.end())
    if text[spot.start : end] in _TAIWAN and (bare := _EIGHT.search(text, end, end + _WITHIN)):
        return _judged(spot, bare.start(), bare.end())
    return ()


def _judged(spot: Spot, start: int, end: int) -> Iterable[Hit]:
    text = spot.text
    if alone(text, start, end) and not order_number(text, start) and not specimen(text, start):
        label = label_near(spot, start, LABELS)
        if label:
            reason = Both(f"格式相符，前有“{label}”", f"shape of a permit number, after “{label}”")
            return (Hit(start, end, Confidence.LIKELY, reason, weigh(labelled=True)),)
    return ()


RULE = Rule(
    id="cn-hkmo-permit",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("港澳台通行证件号", "Permit for travel to or from Hong Kong, Macau or Taiwan"),
    why=Both(
        "可用来冒名订票、办证，并能与出行记录对上。",
        "It serves to book or apply in the person's name and ties them to their journeys.",
    ),
    advice=Both("删除，或只留后两位。", "Remove it or keep only the last two characters."),
    source="GA/T 1132; 国家移民管理局证件说明 (NIA on permit numbers)",
    triggers=(_IN_ONE_PIECE, _LABEL_WORDS),
    find=find,
    keep=(1, 2),
    hits=(
        "往来港澳通行证号：«C12345678»",
        "港澳通行证«CA1234567»",
        "回乡证«H1234567801»",
        "台胞证号码«12345678»",
        "Mainland Travel Permit No. «M12345678»",
        "往来台湾通行证 «T 1234 5678»",
    ),
    misses=(
        "型号C12345678",  # a model
        "港澳通行证C1234****",  # masked
        "回乡证H12345678012",  # too long
        "通行证于20240101发放",  # a date
        "C12345678",  # no label
    ),
)
