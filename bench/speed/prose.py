"""合成文章 · Ordinary prose in Chinese and English, composed sentence by sentence.

Prose without findings, but with what sets triggers off in real text: years, dates, amounts,
versions, links, order numbers, and the words 号码 电话 密码 内部 number password key token as
people use them when nothing is given away.
"""

from __future__ import annotations

from random import Random

_SUBJECTS_ZH = (
    "社区居委会", "市图书馆", "我校团委", "县农业农村局", "合作社的几位老人", "值班的同志", "项目组",
    "参加培训的学员", "志愿者们", "附近的商户", "评审专家", "新来的实习生", "街道办事处", "运维小组",
    "博物馆讲解员", "孩子们的家长", "施工单位", "课题负责人", "物业公司", "医院门诊部",
)  # fmt: skip
_VERBS_ZH = (
    "认真讨论了", "逐项落实了", "整理并公布了", "反复修改了", "顺利完成了", "集中学习了", "对照检查了",
    "重新安排了", "如期启动了", "耐心解释了", "统一布置了", "详细记录了", "联合开展了", "及时反馈了",
)  # fmt: skip
_OBJECTS_ZH = (
    "年度预算方案", "防汛值守的安排", "垃圾分类的做法", "老旧小区改造的进度", "读书节的全部活动", "采购流程",
    "春耕备耕的技术要点", "食堂的菜单和价格", "安全生产的各项要求", "实验室的设备清单", "志愿服务的名额",
    "内部控制制度", "政务公开的目录", "信息系统的等级保护测评", "密码学公开课的讲义", "秘密花园读书会的书目",
    "苹果树的修剪方法", "河道清淤的工程量", "古桥的测绘图", "小麦的长势", "地铁三期的线路", "展厅的灯光", "新编的民歌", "雨水花园的设计",
    "夏令营的日程", "公交线路的调整", "稻田养鱼的经验", "校史陈列的内容", "冬季供暖的准备", "丰收节的节目单", "污水处理的新工艺",
    "城市绿道的走向", "粮食烘干的设备", "社区菜园的分工", "山洪预警的演练", "旧书交换的规则", "电影放映的安排", "湿地候鸟的数量",
    "桥梁的检测结果", "蔬菜大棚的温度", "乡村公路的养护", "科普讲座的题目", "运动会的比赛项目", "木版年画的工艺", "果蔬批发的价格",
    "排水管网的普查", "阅览室的座位", "诗歌朗诵的篇目", "茶叶采摘的时机", "航班的起降次数", "水库的水位", "足球联赛的赛程",
    "菌菇栽培的技术", "石刻的拓片", "春季植树的面积", "机床的精度", "风力发电的装机容量", "水稻新品种的试种", "博物馆的临展",
)  # fmt: skip
_TAILS_ZH = (
    "并请大家继续提出意见", "下一步还要听取群众的想法", "总体情况比预想的要好", "有关细节将另行通知",
    "前后一共用了不到两个小时", "这在往年是不多见的", "大家都觉得很有收获", "问题也比较集中",
    "现场的气氛十分热烈", "希望各单位抓紧落实", "具体时间以公告为准", "结果已经在公示栏张贴",
)  # fmt: skip
_OPENINGS_ZH = (
    "据了解，", "会后，", "与此同时，", "按照计划，", "入冬以来，", "在大家的支持下，", "由于天气原因，", "", "", "",
)  # fmt: skip
_FIXED_ZH = (
    "咨询请拨打服务热线12345，也可以到一楼大厅的窗口办理。",
    "忘记密码的用户可以在登录页面自行重置，重置链接当日有效。",
    "本次活动不收取任何费用，也不需要提供身份证复印件。",
    "请各位妥善保管自己的账号，不要把验证码告诉任何人。",
    "办公电话将在搬迁后统一更换，新的号码另行公布。",
    "所有材料一式三份，装订后交到综合科，逾期不再受理。",
    "姓名、单位和职务三栏由本人填写，地址一栏可以留空。",
    "发布之前请再读一遍，确认没有写进任何人的联系方式。",
)
_SUBJECTS_EN = (
    "The committee", "Our library", "A team of volunteers", "The maintenance crew", "The spokesperson", "Every branch",
    "The night shift", "The editorial board", "A group of teachers", "The harbour office", "The project lead",
    "Several residents", "The finance department", "The release manager", "The new intern",
    "The orchestra", "Our gardeners", "The weather station", "A local bakery", "The ferry company", "The rowing club",
    "Two carpenters", "The history museum", "The choir", "The village school", "Most farmers", "The botanists",
)  # fmt: skip
_VERBS_EN = (
    "reviewed", "published", "postponed", "summarised", "welcomed", "approved", "rewrote", "tested", "discussed",
    "collected", "explained", "measured", "compared", "documented",
)  # fmt: skip
_OBJECTS_EN = (
    "the annual budget", "a plan for the flooded road", "the results of the survey", "the opening hours of the hall",
    "an update of the internal guidelines", "the password policy for shared machines", "the keyboard shortcuts",
    "a tokenizer for old manuscripts", "the address of the new building in general terms", "the phone menu",
    "an identical set of forms", "the secret garden exhibition", "the card catalogue", "the key findings",
    "the harvest of early apples", "a bridge over the mill stream", "the restoration of the clock", "the winter timetable",
    "a series of evening concerts", "the depth of the lake", "new benches for the park", "the spelling of old street names",
    "the migration of storks", "the price of timber", "a recipe for rye bread", "the noise along the ring road",
    "the acoustics of the great hall", "a map of footpaths", "the colour of the new trams", "the water level",
    "a collection of pressed flowers", "the rules of the chess league", "solar panels on the roof", "the soil of the allotments",
    "the final round of the tournament", "a play about the lighthouse", "the repair of dry stone walls", "the menu for the feast",
)  # fmt: skip
_TAILS_EN = (
    "before the end of the quarter", "after a long and friendly discussion", "without any further delay",
    "as they had promised in spring", "because the weather had turned", "to the surprise of the audience",
    "and asked for comments by the end of the week", "although two questions remain open",
    "while the main entrance is being repaired", "in line with the guidelines published earlier",
)  # fmt: skip
_FIXED_EN = (
    "Numbers are rounded and may not add up to the total.",
    "Call the front desk or come by; no appointment is needed.",
    "Never share your password, and lock the screen when you leave.",
    "See the appendix for the method, the data and the licence.",
    "This e-mail and any attachment may be confidential; if it reached you by mistake, delete it.",
    "The identifier in the first column is internal and carries no meaning.",
    "Registration closes when the last seat is taken.",
)


def _fact_zh(rng: Random) -> str:
    """A sentence with figures that look a little like data."""
    n = rng.randint
    year, month, day = n(2015, 2026), n(1, 12), n(1, 28)
    return rng.choice(
        (
            f"{year}年{month}月{day}日，{rng.choice(_SUBJECTS_ZH)}{rng.choice(_VERBS_ZH)}{rng.choice(_OBJECTS_ZH)}。",
            f"全年共受理来信{n(100, 9999)}件，同比增长{n(1, 40)}.{n(0, 9)}%，办结率{n(90, 99)}%。",
            f"项目总投资{n(100, 9000)}万元，占地{n(1000, 90000)}平方米，工期{n(90, 700)}天。",
            f"详见https://www.example.gov.cn/xxgk/{year}{month:02}/t{year}{month:02}{day:02}_{n(10**6, 10**7)}.html。",
            f"订单编号{year}{month:02}{day:02}{n(10**9, 10**10)}，以系统记录为准。",
            f"软件升级到v{n(1, 9)}.{n(0, 20)}.{n(0, 20)}，修复了{n(2, 40)}个问题。",
            f"会议定于{month}月{day}日{n(8, 17)}:30在{n(2, 9)}楼{n(201, 912)}会议室召开。",
            f"根据国发〔{year}〕{n(1, 60)}号文件，有关标准自{year + 1}年1月1日起施行。",
        )
    )


def _fact_en(rng: Random) -> str:
    n = rng.randint
    year, month, day = n(2015, 2026), n(1, 12), n(1, 28)
    return rng.choice(
        (
            f"On {year}-{month:02}-{day:02} the index stood at {n(1000, 30000):,}.{n(10, 99)}, up {n(1, 9)} points.",
            f"Version {n(1, 9)}.{n(0, 30)}.{n(0, 30)} closes {n(3, 90)} issues (build {rng.getrandbits(28):07x}).",
            f"Details: https://docs.example.org/{year}/{month:02}/report-{n(100, 999)}?page={n(1, 9)}#summary",
            f"Order {n(10**7, 10**8)} left the warehouse at {n(8, 19)}:{n(10, 59)} and weighs {n(1, 40)} kg.",
            f"ISBN 978-7-{n(100, 999)}-{n(10000, 99999)}-{n(0, 9)} has {n(90, 600)} pages.",
            f"Between {year - 9} and {year} visits rose from {n(10, 99)},{n(100, 999)} to {n(100, 999)},{n(100, 999)}.",
        )
    )


def sentence_zh(rng: Random) -> str:
    """One sentence of Chinese prose."""
    kind = rng.random()
    if kind < 0.16:
        return _fact_zh(rng)
    if kind < 0.24:
        return rng.choice(_FIXED_ZH)
    return (
        f"{rng.choice(_OPENINGS_ZH)}{rng.choice(_SUBJECTS_ZH)}{rng.choice(_VERBS_ZH)}"
        f"{rng.choice(_OBJECTS_ZH)}，{rng.choice(_TAILS_ZH)}。"
    )


def sentence_en(rng: Random) -> str:
    """One sentence of English prose."""
    kind = rng.random()
    if kind < 0.16:
        return _fact_en(rng) + " "
    if kind < 0.24:
        return rng.choice(_FIXED_EN) + " "
    return f"{rng.choice(_SUBJECTS_EN)} {rng.choice(_VERBS_EN)} {rng.choice(_OBJECTS_EN)} {rng.choice(_TAILS_EN)}. "
