"""查稿的网址 · Addresses of the drafts pages and API."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

app_name = "drafts"
urlpatterns: list[URLPattern | URLResolver] = []
