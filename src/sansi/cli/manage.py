"""sansi manage · Django's management commands, for whoever looks after the site."""

from __future__ import annotations

import click

from sansi.check.model import Both
from sansi.cli.app import FAILED, Localised
from sansi.cli.site import ready

_ABOUT = Both(
    "网站的管理命令：migrate、createsuperuser、worker……（不带参数时列出全部）",
    "Management commands of the site: migrate, createsuperuser, worker … (all of them without an argument)",
)


def command(lang: str) -> click.Command:
    """The command with its help in `lang`."""
    arguments = click.Argument(["arguments"], metavar="COMMAND …", nargs=-1, type=click.UNPROCESSED)
    return Localised(
        "manage",
        params=[arguments],
        callback=run,
        help=_ABOUT.in_(lang),
        short_help=_ABOUT.in_(lang),
        # Options belong to the command that is named.
        context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
    )


def run(arguments: tuple[str, ...]) -> int:
    """Hand over to Django."""
    ready()
    from django.core.management import ManagementUtility  # noqa: PLC0415 - `sansi check` never loads Django

    try:
        ManagementUtility(["sansi manage", *arguments]).execute()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else FAILED * bool(ended.code)
    return 0
