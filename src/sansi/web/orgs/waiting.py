"""待办 · What waits for a person in matters of units and duties."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sansi.web.orgs.access import Deciders, duties_of, requests_for
from sansi.web.orgs.hooks import Waiting, gather
from sansi.web.orgs.models import DutyRequest, Kind, Person

SOON = timedelta(days=14)
# More of one sort than this are one line, with their number: a list that long is read on its own page.
FEW = 10


@gather
def requests_to_decide(person: Person) -> list[Waiting]:
    """Requests that this person is the nearest to decide, each by itself while they are few."""
    if not duties_of(person, Kind.ADMINISTRATOR, Kind.AUDITOR).exists():
        return []
    rows = (
        requests_for(person)
        .filter(state=DutyRequest.State.OPEN)
        .exclude(asked_by=person)
        .exclude(person=person)
    )
    deciders = Deciders()
    mine = [
        pk
        for pk, kind, path, *own in rows.order_by("asked_at").values_list(
            "pk", "kind", "unit__path", "asked_by", "person"
        )
        if person.pk in deciders.of(Kind(kind), path, own)[1]
    ]
    if len(mine) > FEW:
        oldest = DutyRequest.objects.get(pk=mine[0]).asked_at
        return [
            Waiting(
                _("Requests for duties to decide"),
                f"{reverse('orgs:requests')}?state=open",
                oldest,
                count=len(mine),
            )
        ]
    return [
        Waiting(
            title=_("Decide: %(person)s as %(duty)s of %(unit)s")
            % {"person": row.person, "duty": row.get_kind_display(), "unit": row.unit},
            url=reverse("orgs:request", args=[row.pk]),
            since=row.asked_at,
        )
        for row in DutyRequest.objects.filter(pk__in=mine).select_related("person", "unit")
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
