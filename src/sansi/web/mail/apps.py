"""邮件 · E-mail in both languages: its registration with Django."""

from __future__ import annotations

from django.apps import AppConfig


class MailConfig(AppConfig):
    """The application."""

    name = "sansi.web.mail"
    label = "mail"
