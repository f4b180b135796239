"""首页的网址 · Addresses of the front door."""

from __future__ import annotations

from django.urls import path

from sansi.web.home import views

app_name = "home"
urlpatterns = [path("", views.home, name="home")]
