"""首页 · The front door, my duties, errors, health: its registration with Django."""

from __future__ import annotations

import importlib
from typing import Any

from django.apps import AppConfig, apps
from django.core.management import call_command
from django.db.models.signals import post_migrate


class HomeConfig(AppConfig):
    """The application."""

    name = "sansi.web.home"
    label = "home"

    def ready(self) -> None:
        """Have mistakes of set-up found."""
        importlib.import_module("sansi.web.home.checks")
        # Django sends no such signal for an application without models, as this one is.
        post_migrate.connect(_cache_table, sender=apps.get_app_config("orgs"))


def _cache_table(*, using: str, **_rest: Any) -> None:
    # Whoever brings the tables up to date need not know that one of them belongs to no app.
    call_command("createcachetable", database=using, verbosity=0)
