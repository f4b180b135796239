"""后台任务 · Background jobs: retries and the periodic tick: its registration with Django."""

from __future__ import annotations

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """The application."""

    name = "sansi.web.jobs"
    label = "jobs"
