"""人员 · People, who sign in by e-mail. No gender, no date of birth, no number: none of it is needed here."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class People(BaseUserManager["Person"]):
    """Makes people."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Person:
        """One person; without a password they can't sign in by one."""
        person = self.model(email=email.strip().lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> Person:
        """One administrator of the installation."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> Person:
        """The person with this e-mail, however its letters are written."""
        return self.get(email=(username or "").strip().lower())


class Person(AbstractBaseUser, PermissionsMixin):
    """Somebody who may sign in."""

    email = models.EmailField(_("E-mail"), unique=True)
    name = models.CharField(_("Name"), max_length=80)
    # Blank: as the browser asks.
    language = models.CharField(_("Language"), max_length=8, blank=True)
    is_active = models.BooleanField(_("May sign in"), default=True)
    is_staff = models.BooleanField(_("Administers the installation"), default=False)
    joined_at = models.DateTimeField(_("Since"), default=timezone.now)

    objects = People()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        """Names, and what must hold."""

        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="email_is_lower_case")
        ]

    def __str__(self) -> str:
        """The name, else the e-mail."""
        return self.name or self.email
