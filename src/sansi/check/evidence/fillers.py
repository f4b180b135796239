"""间隔 · What may stand between a name and the number or address that is its owner's.

Marks, words (的身份证号是), sex and age, a date of birth, other cells of the row.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from string import ascii_letters, digits
from typing import cast

from sansi.check.evidence.name_bits import beginnings, compound, surnames
from sansi.check.evidence.quick import quick
from sansi.check.evidence.surnames import DOTS, NEVER_LAST, Likeness, any_name_ending_at, is_name

_PUNCTUATION = frozenset(
    " \t\u3000\u00a0\u200b，,、：:；;（(|｜\"'“”‘’/·-—–*#=+＋【[{}<>）)]】~。.「」『』《》"
)
# What may stand between a name and the value that is its owner's, peeled off from the right.
_FILLERS = """
    普通护照 因私护照 因公护照 公务护照 港澳通行证 身份证号码 身份证 身份证号 身份证件 公民身份号码
    证件 证件号 证件号码 证件类型 居民 居民身份证 护照 护照号 护照号码 通行证 居住证 手机 手机号
    手机号码 联系电话 联系方式 移动电话 电话 电话号码 号码 号 卡号 银行卡 银行卡号 账号 帐号 账户
    户名 开户行 先生 女士 小姐 同学 大爷 大妈 阿姨 老人 师傅 家长 本人 住 住址 地址 现住 现住址 家住
    家庭住址 住在 户籍 户籍地 微信 微信号 邮箱 电子邮箱 车牌 车牌号 驾驶 名下 致电 联系 旧证号
    单位电话 家庭电话 宅电 座机 固话 男 女 男性 女性 生于 出生 的 是 为 现 加 打 请 可 也 其 他 她
    您 你 和 及 化名 一张 一本 一部 本人的 工行 农行 建行 中行 交行 招行 邮储 收 收件 寄 tel phone
    mobile email id qq vx wechat e-mail cell 银行 中国银行 工商银行 建设银行 农业银行 交通银行
    招商银行 邮储银行 邮政储蓄 邮政储蓄银行 民生银行 光大银行 中信银行 浦发银行 兴业银行 平安银行
    华夏银行 广发银行 农商银行 农商行 农村商业银行 农村信用社 信用社 的银行卡 社保卡 一卡通 储蓄卡
    信用卡 工资卡 卡 准考证 准考证号 学号 工号 考号 社保号 医保卡 的卡 的手机 的电话 的微信 的护照
    的身份证 家里 家里电话 家 现年 出生日期 出生年月 性别 年龄 旅客
""".split()
_SINGLE = frozenset(word for word in _FILLERS if len(word) == 1)
# Fillers that are not words: an age, a date of birth, a document. By what they
# end in, each with the most characters it can have. They are read backwards, from the place where they
# end: forwards every character of the line would be tried.
_DATE = r"(?:生出?)?(?:(?:日?[0-9]{1,2})?[月./-][0-9]{1,2})?[年./-][0-9]{2}(?:91|02)"
# Another cell of the same row: 准考证938687600029204, 2021.8, home.
_CELL = r"[0-9A-Za-z._@*]{1,40}+[:：]?[\u4e00-\u9fff]{0,6}+ ?[，,、；;|｜\t /-]"
_THING = r"[证户][\u4e00-\u9fff]{2,10}[，,、；;|｜： ：:\t ]"
_SHAPES = {
    last: (tuple(quick(pattern) for pattern in patterns), longest)
    for lasts, patterns, longest in (
        ("岁", ["岁[0-9]{1,3}"], 4),
        ("年月日生", [_DATE], 14),
        ("族", ["族[\u4e00-\u9fff]{1,4}"], 5),
        ("人", ["人[省市县区][\u4e00-\u9fff]{2,3}"], 5),
        ("证户", [_THING], 13),
        (digits, [_DATE, _CELL], 44),
        (ascii_letters + "_@", [_CELL], 44),
    )
    for last in lasts
}
# What may stand between a value and the name behind it; blanks are all but line breaks, which end the search.
_BLANKS = r" \t\r\v\f\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_MARKS = r"，,、：:；;（(|｜\"'“”/\-—*=【\["
_FILLER_RIGHT = quick(
    rf"(?:[\s{_MARKS}]|户名|姓名|机主|联系人|找|收件人|收货人|收|是|的"
    r"|[\u4e00-\u9fff]{2,4}银行|[\u4e00-\u9fff]{2}支行|农商行|信用社|邮储|[工农建中交招]行|持卡人"
    r"|开户名|开户人|本人|</?t[dhr][^>]*>){0,6}",
    re.IGNORECASE,
)
# What those that are no marks begin with.
_WORD_RIGHT = "[户姓机联找收是的农信邮工建中交招持开本<]|.{3,5}行"
_NONE: dict[int, int] = {}


def name_before(text: str, at: int, low: int, known: dict[int, int] = _NONE) -> tuple[int, int] | None:
    """The name that only fillers part from the value at `at`, looking back to `low` at most.

    `known`: end → start of names that need no second look.
    """
    backwards = text[low:at][::-1]
    if backwards.isascii():
        return None  # each word of an English sentence could be another cell, and none is a name
    skip, length = _back(), 0
    while True:
        stop = skip(backwards, length)
        length, end = stop.end(), at - stop.end()
        if stop.lastindex:
            start = known[end] if end in known else any_name_ending_at(text, end, low)
            # Of the sentence before, whatever is no more than possible is a word: … 张贴。住址：…
            if start is not None:
                doubtful = "。" in backwards[:length] and is_name(text[start:end]) is Likeness.PLAUSIBLE
                return None if doubtful else (start, end)
        # 李可 ends in a filler of one character: it is one when that is no name.
        last = backwards[length : length + 1]
        word = 1 if last in _SINGLE else last in _SHAPES and _shape_at(backwards, length)
        if not word:
            return None
        length += word


@cache
def _back() -> Callable[[str, int], re.Match[str]]:
    """Matches, backwards, what surely is no name; the group tells whether a name may end there."""
    words = _reversed(word for word in _FILLERS if len(word) > 1)
    marks = f"[{re.escape(''.join(sorted(_PUNCTUATION)))}]*+"
    begins = "".join(name for name in surnames() if len(name) == 1)
    long = "".join(sorted({name[0] for name in compound()}))
    never = "".join(sorted(NEVER_LAST))
    # Of what a name ends in only ASCII is left out: every set of many ranges takes long to compile.
    name = f"(?=[^ -~{never}](?:.?[{begins}]|..[{long}])|[^ -~].{{1,7}}[{''.join(sorted(DOTS))}])"
    single = f"(?!{name})[{''.join(sorted(_SINGLE))}]"
    lasts = "".join(sorted({word[-1] for word in _FILLERS} | set(ascii_letters)))
    # It matches nothing at all too, hence everywhere.
    pattern = re.compile(f"{marks}(?:(?=[{lasts}])(?:{words}|{single}){marks})*+({name})?")
    return cast("Callable[[str, int], re.Match[str]]", pattern.match)


def _reversed(words: Iterable[str]) -> str:
    """A regex for the longest of `words` written backwards, in any case; one by one would take ten times longer."""
    by_last: dict[str, list[str]] = {}
    for word in words:
        by_last.setdefault(word[-1:], []).append(word[:-1])
    return "|".join(
        (f"[{last}{last.upper()}]" if last.isascii() else last)
        + (f"(?:{_reversed(w for w in rest if w)}){'?' if '' in rest else ''}" if any(rest) else "")
        for last, rest in by_last.items()
    )


def _shape_at(backwards: str, at: int) -> int:
    """The length of the longest filler that is no word and stands at `at`; 0 when none does."""
    patterns, longest = _SHAPES[backwards[at]]
    end = at
    for pattern in patterns:
        if (found := pattern.match(backwards, at, at + longest)) and found.end() > end:
            end = found.end()
    return end - at


def may_follow(text: str, at: int) -> bool:
    """Whether a name may stand behind a value that ends at `at`; most are followed by none."""
    return _ahead()(text, at) is not None


@cache
def _ahead() -> Callable[[str, int], re.Match[str] | None]:
    begins = "".join(beginnings())
    return re.compile(
        f"[{_MARKS}{_BLANKS}]{{0,6}}+(?:[{begins}]|{_WORD_RIGHT}|[^ -~].{{1,7}}[{''.join(sorted(DOTS))}])"
    ).match


def filler_after(text: str, at: int, high: int) -> int:
    """Where the words that may part a value ending at `at` from a name end."""
    found = _FILLER_RIGHT.match(text, at, high)
    return found.end() if found else at
