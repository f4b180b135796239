"""人员、任职与邀请 · People, where they serve, and how they are invited.

Of a person Sansi keeps an address to sign in with, a name to show and a language to speak: no number, sex, birth
date, photograph or anything else, and nothing about what they write, read or check.
"""

from __future__ import annotations

import secrets
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sansi.web.orgs.models.unit import Unit


class Language(models.TextChoices):
    """The languages Sansi speaks."""

    ZH = "zh-hans", "简体中文"
    EN = "en", "English"


def tidy_email(email: str) -> str:
    """The one form in which an address is kept: people don't remember which letters they made capitals."""
    return email.strip().lower()


class People(BaseUserManager["Person"]):
    """How people are made and found."""

    def create_user(self, email: str, password: str | None = None, **rest: Any) -> Person:
        """Make a person; without a password they can only come in by an invitation."""
        person = self.model(email=tidy_email(email), **rest)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, email: str, password: str | None = None, **rest: Any) -> Person:
        """Make somebody who may use the back office for everything (`createsuperuser`)."""
        return self.create_user(email, password, **(rest | {"is_staff": True, "is_superuser": True}))

    def get_by_natural_key(self, username: str | None) -> Person:
        """Find a person by the address they sign in with, however they capitalise it."""
        return self.get(email=tidy_email(username or ""))


class Person(AbstractBaseUser, PermissionsMixin):
    """Somebody who can sign in."""

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(pgettext_lazy("of a person", "name"), max_length=100)
    # Blank: as the browser asks, and Chinese in letters.
    language = models.CharField(_("language"), max_length=8, choices=Language, blank=True)
    digest = models.BooleanField(_("a daily e-mail of what waits for me"), default=True)
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_staff = models.BooleanField(_("may use the back office"), default=False)
    joined_at = models.DateTimeField(_("joined"), default=timezone.now, editable=False)
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True, editable=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[People] = People()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ("name", "pk")
        constraints = (models.CheckConstraint(name="email_is_lower_case", condition=Q(email=Lower("email"))),)

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Keep the address in its one form."""
        self.email = tidy_email(self.email)

    def get_full_name(self) -> str:
        """The name; what Django's back office asks for."""
        return self.name

    get_short_name = get_full_name


class Dated(models.Model):
    """Something that is so from one day to another, both included."""

    from_on = models.DateField(_("from"), default=timezone.localdate)
    until_on = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        abstract = True

    @classmethod
    def on(cls, day: Any = None) -> Q:
        """What is in force on a day, today unless another is named."""
        day = day or timezone.localdate()
        return Q(from_on__lte=day) & (Q(until_on__isnull=True) | Q(until_on__gte=day))

    @property
    def is_current(self) -> bool:
        """Whether it is in force today."""
        today = timezone.localdate()
        return self.from_on <= today and (self.until_on is None or self.until_on >= today)


class Membership(Dated):
    """A person serves in a unit."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="memberships", verbose_name=_("person"))
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="memberships", verbose_name=_("unit"))
    post = models.CharField(_("post"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ("person__name", "pk")
        constraints = (
            models.CheckConstraint(
                name="membership_ends_after_it_begins",
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
            ),
            models.UniqueConstraint(
                name="membership_open_once", fields=["person", "unit"], condition=Q(until_on__isnull=True)
            ),
        )

    def __str__(self) -> str:
        return f"{self.person} · {self.unit}"


def new_nonce() -> str:
    """128 bits nobody can guess."""
    return secrets.token_urlsafe(16)


class Invitation(models.Model):
    """Somebody was asked to come in. The link holds a signed nonce that is not kept anywhere else."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="invitations", verbose_name=_("person"))
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="invitations", verbose_name=_("unit"))
    nonce = models.CharField(max_length=32, default=new_nonce, editable=False)
    invited_by = models.ForeignKey(
        Person, models.SET_NULL, null=True, related_name="+", verbose_name=_("invited by")
    )
    created_at = models.DateTimeField(_("invited"), default=timezone.now, editable=False)
    expires_at = models.DateTimeField(_("good until"))
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ("-created_at",)

    def __str__(self) -> str:
        return f"{self.person} → {self.unit}"

    @property
    def is_open(self) -> bool:
        """Whether its link still works."""
        return not self.accepted_at and not self.withdrawn_at and self.expires_at > timezone.now()
