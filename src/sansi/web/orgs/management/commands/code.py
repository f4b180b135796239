"""演示验证码 · What the telephone of somebody made up would show: the code of the second step of sign-in."""

from __future__ import annotations

import time
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from sansi.web.orgs.demo.people import STARS
from sansi.web.orgs.models.person import tidy_email

PERIOD_S = 30
# Nobody has these addresses (RFC 2606).
MADE_UP = ("@example.org", "@example.gov.cn")


class Command(BaseCommand):
    """`sansi manage code admin@example.org`."""

    help = "Shows the current sign-in code of a demo account. Needs SANSI_DEMO=1."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whose."""
        parser.add_argument("email", nargs="?", default=STARS[0].email)

    def handle(self, *_args: Any, email: str, **_options: Any) -> None:
        """Show it, or say why not."""
        email = tidy_email(email)
        if not settings.SANSI["SANSI_DEMO"] or not email.endswith(MADE_UP):
            raise CommandError(
                "只有演示账号的验证码能这样看 · Only demo accounts have their codes shown (SANSI_DEMO=1)."
            )
        row = Authenticator.objects.filter(user__email=email, type=Authenticator.Type.TOTP).first()
        if row is None:
            raise CommandError(f"{email}: 不需要验证码 · needs no code")
        now = int(time.time())
        secret = get_adapter().decrypt(row.data["secret"])
        left = PERIOD_S - now % PERIOD_S
        self.stdout.write(f"{format_hotp_value(hotp_value(secret, now // PERIOD_S))}   ({left} s)")
