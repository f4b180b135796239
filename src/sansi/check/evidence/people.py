"""人 · Words that say whose a name is: labels of forms, officers' titles, and what may stand between.

A private person's name stands behind the label of a form, in a column of a table of persons, or
right beside that person's number. An officer's name stands beside a title, and is not our business.
"""

from __future__ import annotations

import re

from sansi.check.evidence.quick import quick

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


def after_joint(text: str, at: int) -> int:
    """Where the value begins whose label ends at `at`."""
    first = at + 1 if text[at : at + 1] in _JOINT_MARKS else at
    following = text[first : first + 1]
    if following in _JOINT_FIRST or following.isspace():
        joint = JOINT.match(text, at)
        return joint.end() if joint else at
    return first


def officer(text: str, start: int, end: int) -> bool:
    """Whether a title stands right before or after the name."""
    if text[end : end + 1] in _TITLE_FIRST and _TITLE_AFTER.match(text, end, end + 14):
        return True
    last = text[start - 1 : start]
    if last in _GAP:
        last = text[start - 2 : start - 1] if start > 1 else ""
    return last in _TITLE_LAST and _TITLE_BEFORE.search(text, max(0, start - 12), start) is not None
