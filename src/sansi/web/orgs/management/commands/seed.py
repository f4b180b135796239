"""演示数据 · Makes the demo city, and prints where to look at it and as whom."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import override

from sansi.web.audit.refused import Refused
from sansi.web.orgs.demo.people import STARS
from sansi.web.orgs.demo.seed import PASSWORD, seed
from sansi.web.orgs.models import Kind, Person


class Command(BaseCommand):
    """`sansi manage seed`."""

    help = "Makes a fictional city in an empty database: units, people, duties. Needs SANSI_DEMO=1."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Make it unless it is there, and say how to come in."""
        if not settings.SANSI["SANSI_DEMO"]:
            raise CommandError(
                "演示账号的密码是公开的：只在 SANSI_DEMO=1 时建立。\n"
                "Everybody knows the passwords of demo accounts: they are made with SANSI_DEMO=1 only."
            )
        try:
            seed()
        except Refused as why:
            raise CommandError(str(why)) from why
        self.stdout.write("\n".join(self._said()))

    def _said(self) -> list[str]:
        people = {person.email: person for person in Person.objects.prefetch_related("duties")}
        lines = [
            "",
            f"  三思演示 · Sansi demo   {settings.SANSI['SANSI_URL']}",
            "  云桥市和其中的人都是虚构的 · Yunqiao and everybody in it are made up",
            "",
        ]
        for star in STARS:
            person = people.get(star.email)
            if person is not None:
                kinds = [Kind(d.kind) for d in person.duties.all() if d.is_current]
                lines.append(f"  {star.email:<24} {_both(kinds)}")
        return [
            *lines,
            "",
            f"  密码 · password          {PASSWORD}",
            "  验证码 · second step     .venv/bin/sansi manage code admin@example.org",
            "",
        ]


def _both(kinds: list[Kind]) -> str:
    said = []
    for language in ("zh-hans", "en"):
        with override(language):
            said.append(_(", ").join(str(kind.label) for kind in kinds) or _("no duty"))
    return " · ".join(said)
