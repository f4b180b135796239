"""表格与图 · Tables and charts: their registration with Django."""

from __future__ import annotations

from django.apps import AppConfig


class TablesConfig(AppConfig):
    """The application."""

    name = "sansi.web.tables"
    label = "tables"
