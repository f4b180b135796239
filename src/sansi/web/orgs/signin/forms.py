"""登录表单 · The library's forms with labels instead of placeholders: those vanish as soon as somebody types."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base.forms import AuthenticateForm
from django.forms import BaseForm


class _Plain(BaseForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class SignIn(_Plain, account.LoginForm):
    """E-mail and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """The link to a new password stands below, where it is looked for after failing."""
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""


class ChangePassword(_Plain, account.ChangePasswordForm):
    """The old password, and twice the new one."""


class ResetPassword(_Plain, account.ResetPasswordForm):
    """The e-mail that the link is sent to."""


class NewPassword(_Plain, account.ResetPasswordKeyForm):
    """Twice the new password."""


class Reauthenticate(_Plain, account.ReauthenticateForm):
    """The password once more."""


class Code(_Plain, AuthenticateForm):
    """The digits of the second step, or a recovery code."""
