"""规则说明 · The page about one rule, the same words on the screen, in the docs and in SARIF."""

from __future__ import annotations

from collections.abc import Sequence

from sansi.check.model import Both, Category, Confidence, Rule, Severity

SEVERITIES = {
    Severity.HIGH: Both("高", "high"),
    Severity.MEDIUM: Both("中", "medium"),
    Severity.LOW: Both("低", "low"),
}
CONFIDENCES = {
    Confidence.CERTAIN: Both("确定", "certain"),
    Confidence.LIKELY: Both("很可能", "likely"),
    Confidence.POSSIBLE: Both("提示", "hint"),
}
CATEGORIES = {
    Category.PERSONAL_DATA: Both("个人信息", "personal data"),
    Category.CREDENTIAL: Both("凭据", "credential"),
    Category.MARKING: Both("文件标志", "marking"),
    Category.HIDDEN_FACT: Both("隐藏信息", "hidden fact"),
    Category.LINK: Both("链接", "link"),
    Category.CODE_NAME: Both("内部代号", "internal code name"),
    Category.HABIT: Both("发布习惯", "posting habit"),
}
_WHY = Both("为什么", "Why it matters")
_ADVICE = Both("怎么办", "What to do")
_HITS = Both("会找到", "What is found")
_MISSES = Both("不会误报", "What is left alone")
_MARKS = Both(
    "«»之间是会被找到的部分。例子都是按标准编造的。",
    "What is found stands between « and ». The examples are made up from the standard.",
)
_SOURCE = Both("依据", "Source")
_ORIGIN = Both("来自", "From")
_SHIPPED = Both("三思自带", "ships with Sansi")
_INVISIBLE = {"\n": "⏎", "\t": "⇥", "\r": "␍"}


def page(rule: Rule, lang: str, *, examples: bool = True) -> str:
    """Everything about `rule` as Markdown, for whoever has to decide on a finding of it."""
    severity, category = SEVERITIES[rule.severity], CATEGORIES[rule.category]
    origin = _SHIPPED.in_(lang) if rule.origin == "sansi" else rule.origin
    parts = [
        f"# {rule.title.in_(lang)}",
        " · ".join((f"`{rule.id}`", severity.in_(lang), category.in_(lang), f"{_ORIGIN.in_(lang)} {origin}")),
        f"## {_WHY.in_(lang)}",
        rule.why.in_(lang),
        f"## {_ADVICE.in_(lang)}",
        rule.advice.in_(lang),
        *_examples(_HITS.in_(lang), rule.hits if examples else (), _MARKS.in_(lang)),
        *_examples(_MISSES.in_(lang), rule.misses if examples else (), ""),
        f"## {_SOURCE.in_(lang)}",
        rule.source,
    ]
    return "\n\n".join(parts) + "\n"


def _examples(heading: str, examples: Sequence[str], remark: str) -> list[str]:
    if not examples:
        return []
    lines = "\n".join(f"- {_code(e)}" for e in examples)
    return [f"## {heading}", *([remark] if remark else []), lines]


def _code(example: str) -> str:
    """`example` as one line of code, with what cannot be seen made visible."""
    shown = "".join(_INVISIBLE.get(c) or (c if c.isprintable() else f"⟨U+{ord(c):04X}⟩") for c in example)
    fence = "`"
    while fence in shown:
        fence += "`"
    # CommonMark strips one blank on either side, which is what lets a code span begin with `.
    return f"{fence} {shown} {fence}" if len(fence) > 1 else f"{fence}{shown}{fence}"
