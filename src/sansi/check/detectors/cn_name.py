"""姓名 · Chinese name of a private person.

A surname and one or two characters, or parts joined by a middle dot, which the text ties to somebody's
own affairs: behind the label of a form, in a table of persons, or right beside that person's number.
An officer named in office is not a finding, nor is a name that merely occurs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter

from sansi.check.evidence.context import line_of, specimen
from sansi.check.evidence.fillers import filler_after, may_follow, name_before
from sansi.check.evidence.name_bits import surname_at, surnames
from sansi.check.evidence.people import (
    NAME_COLUMN,
    OFFICE_COLUMN,
    PERSON_COLUMN,
    SURE_LABELS,
    WEAK_LABELS,
    after_joint,
    officer,
)
from sansi.check.evidence.places import place_at
from sansi.check.evidence.quick import quick
from sansi.check.evidence.surnames import (
    Likeness,
    any_name_ending_at,
    dotted_name_at,
    is_han_char,
    is_name,
    is_word,
    name_at,
    split,
)
from sansi.check.evidence.table import cells_under
from sansi.check.evidence.weight import weigh
from sansi.check.model import Both, Category, Confidence, Hit, Located, Rule, Severity, Spot, Words

# A machine, a company, a secret or a marking ties no name to a person.
_NOBODYS = quick(r"cn-name|cn-uscc|ip-address|mac-address|crypto-wallet|(?:key|doc|link|money)-.*")
_POSSIBLE = Confidence.POSSIBLE
_START = attrgetter("start")
_PLAIN = weigh()
_TOGETHER = Both("姓名与个人信息写在一起", "a name beside a person's data")
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
_RUN = quick(r"[一-鿿㐀-䶿〇]{1,5}")
_MASKS = frozenset("*＊×○Xx●")
# No form goes on so behind a label, but prose does: 家长、学生.
_GOES_ON = frozenset("、。！？")
# Surnames that go on with the sentence more often: 家长和孩子, 负责人向 ….
_LINKS = frozenset("和于向从")
_COLONS = frozenset(":：")
_SPACED = quick(r"([\u4e00-\u9fff])[ 　\u00a0]{1,4}([\u4e00-\u9fff])(?![\u4e00-\u9fff])")


# A surname, what names with dots often begin with, or what may stand between label and name; most
# of the labels stand in prose (家长们, 负责人表示) and are turned down by what follows.
_FOLLOWS = frozenset(name[0] for name in surnames()) | frozenset(
    "姓名信本是为叫阿迪古买吐艾热玛帕努米哈库麦依尼萨斯达扎卓次旦格桑多罗仁央巴木木提吾穆加帕塔伊沙拉"
)


def find(spot: Spot) -> list[Hit]:
    """Names behind a label, before 男 or 女, and the cells below the header of a column of names."""
    text, start, end, _ = spot
    if text.isascii():
        return []
    word = text[start:end]
    if word[-1] in "男女":
        return _before_sex(spot)
    if text[end : end + 1] in _GOES_ON:
        return []
    hits = list(_in_column(spot)) if _heads(text, end) else []
    at = after_joint(text, end)
    stop = _value(text, at, at + 40)
    if not stop or (text[at] in _LINKS and at == end and not is_name(text[at:stop])):
        return hits
    if not officer(text, at, stop) and not specimen(text, start):
        hits.extend(_behind(spot, word, at, stop))
    return hits


def _heads(text: str, end: int) -> bool:
    """Whether the word that ends at `end` can be all of a cell: neither 姓名栏 nor 姓名：某人."""
    following = text[end : end + 1]
    if following in _COLONS:
        following = text[end + 1 : end + 2]
    return not is_han_char(following)


def _behind(spot: Spot, word: str, at: int, end: int) -> Iterator[Hit]:
    """The name from `at` to `end`, and those that follow it in a list."""
    text = spot.text
    label, reason = _label(word)
    sure = _is_sure(text, label, spot.end, at, end)
    confidence, weight = Confidence.LIKELY if sure else _POSSIBLE, weigh(labelled=sure)
    yield Hit(at, end, confidence, reason, weight)
    while (more := _MORE.match(text, end)) and (stop := name_at(text, more.end(), more.end() + 5)):
        if is_han_char(text[stop : stop + 1]) or officer(text, more.end(), stop):
            return
        yield Hit(more.end(), stop, confidence, reason, weight)
        end = stop


@cache
def _label(word: str) -> tuple[str, Both]:
    """The label that a word of our triggers is, and the reason it gives."""
    label = "".join(word.split())
    return label, Both(f"“{label}”之后的姓名", f"name after “{label}”")


def _is_sure(text: str, label: str, label_end: int, at: int, end: int) -> bool:
    """Whether the label alone makes the name a private person's."""
    if label == "我叫":
        return True
    if label not in _SURE or (label in _SPOKEN and not _SAYS_SO.search(text, label_end, at)):
        return False
    # 承租人高振东: with nothing in between the name itself must leave no doubt.
    return at > label_end or is_name(text[at:end]) is Likeness.STRONG


def _before_sex(spot: Spot) -> list[Hit]:
    """A person described: name, sex, and an age, a birth or a home; not an officer's career."""
    text = spot.text
    start = any_name_ending_at(text, spot.start)
    if start is None or not _BIOGRAPHY.match(text, spot.end) or _IN_OFFICE.match(text, spot.end):
        return []
    reason = Both("姓名之后写明性别和个人情况", "a name with sex and personal circumstances")
    return [Hit(start, spot.start, Confidence.LIKELY, reason, _PLAIN)]


def _value(text: str, at: int, limit: int) -> int | None:
    """Where the name that a form asked for ends: rarer names are believed here than in prose."""
    if end := dotted_name_at(text, at, limit):
        return end
    surname = surname_at(text, at)
    found = _RUN.match(text, at, limit) if surname else None
    if not surname or not found:
        return None
    run, stop = found[0], found.end()
    if "某" in run or text[at - 1] in "*＊" or text[stop : stop + 1] in _MASKS:
        return None
    if len(run) == 1 and (spaced := _SPACED.match(text, at, limit + 1)):
        return spaced.end() if split(spaced[1] + spaced[2]) else None
    if len(run) <= 4 and 1 <= len(run) - len(surname) <= 2 and not is_word(run):
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


def beside(whole: Spot, located: Sequence[Located]) -> list[Hit]:
    """Names right before or after a person's own number or address, and weak ones near one."""
    text = whole.text
    if text.isascii():
        return []
    owned = [hit for rule, hit in located if _names_owner(rule) and hit.confidence is not _POSSIBLE]
    if not owned:
        return []
    names = [hit for rule, hit in located if rule == "cn-name"]
    named = {hit.end: hit.start for hit in names}
    begun = set(named.values())
    more = []
    for hit in owned:
        place = _before(text, hit.start, named)
        if place is None or officer(text, *place):
            place = _after(text, hit, begun) if may_follow(text, hit.end) else None
        if place is not None and place[1] not in named:
            more.append(_beside(*place))
    weak = [hit for hit in names if hit.confidence is _POSSIBLE]
    return more + [_beside(hit.start, hit.end) for hit in weak if _is_near(owned, hit)]


@cache
def _names_owner(rule: str) -> bool:
    """Whether what that rule finds belongs to a person, who may be named beside it."""
    return not _NOBODYS.fullmatch(rule)


def _is_near(owned: list[Hit], hit: Hit) -> bool:
    i = bisect_left(owned, hit.start - _NEAR, key=_START)
    return i < len(owned) and owned[i].start < hit.end + _NEAR


def _before(text: str, at: int, named: dict[int, int]) -> tuple[int, int] | None:
    """The name before a value that begins at `at`; `named` holds those known, end → start."""
    back = at - _WIDEST if at > _WIDEST else 0
    low = text.rfind("\n", back, at) + 1 or back
    place = name_before(text, at, low, named)
    if place is None and at - low <= 12 and low and text[low - 1] == "\n":
        return _on_line_above(text, low)
    return place


def _after(text: str, hit: Hit, begun: set[int]) -> tuple[int, int] | None:
    """The name after a value, unless it is one of those known that begin at `begun`."""
    high = text.find("\n", hit.start, hit.start + _WIDEST)
    if high < 0:
        high = min(len(text), hit.start + _WIDEST)
    at = filler_after(text, hit.end, min(hit.end + 16, high))
    if at in begun or not is_han_char(text[at : at + 1]):
        return None
    end = dotted_name_at(text, at, high) or name_at(text, at, high)
    return (at, end) if end is not None and _closed(text, end) and not officer(text, at, end) else None


def _on_line_above(text: str, low: int) -> tuple[int, int] | None:
    """The name that is the whole of the line above the one that begins at `low`, as at the head of a résumé."""
    end = low - 1
    while end and text[end - 1] in " \t\r\n\u3000":
        end -= 1
    if not is_han_char(text[end - 1 : end]):
        return None
    back = max(0, end - 12)
    start = text.rfind("\n", back, end) + 1
    if start == 0 < back:
        return None
    begin = end - len(text[start:end].lstrip())
    return (begin, end) if name_at(text, begin, end) == end else None


def _closed(text: str, end: int) -> bool:
    """Whether the name is over: a word that begins like a name goes on."""
    return (
        not is_han_char(text[end : end + 1])
        or text[end] in "收的签领住取（"
        or place_at(text, end) is not None
    )


def _beside(start: int, end: int) -> Hit:
    return Hit(start, end, Confidence.LIKELY, _TOGETHER, _PLAIN)


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
