from __future__ import annotations

from typing import Any

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from sansi.web.audit.models import Entry
from sansi.web.jobs.models import Worker
from sansi.web.orgs.models import Person
from tests.web.orgs.test_walk import sign_in
from tests.web.town import Town

pytestmark = pytest.mark.django_db
OURS = [m for m in admin.site._registry if m.__module__.startswith("sansi.")]


@pytest.fixture
def office(town: Town, client: Client) -> Client:
    Person.objects.filter(pk=town.mayor.pk).update(is_staff=True, is_superuser=True)
    sign_in(client, Person.objects.get(pk=town.mayor.pk))
    Worker.objects.create(name="w", host="h", pid=1)
    return client


@pytest.mark.parametrize("model", OURS, ids=lambda m: m.__name__)
def test_everything_can_be_looked_at_and_nothing_added(office: Client, model: Any) -> None:
    name = f"admin:{model._meta.app_label}_{model._meta.model_name}"

    assert office.get(reverse(f"{name}_changelist")).status_code == 200
    assert office.get(reverse(f"{name}_add")).status_code == 403
    row = model.objects.first()
    if row is not None:
        assert office.get(reverse(f"{name}_change", args=[row.pk])).status_code == 200
        assert office.post(reverse(f"{name}_delete", args=[row.pk]), {"post": "yes"}).status_code == 403


def test_who_may_use_the_back_office_is_recorded(office: Client, town: Town) -> None:
    page = reverse("admin:orgs_person_change", args=[town.anna.pk])

    assert office.post(page, {"is_staff": "on"}).status_code == 302

    town.anna.refresh_from_db()
    assert town.anna.is_staff
    entry = Entry.objects.first()
    assert entry is not None
    assert (entry.action, entry.by, entry.told) == ("person.changed", town.mayor.pk, {"fields": ["is_staff"]})
    mine = reverse("admin:orgs_person_change", args=[town.mayor.pk])
    assert office.post(mine, {"is_staff": ""}).status_code == 403


def test_the_jobs_are_there_too(office: Client) -> None:
    assert office.get("/admin/django_tasks_database/dbtaskresult/").status_code == 200
