"""地址的结构 · How a Chinese address is built, read outwards from its numbers.

Places (省 市 县 镇 村), then a road or an estate, then numbers with their units (138号3幢2单元501室).
The numbers are the anchor: prose has few runs such as 3幢2单元501室, and what stands left of them says
whether they belong to an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from sansi.check.evidence.digits import bytes_class
from sansi.check.evidence.places import place_at, places_within
from sansi.check.evidence.quick import quick
from sansi.check.model import Shape

_NUMERALS = "0123456789０１２３４５６７８９〇零一二三四五六七八九十百"
_UNITS = "号栋幢座单元室层楼弄组户门房附之支梯院期区苑排队舍社"
_LETTERS = "ABCDEFGHJKabcdefg"
_TAIL = frozenset(_NUMERALS + _UNITS + _LETTERS + "-－—#＃甲乙丙丁东西南北中")
_N = f"[{_NUMERALS}A-Za-z]"
_LEFT = quick(r"[\u4e00-\u9fffA-Za-z0-9０-９()（）·・\-－ 　]*+")
_SUFFIXES = """
    路 街 道 巷 弄 里 胡同 条 村 庄 屯 寨 营 堡 店 坪 坝 沟 岭 坡 塘 埠 圩 社区 小区 新村 花园 家园 苑 园 城 府 邸
    公寓 大厦 广场 大院 院 湾 郡 庭 居 邨 坊 墅 轩 阁 台 榭 宅 宿舍 生活区 家属院 家属楼 家属区 国际 名城 新城
    天下 中心 镇 乡 街道 组 队 社 林场 农场 团 嘎查 苏木 桥 湖 山 洲 岛 港 口 门 峰 岸 谷 里弄 学 厂 区 期 屋
    湾里 号 楼 东段 西段 南段 北段 中段 东 西 南 北 中
""".split()
_ENDS_IN_SUFFIX = quick(rf"(?:{'|'.join(_SUFFIXES)})第?[ 　]?$")
# Two units in a row (5栋2单元) are an address whatever the estate is called.
_TWO_UNITS = quick(
    rf"{_N}{{1,4}}(?:号?[栋幢座楼]|单元|弄|舍)[ 　]?(?:{_N}{{1,4}}(?:单元|室|户|号|楼|层|座|门|房)|[0-9]{{2,4}})"
)
_IN_TAIL = f"[{re.escape(''.join(sorted(_TAIL)))}]"
_NUMBERED = quick(
    rf"(?<!{_IN_TAIL}){_IN_TAIL}*?[0-9A-Ha-h０-９一二三四五六七八九十](?:[号室栋幢弄组座户楼房舍社#]|单元){_IN_TAIL}*+"
)


def _any_of(words: Iterable[str]) -> bytes:
    return b"(?:" + b"|".join(word.encode() for word in words) + b")"


def _tail_shape() -> Shape:
    """A numeral and its unit behind what an address has there, or two of them in a row.

    Prose is full of 3号 and 8楼: what stands left of them is asked here, where it costs nothing.
    """
    outer = [word for word in _SUFFIXES if word[-1] not in _TAIL]
    inner = bytes_class(frozenset(word[-1] for word in _SUFFIXES) & _TAIL)
    blank, ordinal, count = _any_of(" 　"), "第".encode(), bytes_class(frozenset(_NUMERALS + _LETTERS))
    begins = b"(?:%s(?:%s)?%s?|%s(?:%s%s?|%s))" % (
        _any_of(outer),
        ordinal,
        blank,
        inner,
        ordinal,
        blank,
        blank,
    )
    # Without the units that end a pair: from there on the run is known, and each end would be a mark.
    between = bytes_class(_TAIL - frozenset("号室栋幢弄"))
    unit = _any_of("号 室 栋 幢 弄 组 单元 座 户 楼 房 舍 社 #".split())
    # 8楼780 is a meeting room more often than a flat, and a flat's 室 says so.
    house, floor = _any_of("栋 幢 座 号栋 号幢 号座 号楼 单元 弄 舍".split()), "楼".encode()
    further = b"%s{1,4}%s" % (count, _any_of("单元 室 户 号 楼 层 座 门 房".split()))
    two = b"%s(?:%s(?:[0-9][0-9]|%s)|%s%s)" % (count, house, further, floor, further)
    return Shape(
        b"%s%s*%s%s|%s" % (begins, between, count, unit, two), _TAIL | frozenset("".join(outer) + "第 　")
    )


TAIL = _tail_shape()


def tails(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the numbers of addresses stand in a run of `TAIL`, which holds the word before them too."""
    return [found.span() for found in _NUMBERED.finditer(text, start, end)]


_FURTHER = quick(
    rf"[ 　]?[\u4e00-\u9fffA-Za-z·]{{0,10}}?第?[0-9０-９一二三四五六七八九十A-Za-z]{{1,5}}(?:号?[栋幢座楼院]"
    r"|号|单元|室|弄|户|舍|期|组|社|区(?=[0-9]))"
    rf"(?:{_N}|[{_UNITS}东西南北中\-－#])*"
)
# Words after which an address begins; the text to the left of them is prose.
_OPENERS = quick(
    r"(?:家住|现住|住在|租住|居住在?|住址|地址|户籍地?|户口|寄[到往至给]|送[到至往]|发[到往至]"
    r"|搬[到至]|邮寄|收货|收件|位于|坐落于?|住|家在|老家|回到?|来到?|去了?|赶到|抵达|前往|放|在|到"
    r"|于|至|从|是|为|了|的|我|他|她|你|您|和|与|及|该|由|将|对|把|向|叫|说|请|有|租)"
)
RESIDENTIAL = quick(
    rf"{_N}[ ]?(?:栋|幢|单元|室|户|号房|舍)|号楼.{{0,6}}[单室]"
    rf"|[村屯庄寨湾坪坝沟岭坡].{{0,8}}[组社队](?!区)|弄{_N}+号|宿舍|家属[院楼]|公寓|小区|花园|家园"
    rf"|[{_NUMERALS}]+[-－][{_NUMERALS}]+[-－][{_NUMERALS}]+"
)
DWELLING = quick(r"宿舍|学生公寓|家属[院楼]|[0-9]舍")
OFFICE = quick(
    r"政府|委员会|[公安税务财政教育民政局]{2}|法院|检察院|办公|大厅|服务中心|公司|集团|医院|派出所"
    r"|会议室|会议中心|酒店|宾馆|饭店|工业园|产业园|科技园|软件园|写字楼"
    r"|商务|图书馆|博物馆|体育[馆场]|剧[院场]|展览|交易中心|行政|机关|银行|大学|学院|中学|小学"
    r"|学校|幼儿园|市场|商场|购物|影城|车站|火车站|机场|广场|景区|公园|研究[院所]"
    r"|报社|电视台|邮局|窗口|厂区|总部|分部|店铺|门店|旗舰店|局$|综合楼|业务楼|市民之家|活动中心|纪检|监察|人事|科室|[0-9]号厅|门诊|急诊"
)
_MOST = 60


def _prose_before(text: str, at: int) -> int:
    """Where the run of characters that addresses are written with begins, at most `_MOST` back."""
    found = _LEFT.match(text[max(0, at - _MOST) : at][::-1])
    return at - (found.end() if found else 0)


def left_part(text: str, at: int, end: int) -> int:
    """Where the address whose numbers are `text[at:end]` begins; `at` when nothing belongs to it."""
    if not (_ENDS_IN_SUFFIX.search(text, max(0, at - 6), at) or _TWO_UNITS.search(text, at, end)):
        return at
    start = _prose_before(text, at)
    for i, stop in places_within(text, start, at):
        # A place counts when it is written out (…市) or another address part follows at once.
        if stop - i >= 3 or place_at(text, _past_blank(text, stop), at) or _tight(text, stop, at):
            return i
    return _after_opener(text, start, at)


def _past_blank(text: str, at: int) -> int:
    return at + (text[at : at + 1] in (" ", "　"))


def right_part(text: str, end: int) -> int:
    """Where the address goes on to after its first numbers: 120号|紫荆小区17幢5单元."""
    for _ in range(3):
        found = _FURTHER.match(text, end, end + 32)
        if not found or _OPENERS.match(text, end):
            return end
        end = found.end()
    return end


def _tight(text: str, start: int, at: int) -> bool:
    """Whether a short place name is followed by no more than a road or estate."""
    return at - start <= 14 and not _OPENERS.search(text, start, at)


def _after_opener(text: str, start: int, at: int) -> int:
    """Cut prose off the left: after the last opener that leaves a name of two characters."""
    for found in _OPENERS.finditer(text, start, at - 2):
        start = found.end() if at - found.end() >= 3 else start
    blank = max(text.rfind(c, start, at - 2) for c in " 　)）")
    return max(start, blank + 1, at - 24)


_VILLAGE_LAST = frozenset("村屯庄寨社嘎")
_VILLAGE = quick(
    rf"[\u4e00-\u9fff]{{1,6}}?(?:村|屯|庄|寨|社区|嘎查)(?:委会"
    rf"|民委员会)?(?:第?{_N}{{1,4}}(?:村民)?(?:小组|组|社|队)|[\u4e00-\u9fff]{{1,4}}(?:组|屯|社|庄"
    rf"|湾|坪))?(?:{_N}{{1,5}}号)?"
)


def village(text: str, at: int) -> tuple[int, int] | None:
    """The place of an address that goes from a county past the 镇 or 乡 ending at `at` to a village."""
    # 乡村 has none: a village has a name in front.
    if _VILLAGE_LAST.isdisjoint(text[at + 1 : at + 9]):
        return None
    found = _VILLAGE.match(text, at)
    if not found:
        return None
    for i, stop in places_within(text, max(at - 30, _prose_before(text, at)), at):
        if stop < at:
            return i, found.end()
    return None
