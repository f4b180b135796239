"""sansi backup · The whole database in one file, while people go on working."""

from __future__ import annotations

from pathlib import Path

import click

from sansi.check.model import Both
from sansi.cli.app import Localised
from sansi.cli.site import ready

_ABOUT = Both(
    "把整个数据库备份成一个文件，不影响使用；核对完好后，旧的只留最近几份。密钥不在里面，请另外保管。",
    "Put the whole database into one file while people work; once it is looked over, old ones but the newest go. "
    "The keys are not in it: keep them elsewhere.",
)
_TO = Both(
    "存放的文件夹；默认是数据文件夹里的 backups",
    "Folder to put it in; by default `backups` in the data folder.",
)
_KEEP = Both("保留最近几份", "How many of the newest to keep.")


def command(lang: str) -> click.Command:
    """The command with its help in `lang`."""
    folder = click.Path(file_okay=False, path_type=Path)
    params: list[click.Parameter] = [
        click.Option(["--to"], type=folder, metavar="FOLDER", help=_TO.in_(lang)),
        click.Option(["--keep"], type=click.IntRange(1), default=30, show_default=True, help=_KEEP.in_(lang)),
    ]
    return Localised(
        "backup", params=params, callback=run, help=_ABOUT.in_(lang), short_help=_ABOUT.in_(lang)
    )


@click.pass_obj
def run(lang: str, /, to: Path | None, keep: int) -> None:
    """Make a backup and say where it is."""
    ready()
    from django.conf import settings  # noqa: PLC0415 - `sansi check` never loads Django

    from sansi.cli import backups  # noqa: PLC0415 - same

    made = backups.make(to or settings.SANSI["SANSI_DATA"] / "backups", keep)
    size = made.stat().st_size / 1e6
    click.echo(made)
    click.echo(Both(f"完好，{size:.1f} MB", f"sound, {size:.1f} MB").in_(lang), err=True)
