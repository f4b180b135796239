"""语言 · Which language a page is in: as asked by `?language=`, as chosen before, as the person has set, as the browser says."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

Answer = Callable[[HttpRequest], HttpResponse]
COOKIE_AGE_S = 365 * 24 * 3600
KNOWN = frozenset(code for code, _ in settings.LANGUAGES)


def language(get_response: Answer) -> Answer:
    """Speak the right language, and remember a choice."""

    def answer(request: HttpRequest) -> HttpResponse:
        asked = request.GET.get("language")
        chosen = asked if asked in KNOWN else None
        code = chosen or _set_by(request) or translation.get_language_from_request(request)
        with translation.override(code):
            request.LANGUAGE_CODE = code
            response = get_response(request)
        response.headers.setdefault("Content-Language", code)
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        if chosen:
            _remember(response, chosen)
        return response

    return answer


def _set_by(request: HttpRequest) -> str | None:
    # Without a session there is nobody to ask about, and no query to spend on it.
    if (
        settings.LANGUAGE_COOKIE_NAME in request.COOKIES
        or settings.SESSION_COOKIE_NAME not in request.COOKIES
    ):
        return None
    return getattr(request.user, "language", None) or None


def _remember(response: HttpResponse, code: str) -> None:
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=COOKIE_AGE_S,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
