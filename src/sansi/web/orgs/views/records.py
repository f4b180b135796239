"""审计页 · Pages for auditors: read the log, take it along with its verifier, verify it here."""

from __future__ import annotations

import io

from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from sansi.web.audit import heads
from sansi.web.audit.actions import record
from sansi.web.audit.export import heads_in, pack
from sansi.web.audit.models import ACTS, Entry
from sansi.web.orgs.access import duties_of, entries_for, has
from sansi.web.orgs.models import Kind, Person, Unit
from sansi.web.orgs.views.page import signed_in
from sansi.web.tables.columns import Choice, Column
from sansi.web.tables.listing import Listing

# Heads of two thousand days.
LARGEST = 1 << 20


def _said(entry: Entry) -> str:
    facts = entry.told
    return "; ".join(f"{name}: {value}" for name, value in facts.items() if value is not None)


ENTRIES = Listing(
    title=gettext_lazy("Audit log"),
    name="audit",
    columns=(
        Column("seq", gettext_lazy("No."), lambda e: e.seq, ("seq",)),
        Column("at", gettext_lazy("Time (UTC)"), lambda e: e.at[:19].replace("T", " ")),
        Column("by", gettext_lazy("Person"), lambda e: e.by or "", ("by",)),
        Column("action", gettext_lazy("Act"), lambda e: ACTS.get(e.action, e.action), ("action",)),
        Column("thing", gettext_lazy("Thing"), lambda e: e.thing, ("thing",)),
        Column("facts", gettext_lazy("Facts"), _said),
    ),
    search=("action", "thing", "facts"),
    choices=(
        Choice(
            "area",
            gettext_lazy("Area"),
            (
                ("unit.", gettext_lazy("units")),
                ("person.", gettext_lazy("people")),
                ("membership.", gettext_lazy("memberships")),
                ("duty.", gettext_lazy("duties")),
                ("request.", gettext_lazy("requests")),
                ("invitation.", gettext_lazy("invitations")),
                ("audit.", gettext_lazy("the log itself")),
            ),
            lambda value: Q(action__startswith=value),
        ),
    ),
    empty=gettext_lazy("No entry matches."),
    order=("-seq",),
)


def _auditor(request: HttpRequest, *, of_all: bool = False) -> Person:
    """The auditor who asks.

    Raises:
        PermissionDenied: they are none, or not of the whole where that is asked.
    """
    user = signed_in(request)
    if not (_reads_all(user) if of_all else duties_of(user, Kind.AUDITOR).exists()):
        raise PermissionDenied
    return user


@login_required
@require_safe
def entries(request: HttpRequest) -> HttpResponse:
    """The entries an auditor may read."""
    user = _auditor(request)
    rows = entries_for(user)
    if request.GET.get("format"):
        with transaction.atomic():
            record("audit.exported", None, by=user, unit=None)
        return ENTRIES.answer(request, rows)
    return ENTRIES.answer(request, rows, "orgs/entries.html", of_all=_reads_all(user))


def _reads_all(user: Person) -> bool:
    top = Unit.objects.filter(depth=1).first()
    return top is not None and has(user, top, Kind.AUDITOR)


@login_required
@require_POST
def verify(request: HttpRequest) -> HttpResponse:
    """Walk the whole log; with heads that were kept outside, if a file of them is brought along."""
    user = _auditor(request, of_all=True)
    file = request.FILES.get("heads")
    brought = heads_in(file.read(LARGEST)) if file else []
    walk, faults = heads.verify(brought)
    with transaction.atomic():
        record("audit.verified", None, by=user, unit=None, rows=walk.rows, faults=len(faults))
    said = {"walk": walk, "faults": faults[:200], "more": max(0, len(faults) - 200), "heads": len(brought)}
    return render(request, "orgs/verified.html", said)


@login_required
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """The whole log with its heads and its verifier, as one file."""
    user = _auditor(request, of_all=True)
    with transaction.atomic():
        record("audit.exported", None, by=user, unit=None)
    buffer = io.BytesIO()
    pack(buffer)
    answer = HttpResponse(buffer.getvalue(), content_type="application/zip")
    answer["Content-Disposition"] = 'attachment; filename="sansi-audit.zip"'
    return answer
