"""sansi manage · Django's own commands, on the site that the `SANSI_*` settings describe."""

from __future__ import annotations

import click

from sansi.check.model import Both
from sansi.cli import site
from sansi.cli.app import Localised

_ABOUT = Both(
    "运行网站的管理命令（Django 的，以及三思自己的）；不带参数时列出全部。",
    "Run a command that administers the site, Django's or ours; without one, list them all.",
)


def command(lang: str) -> click.Command:
    """The command with its help in `lang`."""
    return Localised(
        "manage",
        params=[click.Argument(["arguments"], nargs=-1, type=click.UNPROCESSED)],
        callback=run,
        help=_ABOUT.in_(lang),
        # `--help` and every option behind it belong to the command that is run.
        context_settings={"ignore_unknown_options": True, "help_option_names": []},
    )


def run(arguments: tuple[str, ...]) -> None:
    """Hand `arguments` over to Django."""
    site.ready()
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - only the site needs it

    execute_from_command_line(["sansi manage", *arguments])
