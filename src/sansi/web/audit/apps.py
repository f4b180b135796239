"""审计 · The record of what officers do, which cannot be quietly rewritten: its registration with Django."""

from __future__ import annotations

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The application."""

    name = "sansi.web.audit"
    label = "audit"
