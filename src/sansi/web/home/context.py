"""页面通用内容 · What every page needs to know: whom it is for, where the language switch leads, whether this is a demo."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from sansi.web.home.links import links_for
from sansi.web.home.switch import switches


def site(request: HttpRequest) -> dict[str, Any]:
    """For every template."""
    return {
        "is_demo": settings.SANSI["SANSI_DEMO"],
        "site_links": SimpleLazyObject(lambda: links_for(request)),
        "languages": switches(get_language(), request.GET),
    }
