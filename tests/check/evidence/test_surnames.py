"""Names are told from words that look like them, alone and inside a sentence."""

from __future__ import annotations

import pytest

from sansi.check.evidence.name_bits import given_bits, name_bits, surname_at
from sansi.check.evidence.surnames import (
    Likeness,
    any_name_ending_at,
    dotted_name_at,
    dotted_name_ending_at,
    is_name,
    is_word,
    is_word_and_name,
    name_at,
    name_ending_at,
    split,
)

# The hundred commonest surnames but for those that are common words, and names of four generations.
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶苏魏"
    "吕丁沈姚卢姜崔钟谭陆汪范廖贾夏韦邹孟熊秦邱尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱覃戴莫孔汤"
)
GIVEN = """
    伟 芳 娜 敏 静 磊 洋 艳 勇 军 杰 娟 涛 超 霞 刚 辉 玲 丹 萍 鹏 红 斌 燕 莉 兰 凯 梅
    丽 浩 秀英 桂英 秀兰 玉兰 建国 建军 志强 志明 永强 海燕 晓红 春梅 小红 婷婷 雪梅 子涵 欣怡
    梓涵 雨泽 浩然 子轩 宇轩 思远 嘉怡 佳琪 梦瑶 雅婷 诗涵 俊杰 子豪 天佑 晨曦 明轩 若曦 可馨 语嫣
    依诺 雨桐 沐宸 奕辰 宇航 思琪 爱华 淑珍 凤英 德明 建华 少华 红梅 永红 晓东 晓明 志远 启明 慧敏
    丽华 美玲 雪松 振华 兴华 光明 小龙 翠花
""".split()
ORDINARY = """
    高度 周一 方便 何时 王府 金额 时间 程序 安全 于是 马上 常见 成都 江苏 黄金 温度 华为 陈述 严格
    项目 明确 关于 任务 何人 全部 单位 和平 陈列 张贴 申请 年龄 成绩 应聘 方式 任职 计划 平台 支付
    信息 公司 通过 查询 户口 房屋 车辆 管理 师傅 祝贺 谢谢 元素 权利 余额 顾客 步骤 章程 毕业 水电
    鲜花 时间表 任何人 单位名 和平台 向群众 于上海 高度重 安徽人 江苏省 石家庄 马拉松 许可证 程序员
    党支部 于公司 王公司 查询码 金融业 应急办 路由器 包括 党员 干部 农村 商品 后台 都是 但是 来源
    相关 计算 能够 费用 花园 苗木 资料 达到 部门 镇长 长期 随时 集体 青年 须知 香港 齐全 简历 端口
""".split()


def test_names_of_four_generations_are_accepted() -> None:
    names = [surname + given for surname in SURNAMES for given in GIVEN]
    accepted = sum(bool(is_name(name)) for name in names)
    strong = sum(is_name(name) is Likeness.STRONG for name in names)

    assert accepted >= 0.98 * len(names)
    assert strong >= 0.9 * len(names)


def test_ordinary_words_are_hardly_ever_names() -> None:
    assert [word for word in ORDINARY if is_name(word) is Likeness.STRONG] == []
    assert sum(bool(is_name(word)) for word in ORDINARY) <= 0.03 * len(ORDINARY)


@pytest.mark.parametrize(
    ("run", "likeness"),
    [
        ("张伟", Likeness.STRONG),
        ("欧阳文静", Likeness.STRONG),
        ("上官婉儿", Likeness.STRONG),
        ("诸葛亮", Likeness.STRONG),
        ("高峰", Likeness.PLAUSIBLE),
        ("王五", Likeness.PLAUSIBLE),
        ("高雄", Likeness.NO),  # a city
        ("欧阳", Likeness.NO),  # a surname alone
        ("王", Likeness.NO),
        ("张三李四王", Likeness.NO),
        ("王先生", Likeness.NO),
        ("王总", Likeness.NO),
        ("张某", Likeness.NO),
        ("李家", Likeness.NO),
        ("张A", Likeness.NO),
        ("么伟", Likeness.NO),
        ("", Likeness.NO),
    ],
)
def test_a_run_looks_like_a_name(run: str, likeness: Likeness) -> None:
    assert is_name(run) is likeness


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("张伟说", "张伟"),
        ("张伟", "张伟"),
        ("张伟老师", "张伟"),
        ("张伟明天来", "张伟"),
        ("李秀英同志", "李秀英"),
        ("李秀英，女", "李秀英"),
        ("李秀英住院", "李秀英"),
        ("李明的，", "李明"),
        ("王刚强调", "王刚"),
        ("欧阳文静女士", "欧阳文静"),
        ("欧阳文静", "欧阳文静"),
        ("周杰伦演唱会", "周杰伦"),
        ("高度重视", None),
        ("于是我们", None),
        ("的", None),
        ("王", None),
        ("", None),
    ],
)
def test_a_name_ends_before_what_follows(text: str, name: str | None) -> None:
    end = name_at(text, 0)

    assert (text[:end] if end else None) == name


def test_a_name_goes_no_further_than_it_may() -> None:
    assert name_at("李秀英", 0, 2) == 2
    assert name_at("李秀英", 0, 1) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("联系人张伟", "张伟"),
        ("被告人李秀英", "李秀英"),
        ("我是欧阳文静", "欧阳文静"),
        ("患者王芳", "王芳"),
        ("本报记者陈建国", "陈建国"),
        ("我们高度", None),
        ("", None),
    ],
)
def test_a_name_begins_after_what_precedes(text: str, name: str | None) -> None:
    start = name_ending_at(text, len(text))

    assert (None if start is None else text[start:]) == name


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("迪丽热巴·迪力木拉提", 10),
        ("迪丽热巴•迪力木拉提同志", 10),
        ("阿依古丽・买买提的", 8),
        ("约翰·罗纳德·瑞尔·托尔金·某某", 13),
        ("阿·买买提", None),
        ("张伟", None),
        ("张伟·", None),
        ("张伟·abc", None),
        ("abc", None),
        ("", None),
    ],
)
def test_a_dotted_name_has_two_to_four_parts(text: str, end: int | None) -> None:
    assert dotted_name_at(text, 0) == end


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("患者的迪丽热巴·迪力木拉提", "迪丽热巴·迪力木拉提"),
        ("迪丽热巴·迪力木拉提", "迪丽热巴·迪力木拉提"),
        ("，买买提·阿不都", "买买提·阿不都"),
        ("一二三四五六七八九十·阿不都", None),
        ("没有这样的人", None),
        ("", None),
    ],
)
def test_a_dotted_name_begins_after_what_precedes(text: str, name: str | None) -> None:
    start = dotted_name_ending_at(text, len(text))

    assert (None if start is None else text[start:]) == name


def test_a_dotted_name_goes_no_further_than_it_may() -> None:
    assert dotted_name_at("买买提·阿不都", 0, 5) == 5


@pytest.mark.parametrize(
    ("text", "surname"),
    [
        ("欧阳修", "欧阳"),
        ("欧文", "欧"),
        ("爱新觉罗", "爱新觉罗"),
        ("濮阳市", "濮阳"),
        ("濮", "濮"),
        ("么", None),
        ("", None),
    ],
)
def test_a_compound_surname_comes_first(text: str, surname: str | None) -> None:
    assert surname_at(text) == surname


def test_bits_add_up() -> None:
    assert name_bits("王", "芳") == name_bits("王", "") + given_bits("芳")
    assert given_bits("芳") > given_bits("的")
    assert given_bits("\u9fa5\u9fa5") == 0


def test_words_and_words_that_are_names_are_apart() -> None:
    assert is_word("高度")
    assert not is_word("高峰")
    assert is_word_and_name("高峰")
    assert not is_word_and_name("高度")
    assert split("的人") is None
    assert split("张三李四") is None


@pytest.mark.parametrize("run", ["成都明", "王北京"])
def test_places_in_a_run_speak_against_a_name(run: str) -> None:
    assert is_name(run) is not Likeness.STRONG


def test_a_name_that_begins_like_a_place_is_a_name_all_the_same() -> None:
    assert is_name("林芝萍")
    assert is_name("林芝萍") <= is_name("林淑萍")


def test_the_name_before_a_place_has_dots_or_none() -> None:
    assert any_name_ending_at("住户陈思远", 5) == 2
    assert any_name_ending_at("户主：木拉提·叶尔肯", 10) == 3
    assert any_name_ending_at("9·陈思远", 5) == 2  # what stands before the dot is no name
    assert any_name_ending_at("陈思远他", 4) is None
