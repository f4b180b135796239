"""批量导入 · A table of units or people that was uploaded, tried, and perhaps taken over."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sansi.web.orgs.models.person import Person
from sansi.web.orgs.models.unit import Unit


class Upload(models.Model):
    """Rows as they were read, and what was said about each. The rows go when it is taken over or a week old."""

    class What(models.TextChoices):
        """What the rows are."""

        UNITS = "units", _("units")
        PEOPLE = "people", _("people")

    class State(models.TextChoices):
        """Where it is."""

        TRIED = "tried", _("tried, nothing changed")
        TAKEN = "taken", _("taken over")
        DROPPED = "dropped", _("dropped")

    what = models.CharField(_("rows"), max_length=8, choices=What)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("below"))
    name = models.CharField(_("file"), max_length=120)
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.TRIED)
    rows: models.JSONField[Any, Any] = models.JSONField(default=list)
    counts: models.JSONField[Any, Any] = models.JSONField(default=dict)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("uploaded"), default=timezone.now)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ("-at",)

    def __str__(self) -> str:
        return f"{self.get_what_display()} {self.name}"
