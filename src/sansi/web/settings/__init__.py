"""网站设置 · What Django is told, from the one table of `SANSI_*` settings and nothing else."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONCE, NONE, SELF

from sansi.web.settings.databases import database
from sansi.web.settings.logs import LOGGING as LOGGED
from sansi.web.settings.options import read_all
from sansi.web.settings.secret import secret_key
from sansi.web.settings.signin import signin
from sansi.web.settings.table import TABLE

SANSI = read_all(TABLE, os.environ)
WEB = Path(__file__).parents[1]
HTTPS = SANSI["SANSI_URL"].startswith("https://")
HOST = urlsplit(SANSI["SANSI_URL"]).hostname

DEBUG = SANSI["SANSI_DEBUG"]
SECRET_KEY = secret_key(SANSI["SANSI_SECRET_KEY"], SANSI["SANSI_DATA"])
# What looks after the process asks it from the same machine, by the address it listens at.
ALLOWED_HOSTS = [HOST, *SANSI["SANSI_HOSTS"], "127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [SANSI["SANSI_URL"]]

# Ours first: where two catalogues know a sentence, the first one's words are shown.
INSTALLED_APPS = [
    "sansi.web.home",
    "sansi.web.drafts",
    "sansi.web.integrations",
    "sansi.web.orgs",
    "sansi.web.audit",
    "sansi.web.jobs",
    "sansi.web.mail",
    "sansi.web.calendar",
    "sansi.web.keys",
    "sansi.web.tables",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "ninja",
    "treebeard",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "sansi.web.home.guards.guards",
    "sansi.web.home.access_log.access_log",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "sansi.web.home.language.language",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "sansi.web.orgs.signin.second_factor.second_factor",
]
ROOT_URLCONF = "sansi.web.urls"
WSGI_APPLICATION = "sansi.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [WEB / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "sansi.web.home.context.site",
            ],
        },
    }
]
# So that our own templates of forms are found.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
DATABASES = {"default": database(SANSI["SANSI_DATABASE_URL"], SANSI["SANSI_DATA"])}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# The limits on sign-in must hold for all workers together, so they can't live in one worker's memory.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

LOGGING = LOGGED
# Where something failed nobody is sent what stood in memory.
ADMINS: list[tuple[str, str]] = []

LANGUAGE_CODE = SANSI["SANSI_LANGUAGE"]
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
LOCALE_PATHS = [WEB / "locale"]
TIME_ZONE = SANSI["SANSI_TIME_ZONE"]
USE_TZ = True
STATIC_URL = "/static/"
STATICFILES_DIRS = [WEB / "static"]
# Served as they lie in the packages: collecting them first would take a minute at every start.
WHITENOISE_USE_FINDERS = True

# Nothing that is uploaded may reach a disk: Django's own handler writes what is big to a temporary file.
FILE_UPLOAD_HANDLERS = ["sansi.web.drafts.uploads.MemoryHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = SANSI["SANSI_CHECK_FILE_MB"] << 20
DATA_UPLOAD_MAX_MEMORY_SIZE = SANSI["SANSI_CHECK_TEXT_MB"] << 20

globals().update(SANSI["SANSI_EMAIL_URL"])
globals().update(signin(SANSI))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = SANSI["SANSI_EMAIL_FROM"]

CSRF_FAILURE_VIEW = "sansi.web.home.errors.csrf_failed"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz|metrics)$"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if SANSI["SANSI_PROXIES"]:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
_OIDC = "://".join(urlsplit(SANSI["SANSI_OIDC_URL"])[:2]) if SANSI["SANSI_OIDC_URL"] else ""
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        # The browser also asks this of where a form's answer leads: to the identity provider.
        "form-action": [SELF, *([_OIDC] if _OIDC else [])],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
