"""sansi check 的选项 · What `sansi check` can be told, explained in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import click

from sansi.check.model import Both, Confidence, Severity

BASELINE_KEY = "SANSI_BASELINE_KEY"
"""The environment variable that keys the fingerprints of a baseline."""
FORMATS = ("text", "json", "jsonl", "sarif", "html")
_SURE = [str(c) for c in Confidence]
_TABLE: tuple[tuple[Sequence[str], dict[str, Any], Both], ...] = (
    (
        ["--format", "format_"],
        {"type": click.Choice(FORMATS), "default": "text", "show_default": True},
        Both("输出格式", "Form of the output."),
    ),
    (
        ["-o", "--output"],
        {"metavar": "FILE"},
        Both("写到文件，而不是标准输出", "Write to a file instead of standard output."),
    ),
    (
        ["--select"],
        {"multiple": True, "metavar": "RULES"},
        Both("只看这些规则，逗号分隔", "Show only these rules, separated by commas."),
    ),
    (["--ignore"], {"multiple": True, "metavar": "RULES"}, Both("不看这些规则", "Leave these rules out.")),
    (
        ["--min-severity"],
        {"type": click.Choice([str(s) for s in Severity])},
        Both("最低严重程度", "Least severity to show."),
    ),
    (["--min-confidence"], {"type": click.Choice(_SURE)}, Both("最低把握程度", "Least confidence to show.")),
    (
        ["--fail-on"],
        {"type": click.Choice(_SURE)},
        Both("从哪种把握程度起算作发现（默认 likely）", "Least confidence that makes exit 1 (likely)."),
    ),
    (
        ["--config"],
        {"metavar": "FILE"},
        Both("设置文件（默认找最近的 sansi.toml）", "Settings (default: the nearest sansi.toml)."),
    ),
    (
        ["--baseline"],
        {"metavar": "FILE"},
        Both("基线：已接受的发现不再报告", "Baseline: do not report what is accepted there."),
    ),
    (
        ["--update-baseline"],
        {"is_flag": True},
        Both("把现有发现写进基线", "Write what is found now to the baseline."),
    ),
    (
        ["-j", "--jobs"],
        {"type": click.IntRange(0), "default": 1, "metavar": "N"},
        Both("进程数，0 为每个处理器一个", "Processes; 0 for one per processor."),
    ),
    (["--exit-zero"], {"is_flag": True}, Both("有发现也返回 0", "Exit 0 even if something is found.")),
    (
        ["--show-values"],
        {"is_flag": True},
        Both("显示原文而不遮盖（SARIF 除外）", "Show values unmasked (never in SARIF)."),
    ),
    (
        ["--max-findings"],
        {"type": click.IntRange(1), "default": 10_000, "metavar": "N", "show_default": True},
        Both("每份文件最多列出几处", "Most findings to list per file."),
    ),
    (
        ["--input-format"],
        {"type": click.Choice(["text", "jsonl"]), "default": "text"},
        Both('jsonl：从标准输入逐行读 {"id","text"}', 'jsonl: read {"id","text"} lines from standard input.'),
    ),
    (
        ["--color"],
        {"type": click.Choice(["auto", "always", "never"]), "default": "auto"},
        Both("是否用颜色", "Whether to use colours."),
    ),
    (["-q", "--quiet"], {"is_flag": True}, Both("不显示小结", "No summary.")),
)


def options(lang: str) -> list[click.Parameter]:
    """The options, with their help in `lang`."""
    return [click.Option(list(names), **how, help=about.in_(lang)) for names, how, about in _TABLE]


def ids(given: Iterable[str]) -> list[str]:
    """The rule ids of `--select a,b --select c`."""
    return [i.strip() for one in given for i in one.split(",") if i.strip()]
