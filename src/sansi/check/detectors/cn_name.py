"""姓名 · Chinese name of a private person.

A surname and one or two characters, or parts joined by a middle dot, which the text ties to somebody's
own affairs: behind the label of a form, in a table of persons, or right beside that person's number.
An officer named in office is not a finding, nor is a name that merely occurs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sansi.check.evidence.context import line_of, specimen
from sansi.check.evidence.name_bits import surnames
from sansi.check.evidence.people import (
    JOINT,
    NAME_COLUMN,
    OFFICE_COLUMN,
    PERSON_COLUMN,
    SURE_LABELS,
    WEAK_LABELS,
    filler_after,
    name_before,
    officer,
)
from sansi.check.evidence.places import place_at
from sansi.check.evidence.quick import quick
from sansi.check.evidence.surnames import (
    Likeness,
    dotted_name_at,
    is_han_char,
    is_name,
    is_word,
    name_at,
    name_ending_at,
    split,
)
from sansi.check.evidence.table import cells_under
from sansi.check.evidence.weight import weigh
from sansi.check.model import Both, Category, Confidence, Hit, Located, Rule, Severity, Spot, Words

# A machine, a company, a secret or a marking ties no name to a person.
_NOBODYS = quick(r"cn-name|cn-uscc|ip-address|mac-address|crypto-wallet|(?:key|doc|link|money)-.*")
_WIDEST = 48
_NEAR = 120
# The next name of a list: 报名者：叶敏、程霞.
_MORE = quick(r"[、，,/ ]{1,2}")
_SPOKEN = frozenset(
    "名字 找 叫 孩子 学生 家长 居民 村民 业主 住户 儿童 会员 父亲 母亲 儿子 女儿 丈夫 妻子 爱人 老师 同学 朋友".split()
)
_SAYS_SO = quick(r"[:：|=是叫\t]")
_SURE = frozenset(re.sub(r"\s", "", w) for w in SURE_LABELS)
# Keys of records in code and data; the joint after them is quotes and colons.
_KEYS = (
    'name"',
    "name'",
    "name:",
    "name：",
    "name=",
    "name =",
    "<name>",
    'xm"',
    "xm:",
    "xm=",
    "<xm>",
    "xingming",
    "name |",
    "name\t",
)
_SEXES = ("，男", "，女", ",男", ",女", "（男", "（女", "(男", "(女", " 男", " 女", "、男", "、女")
_BIOGRAPHY = quick(r"[，,）)、 性]{0,2}[^\n。]{0,24}?(?:岁|出生|年生|身份证|现住|家住|住址|电话|走失|患)")
_IN_OFFICE = quick(r"[^\n]{0,60}(?:现任|拟任|职务|党员|干部|任职|履历|历任|级别|正处|副处)")
_SPACED = quick(r"([\u4e00-\u9fff])[ 　\u00a0]{1,4}([\u4e00-\u9fff])(?![\u4e00-\u9fff])")


# A surname, what names with dots often begin with, or what may stand between label and name; most
# of the labels stand in prose (家长们, 负责人表示) and are turned down by what follows.
_FOLLOWS = frozenset(name[0] for name in surnames()) | frozenset(
    "姓名信本是为叫阿迪古买吐艾热玛帕努米哈库麦依尼萨斯达扎卓次旦格桑多罗仁央巴木木提吾穆加帕塔伊沙拉"
)


def find(spot: Spot) -> Iterator[Hit]:
    """Names behind a label, before 男 or 女, and the cells below the header of a column of names."""
    word = spot.text[spot.start : spot.end]
    if word in _SEXES:
        yield from _before_sex(spot)
        return
    if not is_han_char(spot.text[spot.end : spot.end + 1]):
        yield from _in_column(spot)
    yield from _behind(spot, "".join(word.split()))


def _behind(spot: Spot, label: str) -> Iterator[Hit]:
    text = spot.text
    joint = JOINT.match(text, spot.end)
    at = joint.end() if joint else spot.end
    end = _value(text, at, at + 40)
    if end is None or specimen(text, spot.start) or officer(text, at, end):
        return
    sure = _is_sure(text, label, spot.end, at, end)
    confidence = Confidence.LIKELY if sure else Confidence.POSSIBLE
    reason = Both(f"“{label}”之后的姓名", f"name after “{label}”")
    yield Hit(at, end, confidence, reason, weigh(labelled=sure))
    while (more := _MORE.match(text, end)) and (stop := name_at(text, more.end(), more.end() + 5)):
        if is_han_char(text[stop : stop + 1]) or officer(text, more.end(), stop):
            return
        yield Hit(more.end(), stop, confidence, reason, weigh(labelled=sure))
        end = stop


def _is_sure(text: str, label: str, label_end: int, at: int, end: int) -> bool:
    """Whether the label alone makes the name a private person's."""
    if label == "我叫":
        return True
    if label not in _SURE or (label in _SPOKEN and not _SAYS_SO.search(text, label_end, at)):
        return False
    # 承租人高振东: with nothing in between the name itself must leave no doubt.
    return at > label_end or is_name(text[at:end]) is Likeness.STRONG


def _before_sex(spot: Spot) -> Iterator[Hit]:
    """A person described: name, sex, and an age, a birth or a home; not an officer's career."""
    text = spot.text
    start = name_ending_at(text, spot.start, max(0, spot.start - 4))
    if start is not None and _BIOGRAPHY.match(text, spot.end) and not _IN_OFFICE.match(text, spot.end):
        reason = Both("姓名之后写明性别和个人情况", "a name with sex and personal circumstances")
        yield Hit(start, spot.start, Confidence.LIKELY, reason, weigh())


def _value(text: str, at: int, limit: int) -> int | None:
    """Where the name that a form asked for ends: rarer names are believed here than in prose."""
    if end := dotted_name_at(text, at, limit):
        return end
    stop, last = at, min(limit, at + 5, len(text))
    while stop < last and is_han_char(text[stop]):
        stop += 1
    run = text[at:stop]
    if "某" in run or text[at - 1 : at] in tuple("*＊") or text[stop : stop + 1] in tuple("*＊×○Xx●"):
        return None
    if len(run) == 1 and (spaced := _SPACED.match(text, at, limit + 1)):
        return spaced.end() if split(spaced[1] + spaced[2]) else None
    if 2 <= len(run) <= 4 and split(run) and not is_word(run):
        return stop
    return name_at(text, at, limit)


def _in_column(spot: Spot) -> Iterator[Hit]:
    """The names below this header cell, unless it is a table of officers."""
    cells = list(cells_under(spot))
    if not cells:
        return
    low, high = line_of(spot.text, spot.start)
    row = spot.text[low:high]
    if OFFICE_COLUMN.search(row) and not PERSON_COLUMN.search(row):
        return
    for header, start, end in cells:
        if NAME_COLUMN.search(header) and _value(spot.text, start, end) == end:
            reason = Both(f"“{header}”列中的姓名", f"name in the column “{header}”")
            yield Hit(start, end, Confidence.LIKELY, reason, weigh(labelled=True))


def beside(whole: Spot, located: Sequence[Located]) -> Iterator[Hit]:
    """Names right before or after a person's own number or address, and weak ones near one."""
    sure = [one for one in located if one.hit.confidence is not Confidence.POSSIBLE]
    owned = [one.hit for one in sure if not _NOBODYS.fullmatch(one.rule)]
    starts = [hit.start for hit in owned]
    for hit in owned:
        yield from _around(whole.text, hit)
    for one in located:
        if one.rule == "cn-name" and one.hit.confidence is Confidence.POSSIBLE:
            i = bisect_left(starts, one.hit.start - _NEAR)
            if i < len(starts) and starts[i] < one.hit.end + _NEAR:
                yield _beside(one.hit.start, one.hit.end)


def _around(text: str, hit: Hit) -> Iterator[Hit]:
    low, high = line_of(text, hit.start, _WIDEST)
    place = name_before(text, hit.start, low) or _on_line_above(text, hit.start, low)
    if place and not officer(text, *place):
        yield _beside(*place)
        return
    at = filler_after(text, hit.end, min(high, hit.end + 16))
    end = dotted_name_at(text, at, high) or name_at(text, at, high)
    if end is not None and not officer(text, at, end) and _closed(text, end):
        yield _beside(at, end)


def _on_line_above(text: str, at: int, low: int) -> tuple[int, int] | None:
    """The name that is the whole of the line above, as at the head of a résumé."""
    if low == 0 or text[low - 1] != "\n" or at - low > 12:
        return None
    end = low - 1
    while end and text[end - 1] in " \t\r\n\u3000":
        end -= 1
    start = text.rfind("\n", max(0, end - 12), end) + 1
    run = text[start:end].strip()
    begin = start + text[start:end].find(run)
    return (begin, end) if run and name_at(text, begin, end) == end else None


def _closed(text: str, end: int) -> bool:
    """Whether the name is over: a word that begins like a name goes on."""
    return (
        not is_han_char(text[end : end + 1])
        or text[end] in "收的签领住取（"
        or place_at(text, end) is not None
    )


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
    triggers=(
        Words((*dict.fromkeys(SURE_LABELS), *WEAK_LABELS), before_han=_FOLLOWS),
        Words(_SEXES),
        Words(_KEYS, any_case=True),
    ),
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
