"""香港身份证号 · Hong Kong identity card number (HKID).

One or two letters, six digits and a check character in brackets: A123456(3).
"""

from __future__ import annotations

from collections.abc import Iterable

from sansi.check.evidence import letter_first
from sansi.check.evidence.national import ADVICE, ALNUM, WHY, Scheme
from sansi.check.model import Both, Category, Hit, Rule, Severity, Shape, Spot


def is_hkid(code: str) -> bool:
    """Whether the check character holds; a missing second letter counts as a blank, 36."""
    worth = [36] * (9 - len(code)) + [int(c, 36) for c in code[:-1]]
    rest = sum(w * v for w, v in zip(range(9, 1, -1), worth, strict=True))
    return (rest + int(code[-1], 16)) % 11 == 0


SCHEME = Scheme(
    labels=(
        "hkid",
        "hong kong identity card",
        "hong kong id card",
        "hong kong id",
        "香港身份证",
        "香港身份證",
        "香港居民身份证",
        "香港永久性居民身份证",
        "身份证号",
        "身份證",
        "identity card no",
    ),
    written=r"[A-Z]{1,2}\d{6} ?\(?[0-9A]\)?",
    holds=is_hkid,
    shape=Shape(b"[A-Z][0-9]{6}(?:[(]|\xef\xbc\x88)[0-9A](?:[)]|\xef\xbc\x89)", ALNUM | frozenset("()（）")),
    bare=r"[A-Z]{1,2}\d{6}\([0-9A]\)",
    ignore=frozenset({"A1234563"}),
)


def find(spot: Spot) -> Iterable[Hit]:
    """The numbers a label points at, or those in a run of the shape."""
    return letter_first.find(SCHEME, spot)


RULE = Rule(
    id="hk-hkid",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("香港身份证号", "Hong Kong identity card number (HKID)"),
    why=WHY,
    advice=ADVICE,
    source="Immigration Department, Hong Kong (published check algorithm)",
    triggers=SCHEME.triggers,
    find=find,
    keep=(0, 2),
    hits=(
        "香港身份证号«K372615(0)»。",
        "HKID: «K3726150»",
        "持有人（«K372615(0)»）已到",
    ),
    misses=(
        "HKID: K372615(1)",  # wrong check character
        "HKID A123456(3)",  # the specimen
        "K3726150",  # no label and no brackets
        "款号K372615(0)",  # a product code
    ),
)
