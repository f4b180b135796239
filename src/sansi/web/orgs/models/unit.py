"""单位树 · The tree of organisations, and what became of each."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from treebeard.mp_tree import MP_Node


class Unit(MP_Node):
    """An organisation or a part of one. There is one root: the organisation that runs this installation.

    `path` of a unit begins with the `path` of each unit above it: duties, which reach a subtree, rest on that.
    """

    code = models.CharField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=160, blank=True)
    closed_on = models.DateField(_("closed"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name=_("merged into")
    )
    # Counts every change: an action that was prepared on an older page finds another number and does nothing.
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        constraints = (
            models.UniqueConstraint(name="unit_has_one_root", fields=["depth"], condition=Q(depth=1)),
            models.CheckConstraint(
                name="unit_merged_is_closed",
                condition=Q(merged_into__isnull=True) | Q(closed_on__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        """Its name in the language of the reader, where it has one."""
        return self.name_en if self.name_en and not (get_language() or "zh").startswith("zh") else self.name

    @property
    def is_closed(self) -> bool:
        """Whether it was closed or merged."""
        return self.closed_on is not None

    @property
    def above(self) -> list[str]:
        """The paths of this unit and of every unit above it, nearest first."""
        return [self.path[:end] for end in range(len(self.path), 0, -self.steplen)]

    @property
    def parent(self) -> Unit | None:
        """The unit above, None at the top."""
        above: Unit | None = Unit.objects.filter(path=self.path[: -self.steplen]).first()
        return above

    @property
    def children(self) -> models.QuerySet[Unit]:
        """The units right below, open and closed."""
        below: models.QuerySet[Unit] = Unit.objects.filter(path__startswith=self.path, depth=self.depth + 1)
        return below

    def holds(self, other: Unit) -> bool:
        """Whether `other` is this unit or stands below it."""
        return bool(other.path.startswith(self.path))


class UnitEvent(models.Model):
    """Something happened to a unit; this is its history, which outlives its names."""

    class What(models.TextChoices):
        """What can happen."""

        OPENED = "opened", _("opened")
        RENAMED = "renamed", _("renamed")
        MOVED = "moved", _("moved")
        MERGED = "merged", _("merged")
        ABSORBED = "absorbed", _("took over another unit")
        CLOSED = "closed", _("closed")
        REOPENED = "reopened", _("reopened")

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="events")
    what = models.CharField(max_length=10, choices=What)
    at = models.DateTimeField(default=timezone.now)
    # Names as they were, for the reader of the history: {"was": …, "now": …}
    facts: models.JSONField[Any, Any] = models.JSONField(default=dict)
    other = models.ForeignKey(Unit, models.SET_NULL, null=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.unit_id} {self.what}"
