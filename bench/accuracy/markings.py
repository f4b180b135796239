"""密级与内部标识 · Secrecy and internal markings (GB/T 9704-2012, 保守国家秘密法) and how people type them."""

from __future__ import annotations

from random import Random

_SHORT = ("3个月", "6个月", "9个月", "1年", "2年", "3年", "5年", "8年")
PERIODS = {
    "绝密": ("30年", "20年", "25年", "15年", "长期", "10年"),
    "机密": ("20年", "10年", "15年", "5年", "1年", "2年", "长期"),
    "秘密": ("10年", "5年", "3年", "1年", "6个月", "3个月", "长期"),
}

INTERNAL = (
    "内部资料 注意保存", "内部资料　注意保存", "内部资料，注意保存", "内部资料 请勿外传", "内部资料，不得外传", "内部资料 严禁外传",
    "内部文件 不得外传", "内部文件，注意保管", "内部文件　严禁翻印", "内部材料 请勿扩散", "内部材料，不得扩散", "内部材料 注意保管",
    "内部使用 不得外传", "仅供内部使用", "仅限内部使用", "内部使用，请勿外传", "仅供内部参阅", "仅供内部参考", "内部参考 注意保存", "供内部学习使用，请勿外传",
    "工作秘密", "工作秘密 不得公开", "工作秘密★5年", "不宜公开", "不予公开", "此件不公开", "此件不予公开", "（此件不公开发布）", "未经批准不得翻印", "未经批准，不得转发",
    "未经许可，严禁外传", "阅后即焚", "阅后收回", "会后收回", "用后收回", "内部刊物 注意保存", "内部发行", "仅限本单位传阅", "限内部传阅", "不得对外公布",
    "内部掌握，不得外传", "请勿对外泄露", "内部★注意保存", "内部资料·注意保密", "内部资料（注意保存）", "【内部资料 请勿外传】", "内部明电", "商业秘密 内部使用",
)  # fmt: skip
"""Some of them are open questions of policy: see `DOUBTFUL`."""

DOUBTFUL = frozenset(
    ["不予公开", "阅后即焚", "会后收回", "用后收回", "内部发行", "内部明电", "不得对外公布", "阅后收回", "请勿对外泄露", "不宜公开"]
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
    kind = rng.choices(("star", "blank", "wide", "label", "hollow", "open", "han", "exam", "levelled"),
                       (10, 3, 2, 4, 1, 1, 1, 1, 1))[0]  # fmt: skip
    match kind:
        case "star":
            return f"{level}★{period}"
        case "blank":
            return rng.choice((f"{level} ★ {period}", f"{level}★ {period}", f"{level} ★{period}"))
        case "wide":
            return f"{level[0]}{rng.choice(' 　')}{level[1]}★{period}"
        case "label":
            return rng.choice(("密级：", "密级:", "密级: ", "密  级：", "【密级】", "密级／")) + level
        case "hollow":
            return f"{level}{rng.choice('☆*＊')}{period}"
        case "open":
            return f"{level}★"
        case "han":
            return f"{level}★" + rng.choice(("十年", "五年", "三十年", "一年", "三个月", "贰拾年"))
        case "exam":
            return rng.choice(
                (
                    "绝密★启用前",
                    "机密★启用前",
                    "绝密 ★ 启用前",
                    "秘密★启用前",
                    "绝密★启封前",
                    "机密★考试结束前",
                )
            )
    return f"{level}级{rng.choice(('★', ' ★ '))}{period}"


def internal(rng: Random) -> str:
    """An internal marking about which there is no doubt."""
    return rng.choice([m for m in INTERNAL if m not in DOUBTFUL])
