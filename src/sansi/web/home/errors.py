"""出错页 · What people read when something went wrong: what happened, that nothing is lost, where to go."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sansi.web.home.switch import switches


@dataclass(frozen=True, slots=True)
class Said:
    """A heading and what to do."""

    heading: str | Promise
    advice: str | Promise


SAID = {
    400: Said(
        _("This request can't be read"), _("Go back and try again. If it happens again, type it in by hand.")
    ),
    403: Said(
        _("This page is not open to you"),
        _("Your duties don't cover it. Ask your administrator if they should."),
    ),
    404: Said(
        _("There is no such page"),
        _("It may have moved, or it was never open to you. The home page leads on."),
    ),
    500: Said(
        _("Something went wrong on our side"),
        _(
            "Nothing you typed was kept. Try again in a minute; if it stays like this, tell your administrator when."
        ),
    ),
}
EXPIRED = Said(
    _("This page was open too long"),
    _(
        "For your safety its form is good only for a while, and needs cookies. Go back, reload the page, and send it again."
    ),
)


def said(request: HttpRequest, status: int, words: Said | None = None) -> HttpResponse:
    """An error page, or the same as JSON for programs."""
    words = words or SAID[status]
    if request.path.startswith("/api/"):
        return JsonResponse({"detail": str(words.heading)}, status=status)
    # Refused before anybody asked who it is; or the database may be what failed.
    bare = status == 500 or not hasattr(request, "user")
    code = getattr(request, "LANGUAGE_CODE", None) or translation.get_language_from_request(request)
    with translation.override(code):
        said = {"said": words, "status": status, "is_bare": bare, "languages": switches(code)}
        return render(request, "error.html", said, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django passes it
    """400."""
    return said(request, 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django passes it
    """403."""
    return said(request, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django passes it
    """404. Nothing of the address is repeated."""
    return said(request, 404)


def failed(request: HttpRequest) -> HttpResponse:
    """500. Made without the database and the session: they may be what failed."""
    return said(request, 500)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django passes it
    """A form without its token."""
    return said(request, 403, EXPIRED)
