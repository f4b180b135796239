"""网址 · Every address of the site, by app."""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path
from ninja import NinjaAPI

from sansi.web.drafts.api import router as drafts
from sansi.web.drafts.shapes import components


class Api(NinjaAPI):
    """The interface for programs, with what the declarations of its routers refer to."""

    def get_openapi_schema(self, **asked: Any) -> Any:
        """The OpenAPI document."""
        document = super().get_openapi_schema(**asked)
        for name, more in components().items():
            document["components"].setdefault(name, {}).update(more)
        return document


api = Api(
    title="Sansi · 三思",
    version="1",
    description="What in a draft must not go out. Nothing that is sent here is kept.",
    docs_url=None,
    urls_namespace="api",
)
api.add_router("", drafts)

# Django's own sign-in for the back office asks for a password only: the site's asks for the second step too.
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

handler400 = "sansi.web.home.errors.bad_request"
handler403 = "sansi.web.home.errors.forbidden"
handler404 = "sansi.web.home.errors.not_found"
handler500 = "sansi.web.home.errors.failed"
urlpatterns = [
    # Addresses are tried from the top, and this one is asked most: last, it cost a tenth of checking a draft.
    path("api/v1/", api.urls),
    path("", include("sansi.web.home.urls")),
    path("", include("sansi.web.drafts.urls")),
    path("", include("sansi.web.integrations.urls")),
    path("", include("sansi.web.orgs.urls")),
    path("", include("sansi.web.audit.urls")),
    path("accounts/", include("sansi.web.orgs.signin.urls")),
    path("admin/", admin.site.urls),
]
