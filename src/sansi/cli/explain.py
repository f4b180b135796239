"""sansi explain · What one rule is about, in the words of its page in the docs."""

from __future__ import annotations

import sys

import click

from sansi.check.model import Both
from sansi.check.report.explain import page
from sansi.cli.app import Localised
from sansi.cli.errors import unknown_rules
from sansi.cli.settings import settings

_ABOUT = Both(
    "说明一条规则：为什么、怎么办、会找到什么、不会误报什么。",
    "Explain one rule: why, what to do, what is found and what is left alone.",
)


def command(lang: str) -> click.Command:
    """The command with its help in `lang`."""
    params: list[click.Parameter] = [
        click.Argument(["rule"], metavar="RULE"),
        click.Option(["--config"], metavar="FILE", help=Both("设置文件", "Settings.").in_(lang)),
    ]
    return Localised(
        "explain", params=params, callback=run, help=_ABOUT.in_(lang), short_help=_ABOUT.in_(lang)
    )


@click.pass_obj
def run(lang: str, /, rule: str, config: str | None) -> int:
    """Print the page of `rule`: rendered on a terminal, Markdown elsewhere."""
    by_id = settings(config).by_id
    if rule not in by_id:
        raise unknown_rules([rule], by_id)
    text = page(by_id[rule], lang)
    if not sys.stdout.isatty():
        click.echo(text, nl=False)
        return 0
    from rich.console import Console  # noqa: PLC0415 - 150 ms that `check` need not pay
    from rich.markdown import Markdown  # noqa: PLC0415 - same

    Console().print(Markdown(text))
    return 0
