"""演示验证码 · The six digits of the second step for demo accounts, as an authenticator app would show them."""

from __future__ import annotations

import time
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.management.base import BaseCommand, CommandError

from sansi.web.orgs import demo


class Command(BaseCommand):
    """`sansi manage code`."""

    help = "Show the code of the second step for demo accounts; it changes every 30 seconds."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print it. Real accounts have secrets of their own, which are sealed."""
        if not demo.allowed():
            raise CommandError("Only demo accounts share a secret: SANSI_DEMO=1 is needed.")
        self.stdout.write(format_hotp_value(hotp_value(demo.SECRET, int(time.time()) // 30)))
