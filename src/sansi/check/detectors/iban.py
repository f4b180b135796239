"""国际银行账号 · International bank account number (IBAN, ISO 13616).

Two letters for the country, two check digits (ISO/IEC 7064 MOD 97-10) and the account in the shape
its country has registered. Shape and check together leave one number in some thousands by chance.
"""

from __future__ import annotations

import re
from functools import cache

from sansi.check.evidence.context import labelled, specimen
from sansi.check.evidence.folded import Folded, fold
from sansi.check.evidence.national import ALNUM
from sansi.check.evidence.quick import quick
from sansi.check.evidence.remainders import mod_97
from sansi.check.evidence.weight import weigh
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Shape, Spot, Words

# Country and account: n digits, a letters, c either. SWIFT IBAN Registry, release 101.
_REGISTRY = """
AD8n12c AE19n AL8n16c AT16n AZ4a20c BA16n BE12n BG4a6n8c BH4a14c BI23n BR23n1a1c BY4c4n16c CH5n12c CR18n
CY8n16c CZ20n DE18n DJ23n DK14n DO4c20n EE16n EG25n ES20n FI14n FK2a12n FO14n FR10n11c2n GB4a14n GE2a16n
GI4a15c GL14n GR7n16c GT24c HN4a20n HR17n HU24n IE4a14n IL19n IQ4a15n IS22n IT1a10n12c JO4a4n18c KW4a22c
KZ3n13c LB4n20c LC4a24c LI5n12c LT16n LU3n13c LV4a13c LY21n MC10n11c2n MD20c ME18n MK3n10c2n MN16n MR23n
MT4a5n18c MU4a19n3a NI4a20n NL4a10n NO11n OM3n16c PK4a16c PL24n PS4a21c PT21n QA4a21c RO4a16c RS18n RU14n15c
SA2n18c SC4a20n3a SD14n SE20n SI15n SK20n SM1a10n12c SO19n ST21n SV4a20n TL19n TN20n TR6n16c UA6n19c VA18n
VG4a16n XK16n YE4a4n18c
"""
# The examples of the standard, of the registry and of every tutorial.
_SPECIMENS = """
GB29NWBK60161331926819 GB82WEST12345698765432 GB33BUKB20201555555555 GB94BARC10201530093459 DE89370400440532013000
DE91100000000123456789 DE75512108001245126199 FR1420041010050500013M02606 FR7630006000011234567890189 NL91ABNA0417164300
NL02ABNA0123456789 ES9121000418450200051332 IT60X0542811101000000123456 CH9300762011623852957 BE68539007547034
BE71096123456769 AT611904300234573201 AT483200000012345864 SE4550000000058398257466 SE3550000000054910000003
NO9386011117947 DK5000400440116243 FI2112345600000785 PL61109010140000071219812874 PT50000201231234567890154
IE29AIBK93115212345678 LU280019400644750000 GR1601101250000000012300695
"""
_KNOWN = frozenset(_SPECIMENS.split())
_KINDS = {"n": "[0-9]", "a": "[A-Z]", "c": "[0-9A-Z]"}
_ACCOUNTS = {row[:2]: row[2:] for row in _REGISTRY.split()}
LABELS = (
    r"IBAN(?:\s*(?:号码?|账号|帐号|code|no\.?|number))?|国际银行(?:账号|帐号|账户号码)|账号|账户"
    r"|account|acct|收款|汇款|Konto(?:nummer)?"
)

_SHAPES = (
    Shape(b"[A-Za-z]{2}[0-9]{2}[0-9A-Za-z]{11}", ALNUM),
    Shape(
        b"[A-Za-z]{2}[0-9]{2}(?: |-|\xc2\xa0)[0-9A-Za-z]{4}(?: |-|\xc2\xa0)[0-9A-Za-z]{4}",
        ALNUM | frozenset(" -\u00a0"),
    ),
)
_CANDIDATE = quick(r"(?:(?<![0-9A-Za-z*])|(?<=IBAN)|(?<=iban))[A-Za-z]{2}[0-9]{2}(?=[ \-]?[0-9A-Za-z]{4})")
_PIECE = quick(r"[0-9A-Za-z]+")
_GAP = quick(r"(?:[ \-]|\r?\n[ \t>]{0,4})++")
# Gaps and line breaks may double the length that a number takes up.
_WIDEST = 76


@cache
def _shape_of(country: str) -> re.Pattern[str]:
    parts = re.findall(r"(\d+)([nac])", _ACCOUNTS[country])
    return quick(country + "[0-9]{2}" + "".join(f"{_KINDS[kind]}{{{size}}}" for size, kind in parts))


@cache
def _length_of(country: str) -> int:
    return 4 + sum(int(n) for n in re.findall(r"\d+", _ACCOUNTS[country]))


def is_iban(code: str) -> bool:
    """Whether the code, in capitals and without blanks, has its country's shape and its check."""
    shape = _shape_of(code[:2]).fullmatch(code)
    return shape is not None and mod_97(code[4:] + code[:4]) == 1


def find(spot: Spot) -> list[Hit]:
    """The account numbers in a run of letters and digits, or behind their label."""
    window = fold(spot.text, spot.start - 1, spot.end + _WIDEST)
    hits = []
    for m in _CANDIDATE.finditer(window.text):
        country = m[0][:2].upper()
        if country in _ACCOUNTS and (hit := _at(spot, window, m.start(), country)):
            hits.append(hit)
    return hits


def _at(spot: Spot, window: Folded, at: int, country: str) -> Hit | None:
    read = _read(window.text, at, _length_of(country))
    if not read or read[0] in _KNOWN or not is_iban(read[0]):
        return None
    start, end = window.place(at, read[1])
    if specimen(spot.text, start):
        return None
    label = labelled(spot.text, start, LABELS)
    zh, en = f"{country} 的格式与校验码正确", f"the shape of {country} and the check digits are right"
    if label:
        zh, en = f"{zh}，前有“{label}”", f"{en}, after “{label}”"
    return Hit(start, end, Confidence.CERTAIN, Both(zh, en), weigh(checked=True, labelled=bool(label)))


def _whole(text: str, code: str, end: int) -> tuple[str, int] | None:
    touched = text[end : end + 1]
    return None if touched.isascii() and touched.isalnum() else (code.upper(), end)


def _read(text: str, at: int, length: int) -> tuple[str, int] | None:
    """The `length` letters and digits from `at` on, across gaps, and where they end."""
    code = ""
    while piece := _PIECE.match(text, at):
        code, at = code + piece[0], piece.end()
        if len(code) >= length:
            return _whole(text, code[:length], at - len(code) + length)
        gap = _GAP.match(text, at)
        if not gap:
            return None
        at = gap.end()
    return None


RULE = Rule(
    id="iban",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("国际银行账号（IBAN）", "International bank account number (IBAN)"),
    why=Both("可被用来伪造扣款授权和收款信息。", "It serves to forge direct debits and payment details."),
    advice=Both(
        "删除，或只留国家和最后四位。", "Remove it, or keep only the country and the last four characters."
    ),
    source="ISO 13616-1:2020; SWIFT IBAN Registry; ISO/IEC 7064",
    triggers=(*_SHAPES, Words(("iban", "国际银行账号", "国际银行帐号"), any_case=True)),
    find=find,
    keep=(4, 4),
    hits=(
        "IBAN：«DE88 5001 0517 8392 6401 77»。",
        "汇到«DE88500105178392640177»即可",
        "«de88 5001 0517 8392 6401 77»",
        "«GB56 LOYD 3096 1748 2930 15», London",
        "IBAN: «ＤＥ８８５００１０５１７８３９２６４０１７７»",
        "«DE88 5001 0517\n8392 6401 77»",
        "· 收款IBAN«DE88500105178392640177» 请",
        "IBAN «NO39 8601 7293 648»",
    ),
    misses=(
        "DE89 5001 0517 8392 6401 77",  # wrong check digits
        "ZZ88 5001 0517 8392 6401 77",  # no such country
        "DE88 5001 0517 8392 6401",  # too short
        "DE88 5001 0517 8392 6401，77",  # broken off
        "XDE88500105178392640177",  # a letter touches it
        "DE885001051783926401771",  # too long
        "DE88 **** **** **** **01 77",  # masked
        "DE89 3704 0044 0532 0130 00",  # the example of the standard
        "示例：DE88500105178392640177",  # a specimen
    ),
)
