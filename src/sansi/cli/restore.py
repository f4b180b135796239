"""sansi restore · A backup into an empty database, and whether its audit log is whole."""

from __future__ import annotations

from pathlib import Path

import click

from sansi.check.model import Both
from sansi.cli.app import Failure, Localised
from sansi.cli.site import ready, tables

_ABOUT = Both(
    "把备份恢复到空数据库，更新到现在的版本，再核验审计记录。不覆盖任何数据。先停掉网站。",
    "Read a backup into an empty database, bring it up to date, and verify its audit log. Nothing is overwritten. "
    "Stop the site first.",
)


def command(lang: str) -> click.Command:
    """The command with its help in `lang`."""
    file = click.Path(exists=True, dir_okay=False, path_type=Path)
    params: list[click.Parameter] = [click.Argument(["file"], type=file, metavar="FILE")]
    return Localised(
        "restore", params=params, callback=run, help=_ABOUT.in_(lang), short_help=_ABOUT.in_(lang)
    )


@click.pass_obj
def run(lang: str, /, file: Path) -> None:
    """Restore, and say what is there now."""
    ready()
    from sansi.cli import backups  # noqa: PLC0415 - `sansi check` never loads Django
    from sansi.web.audit.heads import verify  # noqa: PLC0415 - same
    from sansi.web.orgs.models import Person, Unit  # noqa: PLC0415 - same

    backups.read(file)
    tables()
    walk, faults = verify()
    units, people = Unit.objects.count(), Person.objects.count()
    click.echo(
        Both(
            f"恢复了 {units} 个单位、{people} 个人；审计记录 {walk.rows} 条，最后一条在 {walk.last_at or '—'}",
            f"restored {units} units and {people} people; {walk.rows} entries in the audit log, the last of "
            f"{walk.last_at or '—'}",
        ).in_(lang)
    )
    if faults:
        raise Failure(
            f"审计记录有 {len(faults)} 处不对；请运行 sansi audit verify",
            f"{len(faults)} faults in the audit log: run sansi audit verify",
        )
