"""境外电话号码 · Telephone number outside mainland China (ITU-T E.164).

With its calling code (+44 …, 0044 …) a number is claimed wherever it stands; in national form only
behind a label, with the country named or the form unmistakable. Numbers of services, and lines that
are said to be an office's, are not a person's. Mainland numbers belong to other rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sansi.check.evidence.calling import Kind, kind_abroad, kind_at_home, split
from sansi.check.evidence.context import line_of, order_number, specimen
from sansi.check.evidence.countries import country_in
from sansi.check.evidence.folded import Folded, fold
from sansi.check.evidence.labels import no_number, values
from sansi.check.evidence.mailboxes import role
from sansi.check.evidence.quick import quick
from sansi.check.evidence.table import column
from sansi.check.evidence.weight import weigh
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Shape, Spot, Words

_MAINLAND = "86"
_DIGIT = b"(?:[0-9]|\xef\xbc[\x90-\x99])"
_GAP = (
    b"(?:[ ()./\t\r\n-]|\xc2\xa0|\xe2\x80[\x80-\x95\xaf]|\xe2\x81\xa0|\xe2\x88\x92|\xe3\x80\x80"
    b"|\xef\xbb\xbf|\xef\xbc[\x88\x89\x8d\x8e])"
)
_GAPS = " ()./\t\r\n-\u00a0\u202f\u2060\u2212\u3000\ufeff（）－．" + "".join(map(chr, range(0x2000, 0x2016)))
_DIGITS = "0123456789０１２３４５６７８９"
# 86 is the mainland's: in Chinese text nearly every number that is written out so.
_NOT_86 = b"(?:[0-79]|\xef\xbc[\x90-\x99]|8(?:[0-57-9]|\xef\xbc[\x90-\x99]|%s))" % _GAP
ABROAD = Shape(
    b"(?:[+]|\xef\xbc\x8b|00|\xef\xbc\x90\xef\xbc\x90)%s{0,3}%s(?:%s{0,3}%s){6}"
    % (_GAP, _NOT_86, _GAP, _DIGIT),
    frozenset(_DIGITS + _GAPS + "+＋"),
)
UNMISTAKABLE = Shape(
    b"(?:[(][2-9][0-9]{2}[)] ?|[2-9][0-9]{2}[-.])[2-9][0-9]{2}[-. ][0-9]{4}|07[0-9]{3} [0-9]{3} ?[0-9]{3}",
    frozenset("0123456789()-. +"),
)
_LABELS = Words(
    (
        "phone",
        "mobile",
        "cell",
        "tel:",
        "tel.",
        "tel ",
        "tel：",
        "whatsapp",
        "call me",
        "text me",
        "reach me",
        "telephone",
        "电话",
        "手机",
        "號碼",
        "電話",
        "手機",
        "联系方式",
        "致电",
        "號",
        "handy",
        "móvil",
        "携帯",
        "휴대폰",
    ),
    any_case=True,
    before_han=frozenset("号號码碼编編字卡是为為如登填"),
)

_CANDIDATE = quick(r"(?:\+|(?<![0-9.])(?<![0-9] )00)[ (]{0,2}[1-9](?:[ ()./-]{0,3}(?:\r?\n ?)?[0-9]){6,17}")
_UNMISTAKABLE = quick(
    r"(?<![0-9A-Za-z])(?<![0-9][-./+ ])(?:(?:\([2-9]\d\d\) ?|[2-9]\d\d[-.])[2-9]\d\d[-. ]\d{4}|07\d{3} \d{3} ?\d{3})"
    r"(?![0-9A-Za-z]|[-.][0-9A-Za-z])"
)
_HOME = quick(r"(?<![0-9A-Za-z+])\(?\d(?:[ ().-]{0,2}\d){6,12}(?![0-9A-Za-z*]|[-./@]\d)")
# Letters before a number make it part of a code, unless they are its label: Tel+34 612….
_TOUCHED = quick(r"[0-9]\Z|[A-Za-z_](?<!tel)(?<!phone)(?<!mob)(?<!cell)(?<!call)(?<!app)\Z", re.IGNORECASE)
_WORD = quick(r"[0-9A-Za-z_*]")
_NO_DIGIT = quick(r"[^0-9]")
_GROUP_END = quick(r"[0-9](?![0-9])")
_MINE = quick(
    r"手机|手機|私人|个人|個人|本人|家里|家庭|住宅|mobile|cell|personal|whatsapp|home|private|handy|my (?:phone|number)",
)
_OFFICE = quick(
    r"传真|傳真|办公|辦公|总机|總機|热线|熱線|客服|值班|咨询电话|服务电话|前台|监督电话|举报电话|投诉电话|新闻办|媒体|使馆|領館|领馆|领事|保护电话|总部"
    r"|公司电话|预订|订房|订票|免费电话|急救|报警"
    r"|fax|office|switchboard|hotline|help ?line|help ?desk|customer (?:care|relations)|support|service|enquir|inquir|reception"
    r"|front desk|toll[- ]free|press"
    r"|media|embassy|consulate|emergency(?! contact)|headquarters|head office|(?<![a-z])hq(?![a-z])"
    r"|main line|bookings?|reservations?|box office|sales|info line",
)
_FAX = quick(r"(?<![a-z])(?:fax|传真|f)[ .:]{1,3}[+(0-9]|传真")
_MAILBOX = quick(r"([a-z0-9._-]{1,40}+)@([a-z0-9.-]{1,60})")
_CALLED = quick(r"电话|手机|号码|电話|手機|致电|联系|拨打|tel|phone|mobile|call|whatsapp|contact|text")
_CUT = quick(r"[\n;；。|]|[0-9]{4}")
_AMOUNT = quick(r"\s?(?:[万亿]|元|美元|人民币|%|％|人次|吨|公里|米)")
_OFFICE_AFTER = quick(
    r"\s?[(\[]?\s?(?:office|fax|switchboard|toll[- ]free|hotline|main|work|总机|办公|传真|客服|热线)",
)
# Where a national form without a country is claimed in English text: written apart, mobile there.
_GUESSES = (
    "GB",
    "AU",
    "NZ",
    "IE",
    "FR",
    "DE",
    "ZA",
    "JP",
    "KR",
    "TW",
    "TH",
    "MY",
    "PH",
    "VN",
    "NL",
    "SE",
    "TR",
    "IN",
)
_MAINLAND_FORM = quick(
    r"\(?0(?:10|2\d|[3-9]\d\d)[ )-]{1,2}\d{7,8}|1[3-9]\d[ -]?\d{4}[ -]?\d{4}|1[3-9]\d{9}|[48]00[ -]?\d{3}[ -]?\d{4}"
)


class _Read(NamedTuple):
    start: int
    end: int
    kind: Kind
    code: str


# The ordinary case in Chinese text: a mainland number, and no other behind it.
_MAINLAND_FOLLOWS = quick(
    r"[ :：]{0,2}(?:1[3-9][0-9]([ -]?)[0-9]{4}\1[0-9]{4}|0(?:10|2[0-9]|[3-9][0-9]{2})-[0-9]{7,8})[，。]?\n?[\u4e00-\u9fff](?<![和及与])"
)


def find(spot: Spot) -> Iterable[Hit]:
    """Numbers with a calling code, American numbers as they are written there, labelled ones."""
    text, start, end, _ = spot
    if text[start].isalpha():
        return () if no_number(spot) or _MAINLAND_FOLLOWS.match(text, end) else _labelled(spot)
    # 00 in the middle of a number.
    return () if text[start:end].isdigit() and text[start] in "123456789" else _written_out(spot)


def _written_out(spot: Spot) -> Iterator[Hit]:
    # A number may go on behind the run, on the next line.
    window = fold(spot.text, spot.start - 8, spot.end + 24)
    if "+" in window.text or "00" in window.text:
        yield from _abroad(spot, window)
    yield from _unmistakable(spot, window)


def _abroad(spot: Spot, window: Folded) -> Iterator[Hit]:
    for m in _CANDIDATE.finditer(window.text):
        if m[0].lstrip("+0 (").startswith(_MAINLAND) or _TOUCHED.search(
            window.text, max(0, m.start() - 1), m.start()
        ):
            continue
        read = _read(window, m)
        if read is None or read.code == _MAINLAND or read.kind is Kind.SERVICE:
            continue
        left, header = _left(spot.text, read.start), column(spot, read.start).lower()
        label = _is_mine(left, header)
        if _speaks_against(spot.text, read.start, read.end, label, f"{left} {header}"):
            continue
        if (
            not label
            and (read.kind is Kind.OTHER or read.code == "1")
            and _beside_an_office(spot, read.start)
        ):
            continue
        if _in_one_piece(spot.text, read, left) and not label:
            continue
        reason = Both(f"+{read.code} 的有效号码", f"a number that exists behind +{read.code}")
        sure = Confidence.CERTAIN if label else Confidence.LIKELY
        yield Hit(read.start, read.end, sure, reason, weigh(checked=True, labelled=label))


def _read(window: Folded, m: re.Match[str]) -> _Read | None:
    """The longest row of whole groups that is a number; one that needs no line break is preferred."""
    text, start = window.text, m.start()
    ends = [end.end() for end in _GROUP_END.finditer(text, start, m.end())]
    broken = text.find("\n", start, m.end())
    in_line = [end for end in ends if broken < 0 or end <= broken]
    for end in (*reversed(in_line), *ends[len(in_line) :]):
        parts = split(_NO_DIGIT.sub("", text[start:end].lstrip("0")))
        if parts and _ends_here(text, end) and (kind := kind_abroad(*parts)):
            return _Read(*window.place(start, end), kind, parts[0])
    return None


def _ends_here(text: str, at: int) -> bool:
    return not _WORD.match(text, at)


def _unmistakable(spot: Spot, window: Folded) -> Iterator[Hit]:
    for m in _UNMISTAKABLE.finditer(window.text):
        start, end = window.place(m.start(), m.end())
        digits = re.sub(r"\D", "", m[0])
        regions = ("GB",) if digits[0] == "0" else ("US", "CA")
        left, header = _left(spot.text, start), column(spot, start).lower()
        mine = _is_mine(left, header)
        if (
            not any(kind_at_home(region, digits) is Kind.MOBILE for region in regions)
            or order_number(spot.text, start)
            or _speaks_against(spot.text, start, end, mine, f"{left} {header}")
        ):
            continue
        reason = Both(f"{regions[0]} 的写法，号段存在", f"written as in {regions[0]}, in a range that exists")
        sure = Confidence.CERTAIN if mine else Confidence.LIKELY
        yield Hit(start, end, sure, reason, weigh(checked=True, labelled=mine))


def _labelled(spot: Spot) -> Iterator[Hit]:
    text = spot.text
    for value in values(spot, _HOME, below=False):
        # The ordinary case in Chinese text, and cheap to tell.
        if _MAINLAND_FORM.fullmatch(value.written):
            continue
        digits = re.sub(r"\D", "", value.written)
        near = fold(text, spot.start - 16, value.start).text.lower()
        region = country_in(near)
        kind = _kind_here(value.written, digits, region, near)
        if kind is None or kind is Kind.SERVICE:
            continue
        around = f"{_left(text, value.start)} {column(spot, value.start).lower()}"
        if _speaks_against(text, value.start, value.end, bool(_MINE.search(near)), around):
            continue
        word = text[spot.start : spot.end].strip()
        reason = Both(
            f"标签为“{word}”，号码有效（{region or '境外'}）",
            f"labelled “{word}”, a number that exists ({region or 'abroad'})",
        )
        yield Hit(value.start, value.end, Confidence.LIKELY, reason, weigh(labelled=True))


def _kind_here(written: str, digits: str, region: str | None, near: str) -> Kind | None:
    """What a number in national form is: in the country named, or wherever it is unmistakable."""
    if region:
        return kind_at_home(region, digits) or _without_prefix(region, digits)
    if any("\u4e00" <= c <= "\u9fff" for c in near):
        return None
    if len(digits) == 10 and digits[0] in "23456789":
        return kind_at_home("US", digits)
    if digits[0] == "0" and written != digits:
        kinds = [kind_at_home(guess, digits) for guess in _GUESSES]
        if Kind.SERVICE in kinds:
            return Kind.SERVICE
        return Kind.MOBILE if Kind.MOBILE in kinds else kind_at_home("GB", digits)
    return None


def _without_prefix(region: str, digits: str) -> Kind | None:
    kind = kind_abroad(_CODES[region], digits) if region in _CODES else None
    return kind if kind is Kind.MOBILE else None


# Where mobiles are given without the 0 that is dialled before them.
_CODES = {
    "IN": "91",
    "ID": "62",
    "MY": "60",
    "TH": "66",
    "PH": "63",
    "JP": "81",
    "KR": "82",
    "TW": "886",
    "AU": "61",
    "GB": "44",
}


def _is_mine(left: str, header: str) -> bool:
    """Whether the words before, or the header of the column, say that it is somebody's own."""
    return bool(_MINE.search(left) or _MINE.search(header))


def _left(text: str, start: int) -> str:
    """The words before a number, back to the end of a sentence, a cell or another number, in lower case."""
    words = fold(text, start - 40, start).text.lower()
    cuts = [m.end() for m in _CUT.finditer(words)]
    return words[cuts[-1] :] if cuts else words


def _in_one_piece(text: str, read: _Read, left: str) -> bool:
    """Whether a number behind 00 has neither gaps nor a label: then it may be any code."""
    written = text[read.start : read.end]
    return written.isdigit() and not _CALLED.search(left)


def _beside_an_office(spot: Spot, start: int) -> bool:
    """Whether the same line gives a fax or a body's mailbox: then a fixed line is the office's."""
    line = fold(spot.text, *line_of(spot.text, start, 80)).text.lower()
    return _FAX.search(line) is not None or any(role(m[1], m[2]) for m in _MAILBOX.finditer(line))


def _speaks_against(text: str, start: int, end: int, mine: bool, around: str) -> bool:
    """Whether the words around say: an office's, a service's, an example, an amount.

    `around`: the words before the number and over its column, in lower case.
    """
    if specimen(text, start) or _AMOUNT.match(text, end):
        return True
    office = [m.end() for m in _OFFICE.finditer(around)]
    own = [m.end() for m in _MINE.finditer(around)] if mine else []
    if office and not (own and own[-1] > office[-1]):
        return True
    return not own and _OFFICE_AFTER.match(fold(text, end, end + 20).text.lower()) is not None


RULE = Rule(
    id="phone",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("境外电话号码", "Telephone number (international)"),
    why=Both(
        "公开后会招来骚扰和诈骗电话，也能用来找到本人的各种账号。",
        "It draws nuisance and fraud calls, and leads to the person's accounts.",
    ),
    advice=Both("删除，或换成单位的公开电话。", "Remove it, or publish the line of the office instead."),
    source="ITU-T E.164; national numbering plans as in phonenumbers",
    triggers=(ABROAD, UNMISTAKABLE, _LABELS),
    find=find,
    keep=(3, 2),
    hits=(
        "call «+1 (415) 555-2671» now",
        "电话«+44 20 7946 0958»，",
        "我的号码«0044 7911 123456»。",
        "«+852 9123 4567»",
        "tel:«+49-151-2345-6789»",
        "«＋６５　９１２３　４５６７»",
        "«+44 (0)7911 123456»",
        "«+81\u00a090\u00a01234\u00a05678»",
        "«+61.412.345.678»",
        "mob «+44 7911\n123456»",
        "Phone: «(415) 555-2671»",
        "«415-555-2671» is me",
        "Mobile: «07911 123456»",
        "香港电话：«9123 4567»",
        "日本手机«090-1234-5678»",
        "office +44 20 7946 0001; mobile «+44 7911 123456»",
        "phone «4155552671»",
        "Registered nurse\n«+82 10-2061-8128»",
        "Tel«+34 612 997 260»",
        "gave him «07487 127608» ok",
        "Customer text - «+7 912 803-66-66».",
        "Emergency contact: spouse, «+33 6 22 63 84 46».",
        "印度手机«98765 43210»",
        "mob «+44 7911 123456»\n77 houses",
    ),
    misses=(
        "+86 10 6512 3456",  # mainland
        "+1 800 555 2671",  # a service
        "Fax: +44 20 7946 0958",  # a fax
        "press office +44 20 7946 0958",  # a body's line
        "example: +44 7911 123456",  # an example
        "+44 1 23",  # too short
        "+999 123 456 789",  # no such code
        "营收+4512345678元",  # an amount
        "order no. 415-555-2671",  # an order
        "115-555-2671",  # no such area
        "电话：0755-12345678",  # mainland
        "phone: 400-820-8820",  # a service
        "A+4479111234567890123",  # a letter touches it
        "电话 07911 123456",  # Chinese label, no country named
        "+44 20 7946 0958 (office)",  # a body's line
        "phone 12 34 56",  # no number
        "会员码004866414748，",  # a code in one piece
        "newsletter@northgate.co.uk or +44 20 7978 0479",  # a body's line
        "T +44 20 7717 0213 | F +1 212 222 8614",  # a body's lines
        "校验码：82414 00984 76261 70580",  # groups of a longer number
        "1200.00\t985572502",  # an amount, and something else
        "phone: 800-555-2671",  # a service
        "Mobile: 0800 555 111",  # a service
        "fax 07911 123456, phone too",  # a fax
        "office phone: 07911 123456",  # an office's
        "phone 1555 123 456",  # neither American nor with a 0
        "德国电话 12345678",  # no such number there
    ),
)
