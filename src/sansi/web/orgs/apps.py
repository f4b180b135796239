"""单位与人员 · Organisations, people, duties, sign-in: its registration with Django."""

from __future__ import annotations

import importlib

from django.apps import AppConfig


class OrgsConfig(AppConfig):
    """The application."""

    name = "sansi.web.orgs"
    label = "orgs"

    def ready(self) -> None:
        """Give the audit log the words for what is done here, and gather what waits for people."""
        from sansi.web.audit.models import ACTS as RECORDED  # noqa: PLC0415 - models need the registry of apps
        from sansi.web.orgs.acts import ACTS  # noqa: PLC0415 - same

        RECORDED.update(ACTS)
        importlib.import_module("sansi.web.orgs.waiting")
