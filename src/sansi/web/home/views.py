"""首页 · The front door, and what waits for a person."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sansi.web.home.doors import doors
from sansi.web.orgs.access import duties_of
from sansi.web.orgs.hooks import waiting_for
from sansi.web.orgs.models import Person


def home(request: HttpRequest) -> HttpResponse:
    """Three doors, and the most urgent of what waits for whoever is signed in."""
    person = request.user
    waiting = waiting_for(person)[:5] if isinstance(person, Person) else []
    return render(
        request, "home/home.html", {"doors": doors(), "waiting": waiting, "today": timezone.localdate()}
    )


@login_required
def duties(request: HttpRequest) -> HttpResponse:
    """Everything that waits for me, in order, and the duties I have."""
    person = request.user
    assert isinstance(person, Person)
    said = {
        "waiting": waiting_for(person),
        "duties": duties_of(person).order_by("unit__path", "kind"),
        "today": timezone.localdate(),
    }
    return render(request, "home/duties.html", said)
