"""固定电话 · Mainland Chinese land line of a private person (YD/T 1138 numbering).

Area code and seven or eight digits. The number of an office is meant to be known, so what stands
around decides: the words of an office make it none of our business, the words of a home make it
surely a finding. A number without its area code needs a label of a home.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sansi.check.evidence.context import alone, labelled, line_of, order_number, specimen
from sansi.check.evidence.digits import (
    DIGITS,
    SEPARATORS,
    Begins,
    Number,
    bytes_class,
    number_of,
    numbers,
    to_ascii,
)
from sansi.check.evidence.folded import fold
from sansi.check.evidence.people import TITLE
from sansi.check.evidence.quick import quick
from sansi.check.evidence.table import column
from sansi.check.evidence.weight import weigh
from sansi.check.model import Both, Category, Confidence, Hit, Rule, Severity, Shape, Spot, Words

_AREA = (
    r"(?:10|2[0-57-9]|3[1357][0-9]|39[1-8]|335|349|35[0-9]|4[1-7][0-9]|48[23]|5[1-79][0-9]|580"
    r"|6[3-6][0-9]|69[12]|7[0-9]{2}|8[1-9][0-9]|9[0-9]{2})"
)
_NUMBER = quick(rf"(?:(?:00?86|86)?0|00?86|86)({_AREA})([2-8][0-9]{{6,7}})")
_PARTED = quick(
    r"(?:00?86,|86,)?0?(?:10|2\d|\d{3}),(?:\d{7,8}|\d{3,4},\d{4}|\d{4},\d{3})|0(?:10|2\d|\d{3})\d{7,8}|0(?:10|2\d|\d{3})\d{3,4},\d{4}"
)
_BRACKETED = quick(rf"[(（]?0{_AREA}[)）][ 　\u00a0-]?[2-8][0-9]{{2,3}}[ -]?[0-9]{{4}}(?![0-9])")
BRACKETED = Shape(
    b"(?:0|\xef\xbc\x90)(?:%s{0,2}%s){2,3}%s{0,2}(?:\\)|\xef\xbc\x89)"
    % (bytes_class(SEPARATORS), bytes_class(DIGITS), bytes_class(SEPARATORS)),
    DIGITS | SEPARATORS | frozenset("()（）"),
)
HOME_LABELS = (
    "宅电",
    "家庭电话",
    "住宅电话",
    "家里电话",
    "家中电话",
    "家里座机",
    "座机",
    "固定电话",
    "固话",
    "home phone",
    "home tel",
)
_FIRST_OF_LABELS = frozenset("宅家住座固hH")
_BRACKETS = frozenset(")）")
# With 0, or 86 for the country.
_AREAS = [f"0{d}" for d in "123456789"]
_BEGINS: Begins = {
    10: _AREAS,
    11: [*_AREAS, "86"],
    12: [*_AREAS, "86"],
    13: ["86", "08", "00"],
    14: ["86", "08", "00"],
    15: ["08", "00"],
}
_LOCAL = quick(r"(?:号码|号|是|为|[\s:：|,，\t])*([2-8][0-9]{2,3}[ -]?[0-9]{4})(?![0-9-])")
_HOME = quick(
    r"家|宅|本人|我|父|母|爸|妈|爷|奶|夫|妻|住户|业主|房东|租户|患者|家长|监护|邻居|个人|亲属"
    r"|紧急联系|home|residence|personal|family|\bmy\b|\bher\b|\bhis\b",
    re.IGNORECASE,
)
_OFFICE = quick(
    r"办公|值班|热线|咨询|监督|举报|传真|客服|总机|前台|服务|窗口|大厅|受理|投诉|预约|挂号|公司"
    r"|集团|单位|机关|政府|委员会|[管公税审商务法教人社建财民司县市区省]局|厅|处室|科室|中心|医院"
    r"|学校"
    r"|大学|学院|办事处|街道办|派出所|法院|检察|银行|酒店|宾馆|编辑部|报名|招标|采购|代理"
    r"|[党县区市镇]委|办公室|部门|物业|图书馆|博物馆|报社|邮局|联系处|报警|急救|招聘|公示|公告"
    r"|项目联系"
    r"|[处科局部股室]\s*[:：|,，\t]|值班|网点|便民|供[水电暖气]|燃气|fax|office|hotline|switchboard|front.?desk|reception|enquir|inquir"
    r"|service|company|dept|department|press|media",
    re.IGNORECASE,
)
# Said a few lines above, these still mean that an office gives its number.
_OFFICE_ABOVE = quick(
    r"采购|招标|投标|办公|便民|咨询|监督电话|值班|网点|科室|处室|窗口|公开指南|[\u4e00-\u9fff]科\t|联系方式如下|官方"
)
_IBAN = quick(r"[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){0,6} ?$")
_AROUND = 60


_OFFICE_LABELS = (
    r"(?:办公|值班|咨询|监督|举报|服务|投诉|热线|报名|预约|客服|总机|前台|传真|单位|公司|窗口|业务"
    r"|受理|查询|报修|救援|应急|招生|招聘|信访|采购|监管|联络|纪检|订票|订餐|挂号"
    r"|急诊)[\u4e00-\u9fff]{0,4}(?:电话|号码|热线)?"
    r"|传\s*真(?:号码)?|热线(?:电话)?|电话[（(][^）)]{0,6}办[）)]|(?:fax|office|front\s?desk"
    r"|switchboard|hotline|reception|enquiries|helpline)(?:[\s_-]*(?:tel|phone|no\.?|number))?|\bf"
)
_HOME_HEADER = quick(r"家庭|住宅|宅电|座机|固定电话|固话|家里|家长|监护|紧急联系")
# A row that holds somebody's identity number or mobile is about that somebody.
_PERSONS_ROW = quick(r"(?<![0-9])(?:1[3-9][0-9]{9}|[1-9][0-9]{16}[0-9Xx])(?![0-9])")


def _is_private(spot: Spot, start: int, end: int) -> tuple[bool, bool]:
    """(whether the number is a person's own, whether the text says so)."""
    text = spot.text
    if labelled(text, start, _OFFICE_LABELS):
        return False, False
    low, high = line_of(text, start, 2 * _AROUND)
    header = column(spot, start)
    if _HOME_HEADER.search(header) or _PERSONS_ROW.search(text, low, high):
        return True, True
    if _HOME.search(text, max(low, start - _AROUND // 2), start):
        return True, True
    near = text[max(low, start - _AROUND) : min(high, end + _AROUND // 2)] + header
    office = (
        _OFFICE.search(near) or TITLE.search(near) or _OFFICE_ABOVE.search(text, max(0, start - 160), start)
    )
    return office is None, False


def find(spot: Spot) -> Iterable[Hit]:
    """Land lines, unless they are an office's."""
    run = spot.text[spot.start : spot.end]
    if not _BRACKETS.isdisjoint(run):
        return _bracketed(spot)
    if spot.text[spot.start] in _FIRST_OF_LABELS and run.lower() in HOME_LABELS:
        return _without_area(spot)
    rows = numbers(spot, _BEGINS)
    return _with_area(spot, rows) if rows else ()


def _bracketed(spot: Spot) -> Iterator[Hit]:
    view = fold(spot.text, spot.start, spot.end)
    for found in _BRACKETED.finditer(to_ascii(view.text)):
        yield from _judged(spot, *view.place(found.start(), found.end()))


def _with_area(spot: Spot, rows: list[Number]) -> Iterator[Hit]:
    for number in rows:
        first = number.groups[0].digits
        if not (first[0] == "0" or first.startswith("86")) or not _NUMBER.fullmatch(number.digits):
            continue
        parts = ",".join(g.digits for g in number.groups)
        if _PARTED.fullmatch(parts) or all(len(g.digits) == 1 for g in number.groups):
            yield from _judged(spot, number.start, number.end)


def _judged(spot: Spot, start: int, end: int) -> Iterator[Hit]:
    text = spot.text
    if not alone(text, start, end) or order_number(text, start) or specimen(text, start):
        return
    if re.match(r"[-_/.][0-9A-Za-z]|\s*(?:转|ext)", text[end : end + 4]) or text[start - 1 : start] in tuple(
        "-_/."
    ):
        return
    if _IBAN.search(text, max(0, start - 34), start):
        return
    private, home = _is_private(spot, start, end)
    if not private:
        return
    if text[start - 1 : start] in ("+", "＋"):
        start -= 1
    zh, en = (
        ("区号成立，附近写明是私人电话", "area code exists, and it is said to be somebody's own")
        if home
        else ("区号成立，附近没有单位字样", "area code exists, no office named nearby")
    )
    yield Hit(start, end, Confidence.LIKELY, Both(zh, en), weigh(labelled=home))


def _without_area(spot: Spot) -> Iterator[Hit]:
    found = _LOCAL.match(spot.text, spot.end)
    if found and not _OFFICE.search(spot.text[max(0, spot.start - 12) : spot.start]):
        label = spot.text[spot.start : spot.end]
        reason = Both(f"“{label}”之后的本地号码", f"local number after “{label}”")
        yield Hit(found.start(1), found.end(1), Confidence.LIKELY, reason, weigh(labelled=True))


RULE = Rule(
    id="cn-landline",
    category=Category.PERSONAL_DATA,
    severity=Severity.MEDIUM,
    title=Both("私人固定电话", "Private land line"),
    why=Both(
        "住宅电话公开后，本人及家人会受到骚扰，也能推知住处。",
        "A home number lets strangers disturb the household and tells roughly where it is.",
    ),
    advice=Both("删除；对外联系请用办公电话。", "Remove it; publish an office line instead."),
    source="YD/T 1138; ITU-T E.164 (+86)",
    triggers=(*number_of(_BEGINS), BRACKETED, Words(HOME_LABELS, any_case=True)),
    find=find,
    keep=(4, 2),
    hits=(
        "家里电话«0571-88157777»",
        "宅电：«(0571)88157777»",
        "我妈的座机«010 6255 1234»",
        "他家是«+86-21-62551234»",
        "住宅电话：«62551234»",
    ),
    misses=(
        "办公室电话0571-88157777",  # an office's
        "咨询热线：010-62551234",  # a hotline
        "市长王小明主持会议，电话0571-88157777",  # an officer's
        "家里电话0571-****7777",  # masked
        "家里的订单号057188157777",  # an order number
        "家里电话0571-1815777",  # local numbers do not begin with 1
    ),
)
