"""外国护照号码 · Passport number of another country (ICAO Doc 9303).

A number needs its label and a shape that some country uses; the machine-readable lines of a
passport prove themselves by four check digits. Chinese passports belong to another rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sansi.check.evidence.context import line_of, specimen
from sansi.check.evidence.countries import country_in
from sansi.check.evidence.folded import fold
from sansi.check.evidence.labels import Value, opened, values
from sansi.check.evidence.quick import quick
from sansi.check.evidence.weight import weigh
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Shape, Spot, Words

_UPPER = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<")
_SECOND_LINE = Shape(b"[A-Z0-9<]{9}[0-9][A-Z<]{3}[0-9]{6}[0-9][MFX<][0-9]{7}", _UPPER)
_LABELS = Words(
    (
        "passport",
        "travel document",
        "ppt no",
        "护照",
        "護照",
        "パスポート",
        "旅券",
        "여권",
        "reisepass",
        "passeport",
        "pasaporte",
        "passaporto",
        "паспорт",
    ),
    any_case=True,
)
# Shapes in use: nine digits (US, GB, RU), letter and eight digits (US, KR), two letters and seven
# (JP, IT), two digits, two letters, five digits (FR), German ones of eleven letters and digits, …
_SHAPES = (
    r"\d{9}|\d{2} \d{7}|\d{8}|[A-Z]\d{8}|[A-Z]\d{7}|[A-Z]{2}\d{7}|[A-Z]{2}\d{6}|\d{2}[A-Z]{2}\d{5}"
    r"|[A-Z]{3}\d{6}|[A-Z]\d{6}[A-Z]{1,2}|[A-Z]\d{7}[A-Z]"
    r"|[A-Z]\d{3}[A-Z]\d{4}|[CFGHJKLMNPRTVWXYZ][0-9CFGHJKLMNPRTVWXYZ]{8}|[A-Z]{2}\d{5}|[A-Z]{2}\d[A-Z\d]{2}\d{4}"
)
_NUMBER = quick(rf"(?<![0-9A-Za-z])(?:{_SHAPES})(?![0-9A-Za-z*]|[-/.][0-9A-Za-z])")
# In Chinese surroundings every shape that Chinese passports have had; in English only today's.
_CHINESE = quick(r"[EGDSPHKM]\d{8}|[GDSP]\d{7}|[EK][A-HJ-NP-Z]\d{7}|(?:SE|DE|PE|MA)\d{7}|1[45]\d{7}")
_CHINESE_TODAY = quick(r"[EGDSPH]\d{8}|E[A-HJ-NP-Z]\d{7}")
# The ordinary case in Chinese text: a Chinese number, and no other behind it.
_CHINESE_FOLLOWS = quick(
    r"(?:号码?)?[ :：]{0,2}(?:[EGDSPHKM][0-9]{8}|E[A-HJ-NP-Z][0-9]{7})[，。]?\n?[\u4e00-\u9fff](?<![和及与])"
)
_CHINA = quick(r"中国|中國|中华|因私|因公|china|chinese|prc|p\.r\.c|(?<![a-z])cn(?![a-z])", re.IGNORECASE)
_CODES = quick(r"^[A-Z0-9<]{9}[0-9][A-Z<]{3}[0-9]{7}[MFX<][0-9]{7}[A-Z0-9<]{14}[0-9<][0-9]$")
_FIRST_LINE = quick(r"P[A-Z<][A-Z<]{3}[A-Z0-9<]{39}[ \t\r]*\n[ \t>]*$")
_HAN = quick("[\u4e00-\u9fff]")
_LINE = 44
_LONGEST_LABEL = 15


def find(spot: Spot) -> Iterable[Hit]:
    """Numbers behind their label, and the machine-readable lines."""
    text, start, end, _ = spot
    if end - start > _LONGEST_LABEL:
        return _machine_readable(spot, text[start:end])
    if (
        text[start] == "护"
        and _CHINESE_FOLLOWS.match(text, end)
        and not opened(text, start)
        and country_in(fold(text, start - 40, end).text.rpartition("\n")[2]) is None
    ):
        return ()
    return _labelled(spot, text[start:end])


def _labelled(spot: Spot, word: str) -> Iterator[Hit]:
    for value in values(spot, _NUMBER):
        evidence = _evidence(spot, value)
        if evidence and not specimen(spot.text, value.start):
            reason = Both(
                f"标签为“{word}”，格式为外国护照所用", f"labelled “{word}”, a shape that passports have"
            )
            yield Hit(value.start, value.end, Confidence.LIKELY, reason, evidence)


def _evidence(spot: Spot, value: Value) -> int:
    """How much speaks for another country's number; 0 when it is a Chinese one.

    Where shapes overlap (S1234567), a country or English all around outweighs the Chinese rule.
    """
    near, code = _around(spot, value), value.written
    if code.isdigit() and (len(set(code)) < 3 or code in ("123456789", "987654321", "12345678")):
        return 0
    if _CHINA.search(near):
        return 0
    if country_in(near):
        return weigh(checked=True)
    chinese = _HAN.search(near + spot.text[spot.start : spot.end])
    if (_CHINESE if chinese else _CHINESE_TODAY).fullmatch(code):
        return 0
    return weigh(checked=not chinese, labelled=True)


def _around(spot: Spot, value: Value) -> str:
    """Where a country may be named: in the line, beside the label, or in the row of a table."""
    between = spot.text[spot.end : value.start]
    if "\n" in between:
        return spot.text[slice(*line_of(spot.text, value.start))]
    return fold(spot.text, spot.start - 40, value.start).text.rpartition("\n")[2]


def _machine_readable(spot: Spot, word: str) -> Iterator[Hit]:
    if len(word) != _LINE or not _CODES.match(word) or word[10:13] == "CHN" or not _proves(word):
        return
    window = spot.text[max(0, spot.start - _LINE - 8) : spot.start]
    first = _FIRST_LINE.search(window)
    start = spot.start - (len(window) - first.start()) if first else spot.start
    reason = Both("机读区四个校验位都正确", "all check digits of the machine-readable zone are right")
    yield Hit(start, spot.end, Confidence.CERTAIN, reason, weigh(checked=True, labelled=True))


def _proves(line: str) -> bool:
    fields = ((line[:9], line[9]), (line[13:19], line[19]), (line[21:27], line[27]))
    whole = line[:10] + line[13:20] + line[21:43]
    return all(_check(field) == digit for field, digit in (*fields, (whole, line[43])))


def _check(field: str) -> str:
    """The check digit of Doc 9303, part 3, 4.9: weights 7, 3, 1; < counts 0."""
    worth = (0 if c == "<" else int(c, 36) for c in field)
    return str(sum(w * v for w, v in zip((7, 3, 1) * 14, worth, strict=False)) % 10)


RULE = Rule(
    id="passport",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("外国护照号码", "Passport number (other countries)"),
    why=Both(
        "与姓名同时公开，可被用来冒名订票、入住或开户。",
        "Beside a name, it lets others book, check in or open accounts as that person.",
    ),
    advice=Both("删除，或只留最后三位。", "Remove it, or keep only the last three characters."),
    source="ICAO Doc 9303, parts 3 and 4",
    triggers=(_LABELS, _SECOND_LINE),
    find=find,
    keep=(0, 3),
    hits=(
        "Passport No.: «518274936»",
        "美国护照号«518274936»。",
        "guest Ana, passport no. «S3727248», car",
        "国籍：印度；护照号：«N4299866»，Passport No.: «M63078592»。",
        "his passport number is «TR0414653», my wife's is «PB1551438».",
        "tenant, passport «K9962455», and",
        "Passport=«145238987»&QQ",
        "travel document — «680570718»",
        "持英国护照，号码«518274936»",
        "护照号码：«ＴＫ５１８２７４９»（日本）",
        "US passport «E51827493»",
        "护照（韩国）«M51827493»",
        "Reisepass «C4TXH7M29»",
        "姓名,国籍,护照号,有效期\nTom,美国,«E51827493»,2030\n王芳,中国,E51827494,2031",
        "«518274936» (passport no.)",
        "French passport number is «18CV73925»",
        "«P<UTOBERG<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<<<<<\nL518274930UTO7408122F3204153<<<<<<<<<<<<<<06»",
    ),
    misses=(
        "passport number issued 518274936",  # a date or fee may follow
        "518274936",  # no label
        "a@b.co.uk\npassport_no：E29144254",  # the country of a domain
        "再发一遍护照编号（P2919746）啊",  # a Chinese one of old
        "护照号E51827493",  # a Chinese passport
        "Chinese passport E51827493",  # a Chinese passport
        "Passport No.: 123456789",  # a placeholder
        "passport photo 518274936",  # something about a passport
        "passport to success 2024",  # prose
        "L518274931UTO7408122F3204153<<<<<<<<<<<<<<06",  # wrong check digit
        "示例护照号518274936",  # a specimen
    ),
)
