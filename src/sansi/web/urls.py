"""网址 · Every address of the site, by app."""

from __future__ import annotations

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("sansi.web.home.urls")),
    path("", include("sansi.web.drafts.urls")),
    path("", include("sansi.web.orgs.urls")),
    path("", include("sansi.web.audit.urls")),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
]
