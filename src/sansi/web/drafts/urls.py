"""查稿的网址 · Addresses of the drafts pages and API."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from sansi.web.drafts import views

app_name = "drafts"
urlpatterns: list[URLPattern | URLResolver] = [
    path("check", views.check, name="check"),
    path("check/live", views.live, name="live"),
    path("check/stream", views.stream, name="stream"),
    path("check/rules", views.rules, name="rules"),
    path("api", views.about_api, name="about_api"),
]
