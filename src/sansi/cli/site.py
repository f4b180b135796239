"""网站命令的准备 · What the commands of the site need before they begin: Django, told of the `SANSI_*` settings."""

from __future__ import annotations

import os
import subprocess
import sys

from sansi.check.model import Both
from sansi.cli.app import Failure


def ready() -> None:
    """Set Django up. Raises Failure where it is not installed, or a setting can't be read."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sansi.web.settings")
    try:
        import django  # noqa: PLC0415 - `sansi check` must not wait for it
    except ImportError:
        raise Failure(
            "没有安装网站部分：pipx install './sansi[files,ocr,web]'",
            "the site is not installed: pipx install './sansi[files,ocr,web]'",
        ) from None
    try:
        django.setup()
    except Exception as bad:
        # What is wrong with a setting is known by what it says: importing its class would read the settings again.
        said = getattr(bad, "message", None)
        if not isinstance(said, Both):
            raise
        raise Failure(said.zh, said.en) from None


def managed(*arguments: str) -> list[str]:
    """The command line of a process of its own that runs `sansi manage ARGUMENTS`."""
    return [sys.executable, "-m", "django", *arguments]


def tables() -> None:
    """Make the tables of the database, or bring them up to date. Raises Failure."""
    done = subprocess.run(managed("migrate", "--noinput", "-v0"), check=False)  # noqa: S603 - our own command line
    if done.returncode:
        # Why is on standard error already.
        raise Failure("数据库没有准备好", "the database could not be made ready")


def fill() -> None:
    """Fill an empty database with the demonstration, and print how to sign in."""
    from django.core.management import call_command  # noqa: PLC0415 - only the site needs it

    call_command("seed")


def nobody_made_up() -> None:
    """Refuse to serve people of the demonstration where there is none: everybody knows their passwords."""
    from sansi.web.orgs.demo_people import strangers_could_come_in  # noqa: PLC0415 - only the site needs it

    if strangers_could_come_in():
        raise Failure(
            "数据库里有演示账号，密码是公开的。请换一个空数据库；如果就是要演示，用 --demo",
            "there are demo accounts in this database, whose passwords everybody knows: start with an empty one, "
            "or with --demo if this is a demonstration",
        )
