"""接入 · Programs that ask by a token of their own: its registration with Django."""

from __future__ import annotations

from django.apps import AppConfig


class IntegrationsConfig(AppConfig):
    """The application."""

    name = "sansi.web.integrations"
    label = "integrations"

    def ready(self) -> None:
        """Give the audit log the words for what is done here."""
        from sansi.web.audit.models import ACTS as RECORDED  # noqa: PLC0415 - models need the registry of apps
        from sansi.web.integrations.acts import ACTS  # noqa: PLC0415 - same

        RECORDED.update(ACTS)
