"""门卫 · What every request must pass and every answer must carry, whatever page it is."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from sansi.web.home.errors import bad_request

Answer = Callable[[HttpRequest], HttpResponse]
HEADERS = {
    # None of it is used; a page that something was slipped into can't use it either.
    "Permissions-Policy": "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), usb=(), interest-cohort=()",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def guards(get_response: Answer) -> Answer:
    """Refuse what no page can mean, and say in every answer what the browser may do with it."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = bad_request(request) if _has_nul(request) else get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if "Cache-Control" not in response.headers:
            # A shared computer's "back" button must not show the last person's page.
            response.headers["Cache-Control"] = "no-store"
        return response

    return answer


def _has_nul(request: HttpRequest) -> bool:
    # PostgreSQL can't hold U+0000 in text: what only looks wrong on SQLite would be an error there.
    query = request.META.get("QUERY_STRING", "")
    return "\0" in request.path or "\0" in query or "%00" in query
