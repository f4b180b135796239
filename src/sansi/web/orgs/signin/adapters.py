"""登录规则 · Where our rules of signing in differ from those of the library: by invitation only, secrets sealed."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from sansi.web.keys.sealing import seal, unseal
from sansi.web.orgs.access import needs_mfa
from sansi.web.orgs.demo_people import is_demo_address
from sansi.web.orgs.models import Person

_PURPOSE = "second-factor"


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by invitation and by import, never by whoever comes along."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the library passes it
        """Never."""
        return False

    def pre_login(self, request: HttpRequest, user: Person, **rest: Any) -> HttpResponse | None:
        """Keep out those whose passwords everybody can read, unless this is a demonstration."""
        if is_demo_address(user.email) and not settings.SANSI["SANSI_DEMO"]:
            return redirect("account_inactive")
        answer: HttpResponse | None = super().pre_login(request, user, **rest)
        return answer

    def get_reset_password_from_key_url(self, key: str) -> str:
        """The link in the letter: by the address that is set, never by the one that a request names."""
        return str(settings.SANSI["SANSI_URL"] + urlsplit(super().get_reset_password_from_key_url(key)).path)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Write in the language of the person, not of whoever pressed the button."""
        person = context.get("user") or Person.objects.filter(email=email.lower()).first()
        if person is None or not person.language:
            super().send_mail(template_prefix, email, context)
            return
        with override(person.language):
            super().send_mail(template_prefix, email, context)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Person,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Tell a person of a change to how they sign in: at the one address that is known of them."""
        super().send_notification_mail(
            template_prefix, user, {**(context or {}), "user": user}, email or user.email
        )


class SocialAdapter(DefaultSocialAccountAdapter):
    """The identity provider says who somebody is, not that they work with Sansi."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002 - same
        """Never: whoever is not known here by e-mail is told whom to ask."""
        return False


class MFAAdapter(DefaultMFAAdapter):
    """Second factors: sealed in the database, and not to be taken off where a duty needs one."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "cannot_delete_authenticator": _(
            "Your duties need a second step at sign-in: set up another one first."
        ),
    }

    def encrypt(self, text: str) -> str:
        """Seal a secret for the database."""
        return seal(_PURPOSE, text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open a sealed secret."""
        return unseal(_PURPOSE, encrypted_text)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Whether this factor may go: the last one stays where the person's duties need one."""
        if not needs_mfa(authenticator.user):
            return True
        factors = Authenticator.objects.filter(user=authenticator.user)
        others = factors.exclude(pk=authenticator.pk).exclude(type=Authenticator.Type.RECOVERY_CODES)
        return bool(others.exists())
