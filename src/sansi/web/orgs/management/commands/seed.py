"""演示数据 · Fills the demo: fictional people in a fictional city."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from sansi.web.orgs.models import Person

PASSWORD = "think-thrice-demo"  # noqa: S105 - printed for everybody who tries the demo


class Command(BaseCommand):
    """`sansi manage seed`."""

    help = "Fills an empty database with a fictional city."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Make the administrator unless there is one."""
        if not Person.objects.exists():
            Person.objects.create_superuser("admin@example.org", PASSWORD, name="林知远")
        self.stdout.write(f"admin@example.org / {PASSWORD}")
