"""访问日志 · One line for each request that was answered: which kind of page, how it went, how long it took."""

from __future__ import annotations

import logging
from collections.abc import Callable
from time import perf_counter

from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]
LOG = logging.getLogger("sansi.web.access")
QUIET = frozenset({"healthz", "readyz", "metrics"})  # asked every few seconds by machines


def access_log(get_response: Answer) -> Answer:
    """Log each answer."""

    def answer(request: HttpRequest) -> HttpResponse:
        begun = perf_counter()
        response = get_response(request)
        match = request.resolver_match
        if match is None or match.url_name not in QUIET:
            facts = {"ms": round((perf_counter() - begun) * 1000)}
            LOG.info(
                "answered", extra={"request": request, "status_code": response.status_code, "facts": facts}
            )
        return response

    return answer
