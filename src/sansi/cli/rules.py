"""sansi rules · Every rule in force and where it comes from: nobody is checked by a hidden one."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from sansi.check.model import Both, Rule, Severity
from sansi.check.report.explain import CATEGORIES, SEVERITIES
from sansi.cli.app import Localised
from sansi.cli.settings import settings

_ABOUT = Both(
    "列出全部规则：编号、严重程度、类别、名称、来自哪里。",
    "List the rules in force: id, severity, category, title, origin.",
)
_STYLE = {Severity.HIGH: "red", Severity.MEDIUM: "yellow", Severity.LOW: "cyan"}


def command(lang: str) -> click.Command:
    """The command with its help in `lang`."""
    params: list[click.Parameter] = [
        click.Option(
            ["--format", "format_"],
            type=click.Choice(["text", "json"]),
            default="text",
            show_default=True,
            help=Both("输出格式", "Form of the output.").in_(lang),
        ),
        click.Option(["--config"], metavar="FILE", help=Both("设置文件", "Settings.").in_(lang)),
    ]
    return Localised("rules", params=params, callback=run, help=_ABOUT.in_(lang), short_help=_ABOUT.in_(lang))


@click.pass_obj
def run(lang: str, /, format_: str, config: str | None) -> int:
    """Print the rules in force."""
    rules = settings(config).rules
    if format_ == "json":
        click.echo(json.dumps([_as_dict(r) for r in rules], ensure_ascii=False, indent=1))
    else:
        _table(rules, lang)
    return 0


def _as_dict(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "severity": rule.severity,
        "category": rule.category,
        "title": rule.title._asdict(),
        "why": rule.why._asdict(),
        "advice": rule.advice._asdict(),
        "source": rule.source,
        "origin": rule.origin,
    }


def _table(rules: tuple[Rule, ...], lang: str) -> None:
    from rich.console import Console  # noqa: PLC0415 - 60 ms that `check` need not pay
    from rich.table import Table  # noqa: PLC0415 - same
    from rich.text import Text  # noqa: PLC0415 - same

    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in (
        Both("编号", "id"),
        Both("严重", "severity"),
        Both("类别", "category"),
        Both("名称", "title"),
        Both("来自", "from"),
    ):
        table.add_column(heading.in_(lang), overflow="fold")
    for rule in rules:
        severity = Text(SEVERITIES[rule.severity].in_(lang), style=_STYLE[rule.severity])
        cells = (CATEGORIES[rule.category].in_(lang), rule.title.in_(lang), rule.origin)
        table.add_row(Text(rule.id), severity, *map(Text, cells))
    width = None if sys.stdout.isatty() else 140
    Console(width=width).print(table)
