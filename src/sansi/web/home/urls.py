"""首页的网址 · Addresses of the front door, and of what machines ask."""

from __future__ import annotations

from django.urls import path

from sansi.web.home import health, views

app_name = "home"
urlpatterns = [
    path("", views.home, name="home"),
    path("duties/", views.duties, name="duties"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("metrics", health.metrics, name="metrics"),
]
