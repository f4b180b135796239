"""后台作业 · Background jobs: retries, periodic ones, the worker: its registration with Django."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    """The application."""

    name = "sansi.web.jobs"
    label = "jobs"

    def ready(self) -> None:
        """Read what the apps declare: jobs they have, and letters they send."""
        autodiscover_modules("jobs", "letters")
