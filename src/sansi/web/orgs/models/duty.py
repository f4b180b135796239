"""职责 · Duties: what a person may do, over which part of the tree, from when until when."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sansi.web.orgs.models.person import Dated, Person
from sansi.web.orgs.models.unit import Unit


class Kind(models.TextChoices):
    """The duties there are. What each means is said in `sansi.web.orgs.duties`."""

    EDITOR = "editor", _("editor")
    APPROVER = "approver", _("approver")
    REGISTRAR = "registrar", _("registrar")
    LEARNING = "learning", _("learning officer")
    INTAKE = "intake", _("intake")
    HANDLER = "handler", _("handler")
    SUPERVISOR = "supervisor", _("supervisor")
    KEYHOLDER = "keyholder", _("keyholder")
    AUDITOR = "auditor", _("auditor")
    ADMINISTRATOR = "administrator", _("administrator")


class Duty(Dated):
    """A person has a duty over a unit and every unit below it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="duties", verbose_name=_("person"))
    kind = models.CharField(_("duty"), max_length=16, choices=Kind)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="duties", verbose_name=_("unit"))
    given_by = models.ForeignKey(
        Person, models.SET_NULL, null=True, related_name="+", verbose_name=_("given by")
    )
    # The duty this one was handed on from while its holder is away; it never outlives it.
    delegated_from = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="delegations",
        verbose_name=_("on behalf of"),
    )
    ended_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    class Meta:
        verbose_name = _("duty")
        verbose_name_plural = _("duties")
        ordering = ("kind", "person__name", "pk")
        constraints = (
            models.CheckConstraint(name="duty_is_known", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(
                name="duty_ends_after_it_begins",
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
            ),
            models.CheckConstraint(
                name="duty_delegated_has_an_end",
                condition=Q(delegated_from__isnull=True) | Q(until_on__isnull=False),
            ),
            models.CheckConstraint(
                name="duty_not_given_to_oneself",
                condition=Q(given_by__isnull=True) | ~Q(given_by=F("person")),
            ),
        )
        indexes = (models.Index(name="duty_by_kind", fields=["kind", "person"]),)

    def __str__(self) -> str:
        return f"{self.person} · {self.get_kind_display()} · {self.unit}"

    @property
    def is_current(self) -> bool:
        """Whether it is in force today, its source too if it was delegated."""
        source = self.delegated_from
        return super().is_current and self.ended_at is None and (source is None or source.is_current)


class DutyRequest(models.Model):
    """Somebody asks that a person be given a duty; somebody else decides."""

    class State(models.TextChoices):
        """Where a request is."""

        OPEN = "open", _("waiting")
        APPROVED = "approved", _("approved")
        REFUSED = "refused", _("refused")
        WITHDRAWN = "withdrawn", _("withdrawn")

    person = models.ForeignKey(Person, models.CASCADE, related_name="duty_requests", verbose_name=_("for"))
    kind = models.CharField(_("duty"), max_length=16, choices=Kind)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="duty_requests", verbose_name=_("unit"))
    until_on = models.DateField(_("until"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300)
    asked_by = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("asked by"))
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.OPEN)
    decided_by = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    answer = models.CharField(_("answer"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("request for a duty")
        verbose_name_plural = _("requests for duties")
        ordering = ("-asked_at", "-pk")
        constraints = (
            models.CheckConstraint(name="request_kind_is_known", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(
                name="request_not_decided_by_its_own",
                condition=Q(decided_by__isnull=True)
                | (~Q(decided_by=F("asked_by")) & ~Q(decided_by=F("person"))),
            ),
            models.UniqueConstraint(
                name="request_open_once", fields=["person", "kind", "unit"], condition=Q(state="open")
            ),
        )

    def __str__(self) -> str:
        return f"{self.person} · {self.get_kind_display()} · {self.unit} ({self.get_state_display()})"
