"""单位与人员 · Organisations, people, duties, sign-in: its registration with Django."""

from __future__ import annotations

from django.apps import AppConfig


class OrgsConfig(AppConfig):
    """The application."""

    name = "sansi.web.orgs"
    label = "orgs"
