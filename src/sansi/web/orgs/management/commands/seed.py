"""演示数据 · Fill an empty installation with a fictional city, and say how to come in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from sansi.web.orgs import demo
from sansi.web.orgs.models import Kind, Unit


class Command(BaseCommand):
    """`sansi manage seed`."""

    help = "Fill an empty installation with a fictional city, to try it out."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Plant the city unless it is there, and print the sign-ins."""
        if not demo.allowed():
            raise CommandError("SANSI_DEMO=1 is needed: demo accounts have passwords that everybody knows.")
        if not Unit.objects.exists():
            demo.plant()
        elif not demo.is_planted():
            raise CommandError("There is an organisation here already: the demo wants an empty database.")
        self.stdout.write(f"\n  {settings.SANSI['SANSI_URL']}\n")
        for address, name, _unit, _post, kind, _over in demo.OFFICERS:
            duty = Kind(kind).value if kind else "-"
            self.stdout.write(f"  {address + '@' + demo.DOMAIN:<34} {duty:<14} {name}")
        self.stdout.write(f"\n  密码 password: {demo.PASSWORD}")
        self.stdout.write("  第二步验证码 code of the second step: sansi manage code\n")
