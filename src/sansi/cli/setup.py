"""sansi setup · The tables of the database; and on an empty site its first unit and whoever administers it."""

from __future__ import annotations

import click

from sansi.check.model import Both
from sansi.cli import site
from sansi.cli.app import Failure, Localised

_ABOUT = Both(
    "准备或更新数据库；加上三个选项时，建立最上级单位，并给第一位管理员一个邀请链接。",
    "Make the database ready or bring it up to date. With the three options, open the unit at the top and "
    "print an invitation for its first administrator.",
)
_UNIT = Both("最上级单位的名称", "Name of the unit at the top.")
_EMAIL = Both("第一位管理员的邮箱", "E-mail address of the first administrator.")
_NAME = Both("第一位管理员的姓名", "Name of the first administrator.")
_LINK = Both(
    "请把这个链接交给 {name}，14 天内有效：\n{link}",
    "Hand this link to {name}; it works for 14 days:\n{link}",
)


def command(lang: str) -> click.Command:
    """The command with its help in `lang`."""
    params: list[click.Parameter] = [
        click.Option(["--unit"], metavar="NAME", help=_UNIT.in_(lang)),
        click.Option(["--email"], metavar="ADDRESS", help=_EMAIL.in_(lang)),
        click.Option(["--name"], metavar="NAME", help=_NAME.in_(lang)),
    ]
    return Localised("setup", params=params, callback=run, help=_ABOUT.in_(lang))


@click.pass_obj
def run(lang: str, /, unit: str | None, email: str | None, name: str | None) -> None:
    """Make the tables, and found the site where that is asked."""
    site.ready()
    site.tables()
    if not (unit and email and name):
        if unit or email or name:
            raise Failure("--unit、--email、--name 要一起给", "give --unit, --email and --name together")
        return
    from django.utils.translation import override  # noqa: PLC0415 - only the site needs Django

    with override("zh-hans" if lang == "zh" else "en"):
        link = _founded(unit, email, name)
    click.echo(_LINK.in_(lang).format(name=name, link=link))


def _founded(unit: str, email: str, name: str) -> str:
    """The invitation of the administrator of a site that has just got its first unit. Raises Failure."""
    from django.conf import settings  # noqa: PLC0415 - only the site needs Django
    from django.core.exceptions import ValidationError  # noqa: PLC0415 - same
    from django.urls import reverse  # noqa: PLC0415 - same

    from sansi.web.audit.refused import Refused  # noqa: PLC0415 - same
    from sansi.web.orgs.actions.founding import found  # noqa: PLC0415 - same
    from sansi.web.orgs.actions.people import token_of  # noqa: PLC0415 - same

    try:
        invitation = found(unit=unit, email=email, name=name)
    except Refused as why:
        raise Failure(str(why), str(why)) from None
    except ValidationError:
        raise Failure(f"{email} 不是邮箱地址", f"{email} is no e-mail address") from None
    return str(settings.SANSI["SANSI_URL"] + reverse("orgs:accept", args=[token_of(invitation)]))
