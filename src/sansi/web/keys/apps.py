"""密钥 · Keys that sign and encrypt: its registration with Django."""

from __future__ import annotations

from django.apps import AppConfig


class KeysConfig(AppConfig):
    """The application."""

    name = "sansi.web.keys"
    label = "keys"
