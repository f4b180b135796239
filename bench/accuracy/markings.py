"""密级与内部标识 · Secrecy and internal markings (GB/T 9704-2012, 保守国家秘密法) and how people type them."""

from __future__ import annotations

from random import Random

from bench.accuracy.words import words

_SHORT = ("3个月", "6个月", "9个月", "1年", "2年", "3年", "5年", "8年")
PERIODS = {
    "绝密": ("30年", "20年", "25年", "15年", "长期", "10年"),
    "机密": ("20年", "10年", "15年", "5年", "1年", "2年", "长期"),
    "秘密": ("10年", "5年", "3年", "1年", "6个月", "3个月", "长期"),
}

_FORMS = (  # and how often
    ("{level}★{period}", 10), ("{level} ★ {period}", 1), ("{level}★ {period}", 1), ("{level} ★{period}", 1),
    ("{first} {last}★{period}", 1), ("{first}　{last}★{period}", 1), ("密级：{level}", 2), ("密级: {level}", 1),
    ("密  级：{level}", 1), ("【密级】{level}", 1), ("{level}☆{period}", 1), ("{level}*{period}", 0.5),
    ("{level}★", 1), ("{level}★十年", 0.5), ("{level}★三个月", 0.5), ("{level}★启用前", 1), ("绝密 ★ 启用前", 0.5),
    ("{level}级★{period}", 0.5), ("{level}级 ★ {period}", 0.5), ("文件密级：{level}", 0.5),
    ("保密等级：{level}", 0.5),
)  # fmt: skip

INTERNAL = (
    "内部资料 注意保存", "内部资料　注意保存", "内部资料，注意保存", "内部资料 请勿外传", "内部资料，不得外传",
    "内部资料 严禁外传", "内部文件 不得外传", "内部文件，注意保管", "内部文件　严禁翻印", "内部材料 请勿扩散",
    "内部材料，不得扩散", "内部材料 注意保管", "内部使用 不得外传", "仅供内部使用", "仅限内部使用", "内部使用，请勿外传",
    "仅供内部参阅", "仅供内部参考", "内部参考 注意保存", "供内部学习使用，请勿外传", "工作秘密", "工作秘密 不得公开",
    "工作秘密★5年", "不宜公开", "不予公开", "此件不公开", "此件不予公开", "（此件不公开发布）", "未经批准不得翻印",
    "未经批准，不得转发", "未经许可，严禁外传", "阅后即焚", "阅后收回", "会后收回", "用后收回", "内部刊物 注意保存",
    "内部发行", "仅限本单位传阅", "限内部传阅", "不得对外公布", "内部掌握，不得外传", "请勿对外泄露", "内部★注意保存",
    "内部资料·注意保密", "内部资料（注意保存）", "【内部资料 请勿外传】", "内部明电", "商业秘密 内部使用",
)  # fmt: skip
"""Some of them are open questions of policy: see `DOUBTFUL`."""

DOUBTFUL = frozenset(
    words(
        "工作秘密★5年 不予公开 阅后即焚 会后收回 用后收回 内部发行 内部明电 不得对外公布 阅后收回 请勿对外泄露"
    )
) | {
    *("内部掌握，不得外传", "商业秘密 内部使用", "供内部学习使用，请勿外传"),
}

ENGLISH_INTERNAL = (
    *("CONFIDENTIAL - INTERNAL USE ONLY", "Internal Use Only", "INTERNAL USE ONLY", "FOR INTERNAL USE ONLY"),
    *("For Official Use Only", "FOR OFFICIAL USE ONLY", "UNCLASSIFIED//FOUO", "COMPANY CONFIDENTIAL"),
    *("STRICTLY CONFIDENTIAL", "CONFIDENTIAL – DO NOT DISTRIBUTE", "Internal only - do not forward"),
    *("CONTROLLED UNCLASSIFIED INFORMATION", "OFFICIAL-SENSITIVE", "NOT FOR PUBLIC RELEASE"),
    *("PROPRIETARY AND CONFIDENTIAL", "Confidential — Not for Distribution", "DO NOT DISTRIBUTE"),
)

ENGLISH_SECRECY = (
    *("TOP SECRET//SI//NOFORN", "SECRET//NOFORN", "CONFIDENTIAL//REL TO USA, FVEY", "TOP SECRET//SCI"),
    *("SECRET//REL TO USA, GBR", "NATO SECRET", "UK SECRET", "EU RESTRICTED", "Classification: SECRET"),
    *("Classification: TOP SECRET", "CLASSIFIED: SECRET"),
)


def secrecy(rng: Random) -> str:
    """A marking with star and period as GB/T 9704 has it, or as it is really typed."""
    level = rng.choices(("绝密", "机密", "秘密"), (2, 5, 5))[0]
    period = rng.choice((*PERIODS[level], rng.choice(_SHORT)))
    form = rng.choices([f for f, _ in _FORMS], [n for _, n in _FORMS])[0]
    return form.format(level=level, first=level[0], last=level[1], period=period)


def internal(rng: Random) -> str:
    """An internal marking about which there is no doubt."""
    return rng.choice([m for m in INTERNAL if m not in DOUBTFUL])
