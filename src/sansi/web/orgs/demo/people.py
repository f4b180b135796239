"""演示人员 · Two hundred made-up people: names put together from parts by a die that always falls the same way."""

from __future__ import annotations

import random
from typing import NamedTuple

from sansi.web.orgs.demo.city import ROOT, UNITS

MANY = 200
_SURNAMES = """
林lin 沈shen 顾gu 苏su 陆lu 许xu 何he 吕lv 施shi 孔kong 曹cao 严yan 华hua 金jin 魏wei 陶tao 姜jiang 戚qi 谢xie 邹zou
喻yu 柏bai 水shui 窦dou 章zhang 云yun 潘pan 葛ge 范fan 彭peng 郎lang 鲁lu 韦wei 昌chang 马ma 苗miao 凤feng 花hua 方fang 俞yu
""".split()
_GIVEN = """
知远zhiyuan 清和qinghe 若溪ruoxi 安澜anlan 书言shuyan 景行jingxing 以宁yining 怀瑾huaijin 望舒wangshu 明谦mingqian
思齐siqi 采薇caiwei 嘉禾jiahe 允文yunwen 素心suxin 子衿zijin 砚秋yanqiu 乐山leshan 问渠wenqu 亦凡yifan
南星nanxing 见微jianwei 守拙shouzhuo 长风changfeng 听松tingsong 静姝jingshu 予安yuan 慕白mubai 晴川qingchuan 晓棠xiaotang
""".split()
_POSTS = ("科员", "", "", "一级科员", "副科长", "科长", "主任", "")


class Somebody(NamedTuple):
    """A made-up person."""

    email: str
    name: str
    unit: str
    post: str
    language: str = ""


# One for each duty, with an address that is easy to remember; see `officers` for what they may do.
STARS = (
    Somebody("admin@example.org", "林知远", ROOT, "系统管理员"),
    Somebody("auditor@example.org", "沈清和", ROOT, "审计员"),
    Somebody("editor@example.org", "顾若溪", "YQ0101", "编辑"),
    Somebody("approver@example.org", "苏安澜", "YQ01", "副主任"),
    Somebody("registrar@example.org", "陆书言", "YQ0102", "账号登记员"),
    Somebody("learning@example.org", "许景行", "YQ02", "学习专员"),
    Somebody("intake@example.org", "何以宁", "YQ0103", "受理员"),
    Somebody("handler@example.org", "施怀瑾", "YQ0103", "经办员"),
    Somebody("supervisor@example.org", "孔望舒", "YQ01", "督办"),
    Somebody("keyholder@example.org", "严明谦", "YQ0102", "密钥保管员"),
    Somebody("staff@example.org", "华思齐", "YQ0501", "馆员"),
    Somebody("english@example.org", "Robin Ashgrove", "YQ0502", "Curator", "en"),
)


def _parts(text: str) -> tuple[str, str]:
    """The characters, and how they sound."""
    han = "".join(c for c in text if c > "z")
    return han, text[len(han) :]


def everybody() -> list[Somebody]:
    """All of them, the same at each call."""
    die = random.Random(20260601)  # noqa: S311 - made-up names are no secret
    names = [(_parts(s), _parts(g)) for s in _SURNAMES for g in _GIVEN]
    die.shuffle(names)
    taken = {one.name for one in STARS}
    units = [code for code, _above, _zh, _en in UNITS]
    found = list(STARS)
    emails: set[str] = set()
    for (surname, sound), (given, sounds) in names:
        email = f"{sound}{sounds}@example.gov.cn"
        if len(found) == MANY or surname + given in taken or email in emails:
            continue
        emails.add(email)
        # Every unit has a few, some more than others.
        unit = units[len(found) % len(units)] if len(found) < 4 * len(units) else die.choice(units)
        found.append(Somebody(email, surname + given, unit, die.choice(_POSTS)))
    return found
