"""后台作业 · What the workers need beside the job table itself: their pulse, and when periodic jobs are next due."""

from __future__ import annotations

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# A worker writes its pulse every ten seconds; one that missed six is taken for dead.
PULSE_S = 10
DEAD_AFTER = timedelta(seconds=60)


class Worker(models.Model):
    """A running worker. It is dead when its pulse stops, however it ended."""

    name = models.CharField(_("worker"), max_length=64, primary_key=True)
    host = models.CharField(_("host"), max_length=255)
    pid = models.PositiveIntegerField(_("process"))
    started_at = models.DateTimeField(_("started"), default=timezone.now)
    seen_at = models.DateTimeField(_("seen"), default=timezone.now)

    class Meta:
        verbose_name = _("worker")
        verbose_name_plural = _("workers")
        ordering = ("-seen_at",)

    def __str__(self) -> str:
        return f"{self.host} {self.pid}"

    @classmethod
    def alive(cls) -> models.QuerySet[Worker]:
        """Workers whose pulse was felt within the last minute."""
        return cls.objects.filter(seen_at__gt=timezone.now() - DEAD_AFTER)


class Schedule(models.Model):
    """When a periodic job is due next. One row a job, whoever runs it."""

    name = models.CharField(_("job"), max_length=120, primary_key=True)
    next_at = models.DateTimeField(_("due"))
    last_at = models.DateTimeField(_("handed out"), null=True)

    class Meta:
        verbose_name = _("periodic job")
        verbose_name_plural = _("periodic jobs")
        ordering = ("next_at",)

    def __str__(self) -> str:
        return self.name
