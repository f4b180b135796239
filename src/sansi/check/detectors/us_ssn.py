"""美国社会安全号码 · US social security number (SSN).

Nine digits in groups of 3, 2 and 4. There is no check digit; the Social Security Administration
never gives out area 000, 666 or 900 and above, group 00 or serial 0000. In three groups it is
claimed unless something else is said to follow; in one piece it needs its label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sansi.check.evidence.context import before, named, order_number, specimen
from sansi.check.evidence.folded import fold
from sansi.check.evidence.labels import values
from sansi.check.evidence.national import ADVICE, WHY
from sansi.check.evidence.quick import ending, quick
from sansi.check.evidence.weight import weigh
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Shape, Spot, Words

LABELS = (
    r"(?<![A-Za-z])SSN(?:\s*\(last\s*four\))?|(?<![A-Za-z])soc(?:ial)?[\s_]*sec(?:urity)?(?:\s+(?:number|no\.?|#|card))*|(?<![A-Za-z])social\s*(?:no|number|#)|(?<![A-Za-z])SS\s*#|(?<![A-Za-z])SS\s?no\.?"
    r"|社会安全(?:号码?|卡号?)|社安(?:号码?|卡号?)|美国社保(?:号码?|卡号?)|社会保障号码?|社會安全(?:號碼|碼)|工卡号"
)
_LABEL_WORDS = (
    "ssn",
    "social security",
    "social_security",
    "socialsecurity",
    "soc sec",
    "social is",
    "社会安全",
    "社安",
    "美国社保",
    "社會安全",
)
_SHAPE = Shape(
    b"%(d)s{3}%(s)s%(d)s{2}%(s)s%(d)s{4}"
    % {
        b"d": b"(?:[0-9]|\xef\xbc[\x90-\x99])",
        b"s": b"(?:[ .-]|\xc2\xa0|\xe2\x80[\x90-\x95]|\xef\xbc\x8d)",
    },
    frozenset("0123456789０１２３４５６７８９ .-\u00a0‐‑‒–—―－"),
)
_GROUPS = quick(
    r"(?<![0-9A-Za-z_*/])(?<![0-9A-Za-z][-./])\d{3}([ .-])\d{2}\1\d{4}(?![0-9A-Za-z_*/]|[-./@][0-9A-Za-z])"
)
_PATTERN = quick(r"(?<![0-9A-Za-z])\d{3}([ .-]?)\d{2}\1\d{4}(?![0-9A-Za-z])(?!-\d)")
# In a wallet sold in 1938, in the Administration's own pamphlet of 1940, and in every manual.
_SPECIMENS = frozenset({"078051120", "219099999", "123456789", "987654321", "111223333", "457555462"})
_other = ending(
    r"(?:zip|postal|邮编|phone|tel|fax|电话|传真|手机|mobile|model|part|item|sku|isbn|upc|ein|fein|税号|型号|货号|料号|编号|案号|账号|account|acct"
    r"|case|claim|policy|ticket|件号|序号|房号|batch|lot|version|itin|hotline|热线|id)[\s:：#.号码no是为()（）-]*",
    re.IGNORECASE,
)


def is_ssn(code: str) -> bool:
    """Whether area, group and serial are ones that are given out, and it is no specimen."""
    return not (
        code[:3] in ("000", "666")
        or code[0] == "9"
        or code[3:5] == "00"
        or code[5:] == "0000"
        or code in _SPECIMENS
        or len(set(code)) == 1
    )


def find(spot: Spot) -> Iterable[Hit]:
    """What a label points at, and numbers in three groups that nothing speaks against."""
    if not spot.text[spot.start].isalpha():
        return _grouped(spot)
    around = spot.text[spot.start - 1 : spot.start] + spot.text[spot.end : spot.end + 1]
    in_a_word = len(around) == 2 and around.isascii() and around.isalpha()  # className
    return () if in_a_word else _labelled(spot)


def _labelled(spot: Spot) -> Iterator[Hit]:
    word = spot.text[spot.start : spot.end]
    for value in values(spot, _PATTERN, far=True):
        code = "".join(c for c in value.written if c.isdigit())
        if is_ssn(code) and not specimen(spot.text, value.start):
            reason = Both(f"号段成立，标签为“{word}”", f"a number that may exist, labelled “{word}”")
            yield Hit(value.start, value.end, Confidence.CERTAIN, reason, weigh(labelled=True))


def _grouped(spot: Spot) -> Iterator[Hit]:
    window = fold(spot.text, spot.start - 2, spot.end + 2)
    for m in _GROUPS.finditer(window.text):
        start, end = window.place(m.start(), m.end())
        if not is_ssn(re.sub(r"\D", "", m[0])) or specimen(spot.text, start):
            continue
        label = named(spot, start, LABELS)
        if label:
            reason = Both(f"号段成立，标签为“{label}”", f"a number that may exist, labelled “{label}”")
            yield Hit(start, end, Confidence.CERTAIN, reason, weigh(labelled=True))
        elif m[1] == "-" and not order_number(spot.text, start) and not _another(spot.text, start):
            reason = Both("3-2-4位分组，号段成立", "groups of 3, 2 and 4 that may exist")
            yield Hit(start, end, Confidence.LIKELY, reason, weigh())


def _another(text: str, start: int) -> bool:
    return _other(before(text, start, 24)) is not None


RULE = Rule(
    id="us-ssn",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("美国社会安全号码", "US social security number"),
    why=WHY,
    advice=ADVICE,
    source="Social Security Administration, POMS RM 10201.035; 20 CFR 422.103",
    triggers=(_SHAPE, Words(_LABEL_WORDS, any_case=True)),
    find=find,
    keep=(0, 4),
    hits=(
        "SSN为«412-33-9071»，请核对",
        "SSN: «412339071»",
        "社会安全号码«412 33 9071»",
        "his social security number, he says, is «412-33-9071»",
        "Name Dana, «412-33-9071», Ohio",
        "美国社保号：«４１２－３３－９０７１»",
        '"social_security_number": "«412 33 9071»"',
        "my dad's social is «363 83 2197», please",
        "Emma's soc sec no:«412 33 9071».",
        "ＳＳＮ «412-33-9071»",
    ),
    misses=(
        "SSN: 000-33-9071",  # no such area
        "SSN: 666-33-9071",  # nor this one
        "SSN: 412-00-9071",  # no such group
        "SSN: 412-33-0000",  # no such serial
        "SSN: 078-05-1120",  # the specimen of a wallet
        "412339071",  # one piece, no label
        "order no. 412-33-9071",  # an order number
        "part 412-33-9071-5",  # inside a longer number
        "412 33 9071",  # blanks, no label
        "***-**-9071",  # masked
    ),
)
