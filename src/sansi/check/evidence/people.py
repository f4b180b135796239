"""人 · Words that say whose a name is: labels of forms, officers' titles, and what may stand between.

A private person's name stands behind the label of a form, in a column of a table of persons, or
right beside that person's number. An officer's name stands beside a title, and is not our business.
"""

from __future__ import annotations

import re
from string import ascii_letters, digits

from sansi.check.evidence.quick import quick
from sansi.check.evidence.surnames import DOTS, dotted_name_ending_at, is_han_char, name_ending_at

# Behind these a name is a private person's, whatever else is there.
SURE_LABELS = (
    *"""
    姓名 患者 病人 受种者 报名者 家属 投诉者 举报者 走失人 房主 住院人 受助人 获救者 落水者 户主
    业主 考生 学生 收件人 收货人 寄件人 持卡人 开户人 户名 开户名 账户名 账户名称 被保险人 投保人
    受益人 借款人 承租人 出租人 租客 房东 监护人 紧急联系人 家长 死者 伤者 受害人 被害人 原告 被告
    被告人 上诉人 申请执行人 被执行人 当事人 购票人 乘客 旅客 乘车人 持证人 持有人 起诉人 答辩人
    申诉人 领款人 出借人 欠款人 立据人 收养人 失主 走失者 失踪者 网名 入住人 就诊人 参保人 缴费人
    报名人 签收人 委托人 受托人 车主 驾驶人 驾驶员 报案人 投诉人 真实姓名 名字 配偶 父亲 母亲 丈夫
    妻子 儿子 女儿 爱人 我叫 产妇 亲属 住户 会员 求职者 应聘人 应聘者 候选人姓名 申请人 居民 村民
    学员 儿童 低保户 五保户 贫困户 脱贫户 农户 贷款人 担保人 保证人 留守儿童 孩子
    """.split(),
    "姓 名",
    "姓　名",
    "姓  名",
    "姓　　名",
)
# Behind these it may be an officer's or a company's: a private number must stand beside it.
WEAK_LABELS = tuple(
    """
    联系人 联络人 负责人 法定代表人 法人 经办人 代理人 客户 用户 员工 职工 同事 本人 老师 签名 签字
    收款人 付款人 汇款人 转给 找 叫 同学 队员 选手 志愿者 被访者 采访对象 经手人 机主 号主 邻居 同乡
    老乡 朋友 租户 顾客 买家 卖家 买方 卖方 甲方 乙方 网友 持票人 同行
    """.split()
)
JOINT = quick(
    r"(?:姓名|名字|信息|名单|本人|名称)?(?:[\s:：=|,，\t\"'“”‘’*_`>（(【\[「]|是|为|叫|\(签[字名]\)"
    r"|（签[字名]）|</t[dh]>|<t[dh][^>]*>|[0-9]{0,2}[.、]){0,8}"
)
_RANKS = """
    省 市 县 区 镇 乡 村 局 厅 部 处 科 院 校 所 站 委 党委 党组 副 总 常务 代 纪委 组织 宣传 支部 第一 执行 首席
    新闻 办公室
""".split()
_POSTS = """
    书记 市长 省长 县长 区长 镇长 乡长 局长 主任 处长 科长 院长 校长 部长 厅长 司长 所长 站长 队长 总经理 董事长
    经理 总裁 总监 发言人 检察长 法官 审判长 审判员 书记员 检察官 记者 通讯员 编辑 教授 研究员 院士 主席 会长
    秘书长 理事长 委员 代表 专员 大使 参赞 司令 政委 局座 警官 民警 律师 主编 校对 摄影
""".split()
TITLE = quick(f"(?:同志)?(?:(?:{'|'.join(_RANKS)}){{0,4}}(?:{'|'.join(_POSTS)}))")
_TITLE_BEFORE = quick(TITLE.pattern + r"[ 　、]?$")
_TITLE_AFTER = quick(r"[ 　]?(?:同志|、)?" + TITLE.pattern)
# What a title before a name ends in and one after a name begins with, and what may stand between.
_TITLE_LAST = frozenset(post[-1] for post in _POSTS) | frozenset(" 　、\n")
_TITLE_FIRST = frozenset(word[0] for word in (*_RANKS, *_POSTS)) | frozenset(" 　、同")
_GAP = frozenset(" 　、\n")
OFFICE_COLUMN = quick(r"科室|处室|办公|职位|职称|办公电话|分工|分管|值班|岗位职责|主讲|导师|评委|作者|主编")
PERSON_COLUMN = quick(
    r"身份证|证件|手机|住址|地址|银行|卡号|家庭|学号|考号|准考证|年龄|出生|病|金额|补助"
    r"|成绩|护照|微信|QQ|账号|月工资|工资"
)
NAME_COLUMN = quick(
    r"姓名|名字|^(?:户主|业主|患者|考生|学生|收件人|收货人|申请人|联系人|家长|监护人|持卡人|开户人"
    r"|户名|员工|客户|客户名|持有人|乘客|旅客|被保险人|负责人|村民|居民|name)(?:名字|姓名)?$",
    re.IGNORECASE,
)
# What JOINT can begin with besides blanks, and those of these that are all of it where no other follows.
_JOINT_MARKS = frozenset(":：=|,，\"'“”‘’*_`>（(【[「.、")
_JOINT_FIRST = _JOINT_MARKS | frozenset("姓名信本是为叫<0123456789")
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
_LONGER = frozenset(word for word in _FILLERS if len(word) > 1)
# The last two characters of a filler, in any case → the lengths of those that end in them, longest first.
_BY_LAST = {
    first + second: tuple(sorted({len(word) for word in _LONGER if word.endswith(last)}, reverse=True))
    for last in {word[-2:] for word in _LONGER}
    for first in {last[0], last[0].upper()}
    for second in {last[1], last[1].upper()}
}
# Fillers that are not words: an age, a date of birth, somebody else's bank, 港澳居民居住证. By what they
# end in, each with the most characters it can have. They are read backwards, from the place where they
# end: forwards every character of the line would be tried.
_DATE = r"(?:生出?)?(?:(?:日?[0-9]{1,2})?[月./-][0-9]{1,2})?[年./-][0-9]{2}(?:91|02)"
# Another cell of the same row: 准考证938687600029204, 2021.8, home.
_CELL = r"[0-9A-Za-z._@*]{1,40}+[:：]?[\u4e00-\u9fff]{0,6}+ ?[，,、；;|｜\t /-]"
_THING = r"(?:码?号|证|卡|话电|机手|户账|户)[\u4e00-\u9fff]{2,10}[，,、；;|｜： ：:\t ]"
_SHAPES = {
    last: (tuple(quick(pattern) for pattern in patterns), longest)
    for lasts, patterns, longest in (
        ("岁", ["岁[0-9]{1,3}"], 4),
        ("年月日生", [_DATE], 14),
        ("族", ["族[\u4e00-\u9fff]{1,4}"], 5),
        ("人", ["人[省市县区][\u4e00-\u9fff]{2,3}"], 5),
        ("卡", ["卡[\u4e00-\u9fff]{2,8}的", _THING], 13),
        ("号码证话机户", [_THING], 13),
        (digits, [_DATE, _CELL], 44),
        (ascii_letters + "_@", [_CELL], 44),
    )
    for last in lasts
}
_MOST_FILLERS = 12
_FILLER_MARKS = frozenset("，,、：:；;（(|｜\"'“”/-—*=【[ \t\n\r\u3000\u00a0")
_MARKS = re.escape("".join(sorted(_FILLER_MARKS)))
_FILLER_RIGHT = quick(
    rf"(?:[\s{_MARKS}]|户名|姓名|机主|联系人|找|收件人|收货人|收|是|的"
    r"|[\u4e00-\u9fff]{2,4}银行|[\u4e00-\u9fff]{2}支行|农商行|信用社|邮储|[工农建中交招]行|持卡人"
    r"|开户名|开户人|本人|</?t[dhr][^>]*>){0,6}",
    re.IGNORECASE,
)
# What the fillers other than marks and banks begin with.
_FILLER_FIRST = frozenset("户姓机联找收是的农信邮工建中交招持开本<")
_NONE: dict[int, int] = {}


def after_joint(text: str, at: int) -> int:
    """Where the value begins whose label ends at `at`."""
    first = at + 1 if text[at : at + 1] in _JOINT_MARKS else at
    following = text[first : first + 1]
    if following in _JOINT_FIRST or following.isspace():
        joint = JOINT.match(text, at)
        return joint.end() if joint else at
    return first


def name_before(text: str, at: int, low: int, known: dict[int, int] = _NONE) -> tuple[int, int] | None:
    """The name that only fillers part from the value at `at`, looking back to `low` at most.

    `known`: end → start of names that need no second look.
    """
    if text[low:at].isascii():
        return None  # each word of an English sentence could be another cell, and none is a name
    end = at
    for _ in range(_MOST_FILLERS):
        while end > low and text[end - 1] in _PUNCTUATION:
            end -= 1
        if end <= low:
            return None
        word = _filler_ending_at(text, end)
        # 李可 ends in a filler of one character, 手机 in a word that no name ends in.
        if word < 2:
            start = known[end] if end in known else _any_name_ending_at(text, end, low)
            if start is not None:
                return start, end
            word = word or _shape_ending_at(text, end, low)
            if word == 0:
                return None
        end -= word
    return None


def _filler_ending_at(text: str, end: int) -> int:
    """The length of the longest filler that ends at `end`; 0 when none does."""
    for length in _BY_LAST.get(text[end - 2 : end], ()):
        if length == 2 or (length <= end and text[end - length : end].lower() in _LONGER):
            return length
    return 1 if text[end - 1] in _SINGLE else 0


def _shape_ending_at(text: str, end: int, low: int) -> int:
    """The length of the longest filler that is no word and ends at `end`; 0 when none does."""
    shapes = _SHAPES.get(text[end - 1])
    if shapes is None:
        return 0
    patterns, longest = shapes
    backwards = text[max(low, end - longest) : end][::-1]
    length = 0
    for pattern in patterns:
        if (found := pattern.match(backwards)) and found.end() > length:
            length = found.end()
    return length


def _any_name_ending_at(text: str, end: int, low: int) -> int | None:
    if not "一" <= text[end - 1] <= "鿿" and not is_han_char(text[end - 1]):
        return None
    last = text[max(low, end - 9) : end]
    if not (last.isalpha() or DOTS.isdisjoint(last)):
        start = dotted_name_ending_at(text, end, low)
        if start is not None:
            return start
    return name_ending_at(text, end, low)


def filler_after(text: str, at: int, high: int) -> int:
    """Where the words that may part a value ending at `at` from a name end."""
    first = at
    while at < high and text[at] in _FILLER_MARKS:
        at += 1
    following = text[at : min(high, at + 6)]
    if following[:1] in _FILLER_FIRST or "行" in following or following[:1].isspace() or at > first + 6:
        found = _FILLER_RIGHT.match(text, first, high)
        return found.end() if found else first
    return at


def officer(text: str, start: int, end: int) -> bool:
    """Whether a title stands right before or after the name."""
    if text[end : end + 1] in _TITLE_FIRST and _TITLE_AFTER.match(text, end, end + 14):
        return True
    last = text[start - 1 : start]
    if last in _GAP:
        last = text[start - 2 : start - 1] if start > 1 else ""
    return last in _TITLE_LAST and _TITLE_BEFORE.search(text, max(0, start - 12), start) is not None
