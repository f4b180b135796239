"""后台 · The back office: a look at everything, for administrators of the installation. Changes are made on our pages.

What is changed here would pass by the acts, their refusals and the audit log: so nothing can be. The one exception
is whether somebody may use the back office at all.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from sansi.web.audit.actions import record
from sansi.web.audit.models import Entry, Head
from sansi.web.jobs.models import Schedule, Worker
from sansi.web.orgs.models import Duty, DutyRequest, Invitation, Membership, Person, Unit, UnitEvent, Upload


class Look(admin.ModelAdmin[Any]):
    """Lists and shows, and changes nothing."""

    show_full_result_count = False

    def has_add_permission(self, _request: HttpRequest) -> bool:
        """No."""
        return False

    def has_change_permission(self, _request: HttpRequest, _obj: Model | None = None) -> bool:
        """No."""
        return False

    def has_delete_permission(self, _request: HttpRequest, _obj: Model | None = None) -> bool:
        """No."""
        return False


@admin.register(Person)
class PersonAdmin(Look):
    """People, and who of them may use the back office."""

    list_display = ("name", "email", "is_active", "is_staff", "last_login")
    list_filter = ("is_active", "is_staff")
    search_fields = ("name", "email")
    fields = ("name", "email", "language", "is_active", "is_staff", "is_superuser", "joined_at", "last_login")
    readonly_fields = ("name", "email", "language", "is_active", "joined_at", "last_login")

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Only administrators of the whole installation, and nobody for themself."""
        mine = obj is not None and obj.pk == request.user.pk
        return bool(getattr(request.user, "is_superuser", False)) and not mine

    def save_model(self, request: HttpRequest, obj: Person, form: Any, change: bool) -> None:
        """Save, and record who may use the back office from now on."""
        super().save_model(request, obj, form, change)
        if form.changed_data:
            by = request.user
            record("person.changed", obj, by=by, unit=None, fields=sorted(form.changed_data))


@admin.register(Unit)
class UnitAdmin(Look):
    """Units in the order of the tree."""

    list_display = ("name", "name_en", "code", "depth", "closed_on")
    search_fields = ("name", "name_en", "code")
    ordering = ("path",)


@admin.register(Duty)
class DutyAdmin(Look):
    """Duties, past and present."""

    list_display = ("person", "kind", "unit", "from_on", "until_on", "ended_at")
    list_filter = ("kind",)
    list_select_related = ("person", "unit")
    search_fields = ("person__name", "unit__name")


@admin.register(Entry)
class EntryAdmin(Look):
    """The audit log."""

    list_display = ("seq", "at", "by", "action", "thing", "unit")
    list_filter = ("action",)
    search_fields = ("action", "thing")


@admin.register(Worker)
class WorkerAdmin(Look):
    """Workers and their pulse."""

    list_display = ("host", "pid", "started_at", "seen_at")


@admin.register(Schedule)
class ScheduleAdmin(Look):
    """Periodic jobs: when they were handed out and when they are due."""

    list_display = ("name", "next_at", "last_at")


for model in (DutyRequest, Invitation, Membership, UnitEvent, Upload, Head):
    admin.site.register(model, Look)
