"""部署检查 · What is wrong with how the site is set up, as `check --deploy` and `sansi doctor` say it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, Error, Tags, register
from django.utils.translation import gettext as _

from sansi.web.orgs.demo_people import strangers_could_come_in

LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
Apps = Sequence[AppConfig] | None


@register(Tags.security, deploy=True)
def address(app_configs: Apps, **_rest: Any) -> list[CheckMessage]:  # noqa: ARG001 - Django passes it
    """Whether people can reach the site safely by the address that is set."""
    url = urlsplit(settings.SANSI["SANSI_URL"])
    if url.hostname in LOCAL:
        return [
            checks.Warning(
                _("The site is set up for this machine only."),
                hint=_("Set SANSI_URL to the address that people will open, with https://."),
                id="sansi.W001",
            )
        ]
    if url.scheme != "https":
        return [
            Error(
                _("Passwords and drafts would travel unencrypted."),
                hint=_(
                    "Set SANSI_URL to an address with https://; the guide to operation says how, on an intranet too."
                ),
                id="sansi.E002",
            )
        ]
    if not settings.SANSI["SANSI_PROXIES"]:
        return [
            checks.Warning(
                _("Nobody is said to stand in front of the site and take the encryption off."),
                hint=_(
                    "Set SANSI_PROXIES to the number of your own proxies in front, mostly 1. "
                    "All is well if `sansi serve` has a certificate itself."
                ),
                id="sansi.W003",
            )
        ]
    return []


@register(Tags.security, deploy=True)
def letters(app_configs: Apps, **_rest: Any) -> list[CheckMessage]:  # noqa: ARG001 - same
    """Whether letters are sent at all."""
    if not settings.EMAIL_BACKEND.endswith("console.EmailBackend"):
        return []
    return [
        checks.Warning(
            _("E-mail is only written to the log: invitations and new passwords reach nobody."),
            hint=_("Set SANSI_EMAIL_URL to your mail server."),
            id="sansi.W004",
        )
    ]


@register(Tags.security, deploy=True)
def made_up_people(app_configs: Apps, **_rest: Any) -> list[CheckMessage]:  # noqa: ARG001 - same
    """Whether anybody could sign in by a password that stands in the documentation."""
    if not strangers_could_come_in():
        return []
    return [
        Error(
            _("There are demo accounts in this database, whose passwords everybody knows."),
            hint=_("Start with an empty database, or set SANSI_DEMO=1 if this is a demonstration."),
            id="sansi.E005",
        )
    ]
