"""登录的网址 · Addresses of signing in. What has no place here answers as if it were not there."""

from __future__ import annotations

from typing import NoReturn

from django.http import Http404, HttpRequest
from django.urls import include, path


def closed(_request: HttpRequest, **_rest: object) -> NoReturn:
    """A door of the library that is kept shut. Raises Http404."""
    raise Http404


# People come by invitation, their address is changed by an officer, and only the one identity provider is asked.
CLOSED = ("signup/", "email/", "confirm-email/", "login/code/confirm/", "3rdparty/", "3rdparty/signup/")
urlpatterns = [*(path(at, closed) for at in CLOSED), path("", include("allauth.urls"))]
