"""首页 · The front door, my duties, errors, health: its registration with Django."""

from __future__ import annotations

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The application."""

    name = "sansi.web.home"
    label = "home"
