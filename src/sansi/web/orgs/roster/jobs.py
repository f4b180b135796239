"""后台接收 · Long tables are taken over by a worker: the page doesn't wait."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.utils import timezone

from sansi.web.audit.refused import Refused
from sansi.web.jobs.declare import job
from sansi.web.orgs.access import has
from sansi.web.orgs.actions.people import send_invitation
from sansi.web.orgs.models import Invitation, Kind, Membership, Unit, Upload
from sansi.web.orgs.roster.actions import take_over

_BATCH = 500


@job(attempts=3, wait=timedelta(seconds=10))
def take_over_later(upload: int, only_right: bool) -> str:
    """Take a table over, as it was asked on its page."""
    row = Upload.objects.select_related("unit", "by").filter(pk=upload, state=Upload.State.TRIED).first()
    if row is None:
        return "gone"
    if row.by is not None and not has(row.by, row.unit, Kind.ADMINISTRATOR):
        return "no longer theirs"
    try:
        taken = take_over(row, only_right=only_right, by=row.by)
    except Refused as why:
        _wait_no_more(row, str(why))
        return "refused"
    if not taken:
        _wait_no_more(row, "")
    return "taken" if taken else "changed"


@job(attempts=5)
def invite_later(upload: int) -> int:
    """Invite the people that a table added, but for those who were invited or have come in meanwhile."""
    row = Upload.objects.select_related("unit", "by").filter(pk=upload).first()
    if row is None or row.by is None or not has(row.by, row.unit, Kind.ADMINISTRATOR):
        return 0
    added = row.counts.get("added", [])
    # Done half-way, it begins again here: who has an open letter gets no second one.
    open_now = Invitation.objects.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=timezone.now())
    done = set(open_now.values_list("person", flat=True))
    sent = 0
    for start in range(0, len(added), _BATCH):
        keys = [key for key in added[start : start + _BATCH] if key not in done]
        for membership in _first_of(keys, row.unit):
            send_invitation(membership.person, unit=membership.unit, by=row.by)
            sent += 1
    return sent


def _first_of(people: list[int], below: Unit) -> list[Membership]:
    """Where each of them serves, below a unit; nobody who can sign in already."""
    rows = Membership.objects.filter(
        Membership.on(),
        person__in=people,
        person__is_active=True,
        person__last_login=None,
        person__password__startswith=UNUSABLE_PASSWORD_PREFIX,
        unit__path__startswith=below.path,
    )
    found: dict[int, Membership] = {}
    for membership in rows.select_related("person", "unit").order_by("pk"):
        found.setdefault(membership.person_id, membership)
    return list(found.values())


def _wait_no_more(row: Upload, said: str) -> None:
    """Give the table back to whoever brought it."""
    row.refresh_from_db()
    counts = {key: value for key, value in row.counts.items() if key != "asked_at"}
    Upload.objects.filter(pk=row.pk).update(counts=counts | ({"said": said} if said else {}))
