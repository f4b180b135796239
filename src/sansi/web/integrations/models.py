"""接入的数据模型 · What is kept about programs that ask: a digest of their token, and counts.

Counts are of a month: which day, which request and what was in it nobody can tell from them.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sansi.web.orgs.models import Unit


class Integration(models.Model):
    """A program of a unit that may ask. Its token is shown once and kept by whoever made it."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="integrations", verbose_name=_("unit"))
    name = models.CharField(_("program"), max_length=80)
    # SHA-256: a token has 256 random bits, so that nobody can try them all.
    digest = models.CharField(max_length=64, unique=True, editable=False)
    ending = models.CharField(_("ends in"), max_length=4, editable=False)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("made by")
    )
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    class Meta:
        """How it is called, and in which order it is listed."""

        verbose_name = _("integration")
        verbose_name_plural = _("integrations")
        ordering = ("name", "pk")

    def __str__(self) -> str:
        """Its name."""
        return self.name


class RequestCount(models.Model):
    """How many requests a token made in a month."""

    integration = models.ForeignKey(Integration, models.CASCADE, related_name="counts")
    month = models.DateField()
    count = models.PositiveBigIntegerField(default=0)

    class Meta:
        """One for each month."""

        constraints = (
            models.UniqueConstraint(name="requests_once_a_month", fields=["integration", "month"]),
        )

    def __str__(self) -> str:
        """Which month, and how many."""
        return f"{self.month:%Y-%m}: {self.count}"


class RuleCount(models.Model):
    """In how many requests of a month something was found by a rule, of all tokens together."""

    rule = models.CharField(_("rule"), max_length=80)
    month = models.DateField(_("month"))
    count = models.PositiveBigIntegerField(_("requests"), default=0)

    class Meta:
        """One for each month."""

        constraints = (models.UniqueConstraint(name="rule_once_a_month", fields=["rule", "month"]),)

    def __str__(self) -> str:
        """Which rule and month; the number is for `shown` to tell."""
        return f"{self.rule} {self.month:%Y-%m}"
