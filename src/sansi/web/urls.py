"""网址 · Every address of the site, by app."""

from __future__ import annotations

from django.contrib import admin
from django.urls import include, path
from ninja import NinjaAPI

from sansi.web.drafts.api import router as drafts

api = NinjaAPI(
    title="Sansi · 三思",
    version="1",
    description="What in a draft must not go out. Nothing that is sent here is kept.",
    docs_url=None,
    urls_namespace="api",
)
api.add_router("", drafts)

urlpatterns = [
    path("", include("sansi.web.home.urls")),
    path("", include("sansi.web.drafts.urls")),
    path("", include("sansi.web.orgs.urls")),
    path("", include("sansi.web.audit.urls")),
    path("api/v1/", api.urls),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
]
