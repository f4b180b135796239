"""登录规则 · Where our rules of signing in differ from those of the library: by invitation only, secrets sealed."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from sansi.web.keys.sealing import seal, unseal
from sansi.web.orgs.access import needs_mfa
from sansi.web.orgs.models import Person

_PURPOSE = "second-factor"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by invitation and by import, never by whoever comes along."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the library passes it
        """Never."""
        return False

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


class SocialAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """The identity provider says who somebody is, not that they work with Sansi."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002 - same
        """Never: whoever is not known here by e-mail is told whom to ask."""
        return False


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc]
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
