"""工作日历 · Working days: its registration with Django."""

from __future__ import annotations

from django.apps import AppConfig


class CalendarConfig(AppConfig):
    """The application."""

    name = "sansi.web.calendar"
    label = "calendar"
