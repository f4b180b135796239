"""单位与人员的网址 · Addresses of the pages on organisations and people."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

app_name = "orgs"
urlpatterns: list[URLPattern | URLResolver] = []
