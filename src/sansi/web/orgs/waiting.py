"""待办 · What waits for a person in matters of units and duties."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sansi.web.orgs.access import deciders_of, duties_of, requests_for
from sansi.web.orgs.hooks import Waiting, gather
from sansi.web.orgs.models import DutyRequest, Person

SOON = timedelta(days=14)


@gather
def requests_to_decide(person: Person) -> list[Waiting]:
    """Requests that this person is the nearest to decide."""
    rows = requests_for(person).filter(state=DutyRequest.State.OPEN).order_by("asked_at")
    rows = rows.exclude(asked_by=person).exclude(person=person)
    return [
        Waiting(
            title=_("Decide: %(person)s as %(duty)s of %(unit)s")
            % {"person": row.person, "duty": row.get_kind_display(), "unit": row.unit},
            url=reverse("orgs:request", args=[row.pk]),
            since=row.asked_at,
        )
        for row in rows[:50]
        if person in deciders_of(row)[1]
    ]


@gather
def duties_ending(person: Person) -> list[Waiting]:
    """Duties of this person that end within two weeks: somebody has to go on with them."""
    today = timezone.localdate()
    return [
        Waiting(
            title=_("Your duty as %(duty)s of %(unit)s ends")
            % {"duty": duty.get_kind_display(), "unit": duty.unit},
            url=reverse("orgs:mine"),
            since=timezone.now(),
            by_on=duty.until_on,
        )
        for duty in duties_of(person).filter(until_on__lte=today + SOON).order_by("until_on")
    ]
