"""WSGI 入口 · What the server calls: the site, and a shorter way for the programs that ask often."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sansi.web.settings")
# Nobody is signed in there and no page is shown: what a page needs would take longer than the check.
_CHECKS = frozenset({"/api/v1/check", "/api/v1/redact", "/api/v1/clean"})
_SHORT = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "sansi.web.home.guards.guards",
    "sansi.web.home.access_log.access_log",
]


class _Short(WSGIHandler):
    """Django with the middleware that the API needs."""

    def load_middleware(self, is_async: bool = False) -> None:
        """Build the chain from `_SHORT`; before the first request, so that nobody sees the other list."""
        every = settings.MIDDLEWARE
        settings.MIDDLEWARE = _SHORT
        try:
            super().load_middleware(is_async)
        finally:
            settings.MIDDLEWARE = every


django.setup(set_prefix=False)
_site = WSGIHandler()
# Where people have to sign in, they may ask the API by their session too.
_checks = _site if settings.SANSI["SANSI_CHECK_SIGN_IN"] else _Short()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer one request."""
    handler = _checks if environ["PATH_INFO"] in _CHECKS else _site
    return handler(environ, start_response)
