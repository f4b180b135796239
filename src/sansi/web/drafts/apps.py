"""查稿 · The page and API where a draft is checked; keeps nothing: its registration with Django."""

from __future__ import annotations

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    """The application."""

    name = "sansi.web.drafts"
    label = "drafts"
