"""人 · Words that say whose a name is: labels of forms, officers' titles, and what may stand between.

A private person's name stands behind the label of a form, in a column of a table of persons, or
right beside that person's number. An officer's name stands beside a title, and is not our business.
"""

from __future__ import annotations

import re

_BLANK = "[ \u3000]{0,4}"
# Behind these a name is a private person's, whatever else is there.
SURE_LABELS = (
    *"""
    姓名 患者 病人 户主 业主 考生 学生 收件人 收货人 寄件人 持卡人 开户人 户名 开户名 账户名 账户名称
    被保险人 投保人 受益人 借款人 承租人 出租人 租客 房东 监护人 紧急联系人 家长 死者 伤者 受害人 被害人
    原告 被告 被告人 上诉人 申请执行人 被执行人 当事人 购票人 乘客 旅客 乘车人 入住人 就诊人 参保人
    缴费人 报名人 签收人 委托人 受托人 车主 驾驶人 驾驶员 报案人 投诉人 真实姓名 名字 配偶 父亲 母亲
    丈夫 妻子 儿子 女儿 爱人 我叫 产妇 亲属 住户 会员 求职者 应聘人 应聘者 候选人姓名 申请人 居民 村民
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
    老乡 朋友 租户 顾客 买家 卖家 买方 卖方 甲方 乙方
    """.split()
)
JOINT = re.compile(
    r"(?:姓名|名字|信息|名单|本人|名称)?(?:[\s:：=|,，\t\"'“”‘’*_`>（(【\[「]|是|为|叫|\(签[字名]\)"
    r"|（签[字名]）|</t[dh]>|<t[dh][^>]*>|[0-9]{0,2}[.、]){0,8}"
)
TITLE = re.compile(
    r"(?:同志)?(?:(?:省|市|县|区|镇|乡|村|局|厅|部|处|科|院|校|所|站|委|党委|党组|副|总|常务|代"
    r"|纪委|组织|宣传|支部|第一|执行|首席|新闻|办公室){0,4}"
    r"(?:书记|市长|省长|县长|区长|镇长|乡长|局长|主任|处长|科长|院长|校长|部长|厅长|司长|所长|站长"
    r"|队长|总经理|董事长|经理|总裁|总监|发言人|检察长|法官|审判长|审判员|书记员|检察官|记者"
    r"|通讯员|编辑|教授|研究员|院士|主席|会长|秘书长|理事长|委员|代表|专员|大使|参赞|司令|政委"
    r"|局座|警官|民警|律师|主编|校对|摄影))"
)
_TITLE_BEFORE = re.compile(TITLE.pattern + r"[ 　、]?$")
_TITLE_AFTER = re.compile(r"[ 　]?(?:同志|、)?" + TITLE.pattern)
OFFICE_COLUMN = re.compile(
    r"科室|处室|办公|职位|职称|办公电话|分工|分管|值班|岗位职责|主讲|导师|评委|作者|主编"
)
PERSON_COLUMN = re.compile(
    r"身份证|证件|手机|住址|地址|银行|卡号|家庭|学号|考号|准考证|年龄|出生|病|金额|补助"
    r"|成绩|护照|微信|QQ|账号|月工资|工资"
)
NAME_COLUMN = re.compile(
    r"姓名|名字|^(?:户主|业主|患者|考生|学生|收件人|收货人|申请人|联系人|家长|监护人|持卡人|开户人"
    r"|户名|员工|客户|客户名|持有人|乘客|旅客|被保险人|负责人|村民|居民|name)(?:名字|姓名)?$",
    re.IGNORECASE,
)
_FILLER_LEFT = re.compile(
    r"(?:[\s，,、：:；;（(|｜\t\"'“”‘’/·\-—*#=【\[{}<>]|[（(【\[]?(?:男|女)(?:性|士)?[）)】\]]?"
    r"|身份证件?(?:号码?)?|公民身份号码|证件(?:类型|号码?|号)?|居民|护照(?:号码?)?|通行证|港澳"
    r"|往来|手机(?:号码?)?|联系(?:电话|方式)|移动|电话(?:号码)?|号码?|tel|phone|mobile|id"
    r"|先生|女士|小姐|同学|大爷|大妈|阿姨|老人|师傅|家长|本人|的|是|为|银行卡|卡号|[账帐]号|户名"
    r"|住址?|地址|现|家住|户籍地?|微信号?|QQ|qq|邮箱|车牌号?|加|打|致电|请|可|联系|[0-9]{1,3}岁"
    r"|[0-9]{1,2}号|(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?(?:出?生)?|生于|出生"
    r"|[\u4e00-\u9fff]{1,4}族|[\u4e00-\u9fff]{2,3}(?:省|市|县|区)人|[（(]?(?:化名)?[）)]?"
    r"|[工农建中交招邮]行|开户行?|也|其|他|她|您|你|</?t[dhr][^>]*>){0,12}$",
    re.IGNORECASE,
)
_FILLER_RIGHT = re.compile(
    r"(?:[\s，,、：:；;（(|｜\t\"'“”/\-—*=【\[]|户名|姓名|机主|联系人|找|收件人|收货人|收|是|持卡人"
    r"|开户名|开户人|本人|</?t[dhr][^>]*>){0,6}",
    re.IGNORECASE,
)


def filler_before(text: str, at: int, low: int) -> int:
    """Where the words that may part a name from the value at `at` begin, not before `low`."""
    found = _FILLER_LEFT.search(text, low, at)
    return found.start() if found else at


def filler_after(text: str, at: int, high: int) -> int:
    """Where the words that may part a value ending at `at` from a name end."""
    found = _FILLER_RIGHT.match(text, at, high)
    return found.end() if found else at


def officer(text: str, start: int, end: int) -> bool:
    """Whether a title stands right before or after the name."""
    return bool(
        _TITLE_BEFORE.search(text, max(0, start - 12), start) or _TITLE_AFTER.match(text, end, end + 14)
    )
