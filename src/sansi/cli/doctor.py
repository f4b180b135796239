"""sansi doctor · Looks over an installation of the site and says what is wrong with it."""

from __future__ import annotations

import click

from sansi.check.model import Both
from sansi.cli import site
from sansi.cli.app import Localised

_ABOUT = Both(
    "检查网站的安装：设置、数据库、后台任务、邮件、没有人能做的事",
    "Look over the site: settings, database, jobs, e-mail, acts that nobody can perform",
)
_WELL = Both("一切正常", "All is well")


def command(lang: str) -> click.Command:
    """The command with its help in `lang`."""
    return Localised("doctor", callback=run, help=_ABOUT.in_(lang), short_help=_ABOUT.in_(lang))


@click.pass_obj
def run(lang: str, /) -> int:
    """Print what was found; 1 when something is."""
    site.ready()
    from django.utils import translation  # noqa: PLC0415 - `sansi check` never loads Django

    from sansi.web.home.doctor import examine  # noqa: PLC0415 - same

    with translation.override("zh-hans" if lang == "zh" else "en"):
        complaints = 0
        for finding in examine():
            complaints += not finding.well
            click.echo(f"{'✓' if finding.well else '✗'} {finding.what}")
            if not finding.well:
                click.echo(f"  → {finding.advice}")
    if not complaints:
        click.echo(_WELL.in_(lang))
    return 1 if complaints else 0
