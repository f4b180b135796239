"""住址 · Chinese postal address of a private person (GB/T 23705 structure; GB/T 2260 places).

Where an office sits is meant to be known. An address is somebody's when it goes down to a flat, a
household or a village group, when its label says so (家住, 收货地址), or when it stands beside a person's
number; the words of an office in it or around it speak against.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sansi.check.evidence.addresses import (
    DWELLING,
    OFFICE,
    RESIDENTIAL,
    TAIL,
    left_part,
    right_part,
    tails,
    village,
)
from sansi.check.evidence.context import before, specimen
from sansi.check.evidence.places import place_at
from sansi.check.evidence.quick import quick
from sansi.check.evidence.table import column
from sansi.check.evidence.weight import weigh
from sansi.check.model import (
    Both,
    Category,
    Confidence,
    Hit,
    Located,
    Rule,
    Severity,
    Spot,
    Words,
)

HOME_LABELS = (
    *"""
    现居 现居地 家庭住址 家庭地址 住址 家住 现住 住在 租住 居住地 居住在 常住地址 户籍地 户籍所在地 户口所在地
    收货地址 收件地址 邮寄地址 寄到 寄往 寄至 寄给 送到 送至 送货地址 配送地址 通讯地址 通信地址
    联系地址 身份证地址
    """.split(),
    "住 址",
    "住　址",
)
_PLAIN_LABELS = ("地址", "地 址", "地　址")
_SURE = quick(r"家庭|住址|家住|现[住居]|住在|租住|居住|常住|户籍|户口|收货|收件|送货|配送|身份证|住\s+址")
# What may stand between a label and its address, and the address.
_BODY = quick(
    r"(?>(?:地址|所在地|地)?(?:在|是|为|到|于|改为|更新为)?[\s:：=|,，、\"'“”（(【\[]{0,6})"
    r"([\u4e00-\u9fffA-Za-z0-9０-９\-－—#＃·・()（）、 ]{4,70})"
)
_STOP = quick(
    r"联系|电话|手机|邮编|身份证|姓名|收件人|收货人|微信|QQ|邮箱|备注|[ ]{2,}|、(?![0-9０-９])"
    r"|[（(](?:联系|电话|邮编|近|旁|对面|收)|的|了|，|[0-9０-９]{7}"
)
_DETAIL = quick(
    r"(?:[0-9０-９一二三四五六七八九十]+(?:号|室|栋|幢|座|单元|楼|层|户|组|弄|巷|房|社|队|门)?|村|屯"
    r"|庄|寨|小区|花园|家园|新村|公寓|社区|宿舍|苑)"
)
_LAST = quick(
    r".*(?:[0-9０-９A-Za-z]|[号室栋幢座元楼层户组弄巷房社队门村屯庄寨区园苑寓舍院湾城府里])", re.DOTALL
)
_OFFICE_LABEL = quick(
    r"(?:办公|单位|公司|机构|注册|经营|营业|会议|活动|报名|考试|培训|举办|开标|投标|递交|办理|受理"
    r"|服务|领取|项目|建设|工程|集合|面试|体检|现场|门店|医院|学校|接待|信访|采购人|代理机构"
    r"|招标人|通讯处|投诉|投稿|监测|施工)[\u4e00-\u9fff]{0,4}$"
)
_PERSON_DATA = frozenset(
    {
        "cn-resident-id",
        "cn-mobile",
        "payment-card",
        "cn-passport",
        "cn-hkmo-permit",
        "wechat-id",
        "qq-id",
        "cn-name",
    }
)
_NEAR = 60
_LABELS = frozenset((*HOME_LABELS, *_PLAIN_LABELS))
_TOWNS = ("镇", "乡", "街道")
_UNIT_LAST = quick(r"[^#＃]*(?:号|室|栋|幢|弄|组|单元|座|户|楼|房|层|门|舍|院|社|[0-9０-９])")
# Read backwards.
_WORDS_BEFORE = quick(r"[\s:：\"]*+([\u4e00-\u9fff]{2,12})")
_LONG_NUMBER = quick(r"[0-9０-９]{5}")
_HOME_COLUMN = quick(r"住|收货|收件|家庭|户籍|详细地址|^地址$|通讯地址")
_OFFICE_PLACE = quick(
    r"(?:办公|单位|公司|机构|注册|经营|营业|会议|活动|报名|考试|开标|递交|办理|受理|领取|集合|接待"
    r"|采购人?|代理|网点|服务|窗口|来信|简历|投递|现场|通行)[\u4e00-\u9fff]{0,6}(?:地[址点]|场所"
    r"|所在地|寄)?"
    r"|地点|会址|场所|寄至"
)
_ROAD_NUMBER = quick(
    r"[路街道巷弄村镇乡区园苑城里寓舍院府][0-9０-９一二三四五六七八九十A-Za-z]|[0-9]+[栋幢室号]"
)


def find(spot: Spot) -> Iterable[Hit]:
    """Addresses around their numbers, behind a label, or down to a village."""
    text, start, end, _ = spot
    word = text[start:end]
    if word in _TOWNS:
        place = village(text, end)
        return _judged(spot, *place) if place else ()
    if word in _LABELS:
        # 家庭住址 ends in 住址: one of them is enough.
        return () if spot.memo.get("address behind") == end else _behind(spot, word)
    return [hit for at, stop in tails(text, start, end) for hit in _around(spot, at, stop)]


def _behind(spot: Spot, label: str) -> Iterable[Hit]:
    text = spot.text
    place = _written_behind(text, spot.end)
    if not place or _OFFICE_LABEL.search(before(text, spot.start, 10)) or specimen(text, spot.start):
        return ()
    start, end = place
    if OFFICE.search(text, start, end) and not DWELLING.search(text, start, end):
        return ()
    spot.memo["address behind"] = spot.end
    sure = _SURE.search(label) or RESIDENTIAL.search(text, start, end)
    reason = Both(f"“{label}”之后的地址", f"address after “{label}”")
    # A name or a telephone number in it may be found too, and what is found of the address then is its rest.
    if sure and place_at(text, start, end) and not _LONG_NUMBER.search(text, start, end):
        spot.memo["labelled address"] = place
    confidence = Confidence.LIKELY if sure else Confidence.POSSIBLE
    return [Hit(start, end, confidence, reason, weigh(labelled=True))]


def _written_behind(text: str, at: int) -> tuple[int, int] | None:
    """Where the address stands that a label ending at `at` points at."""
    body = _BODY.match(text, at)
    start, end = body.span(1) if body else (at, at)
    # 地址 stands in much prose, and prose names no road with a number behind it.
    if not body or not (place_at(text, start, end) or _ROAD_NUMBER.search(text, start, end)):
        return None
    stop = _STOP.search(text, start, end)
    last = _LAST.match(text, start, stop.start() if stop else end)
    return last.span() if last and _is_address(text, start, last.end()) else None


def _is_address(text: str, start: int, end: int) -> bool:
    """Whether it goes from a place or a road down to some detail."""
    place = place_at(text, start, end)
    if not _DETAIL.search(text, place or start, end):
        return False
    return bool(place) or _ROAD_NUMBER.search(text, start, end) is not None


def _around(spot: Spot, at: int, end: int) -> Iterable[Hit]:
    """The address whose numbers are `text[at:end]`."""
    text = spot.text
    low, high = spot.memo.get("labelled address", (end, end))
    if low < at and right_part(text, end) <= high:
        return ()  # its label has found it, and more of it
    start = left_part(text, at, end)
    # A run may begin with a numeral of the road's own name (五一|路 is one, 文|三路 is not).
    if start == at:
        return ()
    found = _UNIT_LAST.match(text, at, end)
    return _judged(spot, start, right_part(text, found.end() if found else end))


def _judged(spot: Spot, start: int, end: int) -> Iterable[Hit]:
    """A hit when it is somebody's home, a hint when it may be, nothing when an office sits there."""
    text = spot.text
    whole = text[start:end]
    placed = place_at(text, start, end) is not None
    detailed = RESIDENTIAL.search(whole) is not None
    if not (placed or detailed) or specimen(text, start) or _of_an_office(spot, start, end):
        return ()
    if detailed and (placed or len(whole) >= 7):
        reason = Both("具体到户或到组的地址", "an address down to the door or the village group")
        return [Hit(start, end, Confidence.LIKELY, reason, weigh(labelled=placed))]
    sure = _home_around(text, start) or bool(_HOME_COLUMN.search(column(spot, start)))
    confidence = Confidence.LIKELY if sure else Confidence.POSSIBLE
    return [Hit(start, end, confidence, Both("地址", "an address"), weigh(labelled=sure))]


def _of_an_office(spot: Spot, start: int, end: int) -> bool:
    text = spot.text
    if _home_around(text, start) or DWELLING.search(text, start, end):
        return False
    header = column(spot, start)
    if header and _HOME_COLUMN.search(header):
        return False
    label = _WORDS_BEFORE.match(text[start - 16 if start > 16 else 0 : start][::-1])
    words = (label[1][::-1] if label else "") + header
    return bool(OFFICE.search(text, start, _on_line(text, end, 6)) or _OFFICE_PLACE.search(words))


def _on_line(text: str, end: int, more: int) -> int:
    """`more` characters on, but not past the end of the line."""
    stop = text.find("\n", end, end + more)
    return stop if stop >= 0 else end + more


def _home_around(text: str, start: int) -> bool:
    return _SURE.search(before(text, start, 14)) is not None


def beside(_whole: Spot, located: Sequence[Located]) -> Iterable[Hit]:
    """Turn a possible address into a likely one where a person's number stands nearby."""
    maybe = [hit for rule, hit in located if rule == "cn-address" and hit.confidence is Confidence.POSSIBLE]
    return [hit for one in maybe for hit in _beside_a_person(one, located)]


def _beside_a_person(maybe: Hit, located: Sequence[Located]) -> Iterator[Hit]:
    low, high = maybe.start - _NEAR, maybe.end + _NEAR
    for rule, hit in located:
        if rule in _PERSON_DATA and low <= hit.start < high and hit.confidence is not Confidence.POSSIBLE:
            reason = Both("地址与个人信息写在一起", "an address beside a person's data")
            yield Hit(maybe.start, maybe.end, Confidence.LIKELY, reason, weigh(labelled=True))
            return


RULE = Rule(
    id="cn-address",
    category=Category.PERSONAL_DATA,
    severity=Severity.HIGH,
    title=Both("个人住址", "Home address"),
    why=Both(
        "公开住址会危及本人和家人的安全。", "A published home address puts the person and the family at risk."
    ),
    advice=Both("删除，或只写到区县、街道。", "Remove it or stop at the district or street."),
    source="GB/T 23705; GB/T 2260",
    triggers=(TAIL, Words((*HOME_LABELS, *_PLAIN_LABELS, *_TOWNS))),
    find=find,
    beside=beside,
    keep=(6, 0),
    hits=(
        "家住«浙江省杭州市西湖区文三路138号3幢2单元501室»，",
        "住址：«河南省周口市太康县王集乡李庄村3组12号»",
        "收货地址：«上海市浦东新区张杨路500弄12号601室»",
        "他住«阳光花园5栋2单元301室»。",
        "13812345678，«杭州市拱墅区莫干山路88号»",
    ),
    misses=(
        "办公地址：浙江省杭州市西湖区文三路138号",  # an office's
        "地址：杭州市西湖区文三路138号市民政局",  # an office's
        "5月12号3组开会",  # a date and a team
        "住址：浙江省杭州市******",  # masked
        "他住在杭州",  # a city is not an address
    ),
)
