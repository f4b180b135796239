"""初建 · The first unit of an empty site, and the person who administers it: from then on, everybody is given duties."""

from __future__ import annotations

from django.core.validators import validate_email
from django.db import transaction

from sansi.web.audit.actions import record
from sansi.web.orgs.actions.people import invite
from sansi.web.orgs.actions.units import open_unit
from sansi.web.orgs.models import Duty, Invitation, Kind

CODE = "ROOT"


@transaction.atomic
def found(*, unit: str, email: str, name: str) -> Invitation:
    """Open the unit at the top and invite its administrator, whom nobody could give the duty yet.

    Raises:
        Refused: there is a unit at the top already.
        ValidationError: `email` is no address.
    """
    validate_email(email)
    root = open_unit(None, code=CODE, name=unit, by=None)
    invitation = invite(email=email, name=name, unit=root, by=None)
    duty = Duty.objects.create(person=invitation.person, kind=Kind.ADMINISTRATOR, unit=root)
    record(
        "duty.given",
        duty,
        by=None,
        unit=root.pk,
        person=duty.person_id,
        duty=duty.kind,
        from_on=duty.from_on.isoformat(),
        until_on=None,
    )
    return invitation
