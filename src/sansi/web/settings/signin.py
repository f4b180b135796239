"""登录设置 · What Django and its sign-in library are told about signing in."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

LONGEST_SESSION_S = 12 * 3600  # a working day and its evening
_FORMS = "sansi.web.orgs.signin.forms"
FORMS = {
    "login": "SignIn",
    "change_password": "ChangePassword",
    "reset_password": "ResetPassword",
    "reset_password_from_key": "NewPassword",
    "reauthenticate": "Reauthenticate",
}


def signin(sansi: dict[str, Any]) -> dict[str, Any]:
    """Settings by name."""
    local = urlsplit(sansi["SANSI_URL"]).hostname in {"localhost", "127.0.0.1"}
    return {
        "AUTH_USER_MODEL": "orgs.Person",
        "AUTHENTICATION_BACKENDS": ["allauth.account.auth_backends.AuthenticationBackend"],
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.Argon2PasswordHasher"],
        "AUTH_PASSWORD_VALIDATORS": _validators(),
        "LOGIN_URL": "account_login",
        "LOGIN_REDIRECT_URL": "/",
        "SESSION_COOKIE_AGE": LONGEST_SESSION_S,
        "ACCOUNT_ADAPTER": "sansi.web.orgs.signin.adapters.AccountAdapter",
        "ACCOUNT_FORMS": {name: f"{_FORMS}.{form}" for name, form in FORMS.items()},
        "MFA_FORMS": {"authenticate": f"{_FORMS}.Code", "reauthenticate": f"{_FORMS}.Code"},
        "ACCOUNT_USER_MODEL_USERNAME_FIELD": None,
        "ACCOUNT_LOGIN_METHODS": {"email"},
        "ACCOUNT_SIGNUP_FIELDS": ["email*", "password1*", "password2*"],
        # The invitation went to this very address: whoever could accept it reads its mail.
        "ACCOUNT_EMAIL_VERIFICATION": "none",
        "ACCOUNT_SESSION_REMEMBER": False,
        "ACCOUNT_EMAIL_NOTIFICATIONS": True,
        "ACCOUNT_EMAIL_SUBJECT_PREFIX": "",
        # Telling a stranger by mail that they have no account is mail nobody asked for.
        "ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS": False,
        "ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE": False,
        "ACCOUNT_REAUTHENTICATION_REQUIRED": True,
        "ACCOUNT_DEFAULT_HTTP_PROTOCOL": urlsplit(sansi["SANSI_URL"]).scheme,
        # Else everybody behind the proxy shares one allowance of wrong passwords.
        "ALLAUTH_TRUSTED_PROXY_COUNT": sansi["SANSI_PROXIES"],
        "MFA_ADAPTER": "sansi.web.orgs.signin.adapters.MFAAdapter",
        "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
        "MFA_PASSKEY_LOGIN_ENABLED": True,
        "MFA_PASSKEY_SIGNUP_ENABLED": False,
        "MFA_ALLOW_UNVERIFIED_EMAIL": True,
        "MFA_TOTP_ISSUER": "Sansi 三思",
        # Browsers take passkeys without HTTPS on this machine only.
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": local,
        "SOCIALACCOUNT_ADAPTER": "sansi.web.orgs.signin.adapters.SocialAdapter",
        "SOCIALACCOUNT_ONLY": False,
        "SOCIALACCOUNT_AUTO_SIGNUP": False,
        # The organisation's own provider vouches for the addresses of its people.
        "SOCIALACCOUNT_EMAIL_AUTHENTICATION": True,
        "SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT": True,
        "SOCIALACCOUNT_STORE_TOKENS": False,
        "SOCIALACCOUNT_PROVIDERS": _provider(sansi),
    }


def _validators() -> list[dict[str, Any]]:
    return [
        {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
        for name, options in (
            ("MinimumLengthValidator", {"min_length": 12}),
            ("CommonPasswordValidator", {}),
            ("UserAttributeSimilarityValidator", {"user_attributes": ("email", "name")}),
        )
    ]


def _provider(sansi: dict[str, Any]) -> dict[str, Any]:
    if not sansi["SANSI_OIDC_URL"]:
        return {}
    app = {
        "provider_id": "organisation",
        "name": sansi["SANSI_OIDC_NAME"] or urlsplit(sansi["SANSI_OIDC_URL"]).hostname,
        "client_id": sansi["SANSI_OIDC_CLIENT"],
        "secret": sansi["SANSI_OIDC_SECRET"],
        "settings": {"server_url": sansi["SANSI_OIDC_URL"], "oauth_pkce_enabled": True},
    }
    return {"openid_connect": {"APPS": [app], "VERIFIED_EMAIL": True}}
