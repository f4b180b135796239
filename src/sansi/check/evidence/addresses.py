"""地址的结构 · How a Chinese address is built, read from its numbers to the left.

Places (省 市 县 镇 村), then a road or an estate, then numbers with their units (138号3幢2单元501室).
The numbers are the anchor: prose has few runs such as 3幢2单元501室, and what stands left of them says
whether they belong to an address.
"""

from __future__ import annotations

import re

from sansi.check.evidence.places import place_at

_HAN_DIGITS = "〇零一二三四五六七八九十百"
_NUMERALS = "0123456789０１２３４５６７８９" + _HAN_DIGITS
_UNITS = "号栋幢座单元室层楼弄组户门房附之支梯院期区苑排队"
TAIL_JOINS = frozenset(_NUMERALS + _UNITS + "-－—#＃ABCDEFGHJKabcdefg甲乙丙丁东西南北中")
_DIGIT = (
    rb"(?:[0-9A-Ha-h]|\xef\xbc[\x90-\x99]|\xe4\xb8[\x80\x83\x89]|\xe4\xba[\x8c\x94]|\xe5\x9b\x9b"
    rb"|\xe5\x85[\xab\xad]|\xe4\xb9\x9d|\xe5\x8d\x81)"
)
_UNIT = (
    rb"(?:\xe5\x8f\xb7|\xe5\xae\xa4|\xe6\xa0\x8b|\xe5\xb9\xa2|\xe5\xbc\x84|\xe7\xbb\x84"
    rb"|\xe5\x8d\x95\xe5\x85\x83|\xe5\xba\xa7|\xe6\x88\xb7|\xe6\xa5\xbc|\xe6\x88\xbf|#)"
)
TAIL_PATTERN = _DIGIT + _UNIT
"""A numeral and 号 室 栋 幢 弄 组 单元 座 户 楼 房 or #, as bytes."""

_LEFT = re.compile(r"[\u4e00-\u9fffA-Za-z0-9０-９()（）·・\-－ ]*$")
_SUFFIX = (
    r"路|街|道|巷|弄|里|胡同|条|村|庄|屯|寨|营|堡|店|坪|坝|沟|岭|坡|塘|埠|圩|社区|小区|新村|花园"
    r"|家园|苑|园|城|府|邸|公寓|大厦|广场|大院|院|湾|郡|庭|居|邨|坊|墅"
    r"|轩|阁|台|榭|宅|宿舍|宿舍区|生活区|家属[院楼区]|国际|名城|新城|天下|中心|镇|乡|街道|组|队|社"
    r"|林场|农场|团|嘎查|苏木|桥|湖|山|洲|岛|港|口|门|峰|岸|谷|里弄|学|厂|区|期"
)
ENDS_IN_SUFFIX = re.compile(rf"(?:{_SUFFIX})[ 　]?$")
_ROAD = re.compile(r"(?:路|街|道|巷|弄|胡同|里|条)$")
# Words after which an address begins; the text to the left of them is prose.
_OPENERS = re.compile(
    r"(?:家住|现住|住在|租住|居住在?|住址|地址|户籍地?|户口|寄[到往至给]|送[到至往]|发[到往至]"
    r"|搬[到至]|邮寄|收货|收件|位于|坐落于?|住|家在|老家|回到?|来到?|去了?|赶到|抵达|前往|在|到|于"
    r"|至|从|是|为|了|的|我|他|她|你|您|和|与|及|：|:|该|由|将|对|把|向|叫|说|请|有)"
)
RESIDENTIAL = re.compile(
    rf"[{_NUMERALS}A-Za-z][ ]?(?:栋|幢|单元|号楼|室|户|号房|房)"
    rf"|[村屯庄寨湾坪坝沟岭坡][\u4e00-\u9fff]{{0,6}}[{_NUMERALS}]{{1,4}}(?:组|号|社|队)"
    rf"|弄[{_NUMERALS}]+号|宿舍|家属|公寓|新村|小区|花园|家园|苑|[{_NUMERALS}]+[-－][{_NUMERALS}]+"
)
OFFICE = re.compile(
    r"政府|委员会|[公安税务财政教育民政局]{2}|人民法院|检察院|办公|大厅|服务中心|公司|集团|医院"
    r"|派出所|会议室|会议中心|酒店|宾馆|饭店|工业园|产业园|科技园|软件园|写字楼|商务|图书馆|博物馆"
    r"|体育[馆场]|剧[院场]|展览|交易中心|行政|机关|银行|大学|学院|中学|小学|学校|幼儿园|市场|商场"
    r"|购物|影城|车站|火车站|机场|广场|景区|公园|研究[院所]|报社|电视台|邮局|窗口|厂区|总部|分部"
    r"|店铺|门店|旗舰店|局$"
)
_MOST = 60


def left_part(text: str, at: int) -> int:
    """Where the address whose numbers begin at `at` begins; `at` when nothing belongs to it."""
    low = max(0, at - _MOST)
    found = _LEFT.search(text, low, at)
    start = found.start() if found else at
    if not ENDS_IN_SUFFIX.search(text, max(start, at - 6), at):
        return at
    for i in range(start, at):
        end = place_at(text, i, at)
        # A place counts when it is written out (…市) or another address part follows at once.
        if end and (end - i >= 3 or place_at(text, end, at) or _tight(text, end, at)):
            return i
    return _after_opener(text, start, at)


def _tight(text: str, start: int, at: int) -> bool:
    """Whether a short place name is followed by no more than a road or estate."""
    return at - start <= 14 and not _OPENERS.search(text, start, at)


def _after_opener(text: str, start: int, at: int) -> int:
    """Cut prose off the left: after the last opener that leaves a name of two characters."""
    for found in _OPENERS.finditer(text, start, at - 2):
        if at - found.end() >= 3:
            start = found.end()
    while start < at and text[start] in " 　)）·・-－":
        start += 1
    return max(start, at - 24)


def is_road(text: str, at: int) -> bool:
    """Whether a road's name ends at `at`."""
    return _ROAD.search(text, max(0, at - 3), at) is not None
