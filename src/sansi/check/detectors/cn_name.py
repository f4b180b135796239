"""姓名 · Chinese name of a private person.

A surname and one or two characters, or parts joined by a middle dot, which the text ties to somebody's
own affairs: behind the label of a form, in a table of persons, or right beside that person's number.
An officer named in office is not a finding, nor is a name that merely occurs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sansi.check.evidence.context import line_of, specimen
from sansi.check.evidence.people import (
    JOINT,
    NAME_COLUMN,
    OFFICE_COLUMN,
    PERSON_COLUMN,
    SURE_LABELS,
    WEAK_LABELS,
    filler_after,
    filler_before,
    officer,
)
from sansi.check.evidence.surnames import (
    dotted_name_at,
    dotted_name_ending_at,
    is_han,
    is_word,
    name_at,
    name_ending_at,
    split,
)
from sansi.check.evidence.table import cells_under
from sansi.check.evidence.weight import weigh
from sansi.check.model import Both, Category, Confidence, Hit, Located, Rule, Severity, Spot, Words

_PERSONS_OWN = frozenset(
    """
    cn-resident-id cn-mobile payment-card cn-passport cn-hkmo-permit cn-address wechat-id qq-id cn-landline cn-plate
    email
    """.split()
)
_WIDEST = 48
_MORE = re.compile(r"[、，,和及与/ ]{1,2}")
_SPOKEN = re.compile(
    r"^(?:我叫|名字|找|叫|孩子|学生|家长|居民|村民|业主|住户|儿童|会员|父亲|母亲|儿子|女儿|丈夫|妻子"
    r"|爱人|老师|同学|朋友)$"
)
_MASK = re.compile(r"[*＊×xX○某]")


def find(spot: Spot) -> Iterator[Hit]:
    """Names behind a label, and the cells below the header of a column of names."""
    text = spot.text
    label = re.sub(r"\s", "", text[spot.start : spot.end])
    yield from _in_column(spot)
    joint = JOINT.match(text, spot.end)
    at = joint.end() if joint else spot.end
    end = _value(text, at, at + 40)
    if end is None or specimen(text, spot.start) or _MASK.match(text, end) or officer(text, at, end):
        return
    sure = label in _SURE and (at > spot.end or label == "我叫")
    if (
        sure
        and _SPOKEN.match(label)
        and not re.search(r"[:：|=是叫]", text[spot.end : at])
        and label != "我叫"
    ):
        sure = False
    confidence = Confidence.LIKELY if sure else Confidence.POSSIBLE
    yield Hit(
        at, end, confidence, Both(f"“{label}”之后的姓名", f"name after “{label}”"), weigh(labelled=sure)
    )


_SURE = frozenset(re.sub(r"\s", "", w) for w in SURE_LABELS)
_WEAK = frozenset(WEAK_LABELS)


def _value(text: str, at: int, limit: int) -> int | None:
    """Where the name that a form asked for ends: rarer names are believed here than in prose."""
    if end := dotted_name_at(text, at, limit):
        return end
    stop = at
    while stop < min(limit, at + 5, len(text)) and is_han(text[stop]):
        stop += 1
    run = text[at:stop]
    if 2 <= stop - at <= 4 and split(run) and not is_word(run):
        return stop
    return name_at(text, at, limit)


def _in_column(spot: Spot) -> Iterator[Hit]:
    """The names below this header cell, unless it is a table of officers."""
    low, high = line_of(spot.text, spot.start)
    row = spot.text[low:high]
    if OFFICE_COLUMN.search(row) and not PERSON_COLUMN.search(row):
        return
    for header, start, end in cells_under(spot):
        if _names(header) and _value(spot.text, start, end) == end:
            reason = Both(f"“{header}”列中的姓名", f"name in the column “{header}”")
            yield Hit(start, end, Confidence.LIKELY, reason, weigh(labelled=True))


def _names(header: str) -> bool:
    """Whether a column under `header` holds names."""
    return header in _SURE or header in _WEAK or NAME_COLUMN.search(header) is not None


def beside(whole: Spot, located: Sequence[Located]) -> Iterator[Hit]:
    """Names right before or after a person's own number or address, and weak ones near one."""
    owned = [
        one.hit
        for one in located
        if one.rule in _PERSONS_OWN and one.hit.confidence is not Confidence.POSSIBLE
    ]
    weak = [one.hit for one in located if one.rule == "cn-name" and one.hit.confidence is Confidence.POSSIBLE]
    for hit in owned:
        yield from _around(whole, hit)
    for name in weak:
        low, high = line_of(whole.text, name.start, 80)
        if any(low <= hit.start < high for hit in owned):
            yield Hit(
                name.start,
                name.end,
                Confidence.LIKELY,
                Both("姓名与个人信息写在一起", "a name beside a person's data"),
                weigh(labelled=True),
            )


def _around(whole: Spot, hit: Hit) -> Iterator[Hit]:
    text = whole.text
    low, high = line_of(text, hit.start, _WIDEST)
    stop = filler_before(text, hit.start, low)
    start = dotted_name_ending_at(text, stop, low) or name_ending_at(text, stop, low)
    if start is not None and not officer(text, start, stop):
        yield _beside(start, stop)
        return
    at = filler_after(text, hit.end, min(high, hit.end + 16))
    end = dotted_name_at(text, at, high) or name_at(text, at, high)
    if end is not None and at > hit.end and not officer(text, at, end) and _closed(text, end):
        yield _beside(at, end)


def _closed(text: str, end: int) -> bool:
    """Whether the name is over: a word that begins like a name goes on."""
    return not "\u4e00" <= text[end : end + 1] <= "\u9fff" or text[end : end + 1] in "收的（，"


def _beside(start: int, end: int) -> Hit:
    return Hit(
        start,
        end,
        Confidence.LIKELY,
        Both("姓名与个人信息写在一起", "a name beside a person's data"),
        weigh(),
    )


RULE = Rule(
    id="cn-name",
    category=Category.PERSONAL_DATA,
    severity=Severity.MEDIUM,
    title=Both("个人姓名", "Private person's name"),
    why=Both(
        "姓名与号码、住址放在一起，就能认出并找到这个人。",
        "With a number or an address it tells who and where the person is.",
    ),
    advice=Both(
        "隐去名字中的一个字（张*明），或只写姓氏。", "Mask a character of the name or keep only the surname."
    ),
    source="GB/T 35273-2020 附录A; GB/T 37964-2019",
    triggers=(Words((*dict.fromkeys(SURE_LABELS), *WEAK_LABELS)),),
    find=find,
    beside=beside,
    keep=(1, 0),
    hits=(
        "姓名：«王小明»，性别：男",
        "«李建国»，身份证号11010519491231002X",
        "请联系«欧阳文静» 13812345678",
        "13812345678（«赵丽华»）",
        "| 姓名 | 电话 |\n| --- | --- |\n| «陈思远» | 见附件 |",
        "患者：«阿依古丽·买买提»",
    ),
    misses=(
        "市长王小明主持会议",  # an officer in office
        "王小明说今天天气好",  # a name that merely occurs
        "姓名：王*明",  # masked
        "姓名：金额合计",  # a word that begins with a surname
        "联系人：办公室 13812345678",  # not a name
    ),
)
