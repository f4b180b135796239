"""接入的变动 · Make and withdraw the tokens of programs."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sansi.web.audit.actions import record
from sansi.web.audit.refused import Refused
from sansi.web.integrations.models import Integration
from sansi.web.integrations.tokens import digest_of, forget, new_token
from sansi.web.orgs.models import Person, Unit


@transaction.atomic
def make_integration(unit: Unit, *, name: str, by: Person | None) -> tuple[Integration, str]:
    """A new integration and its token, which is kept nowhere: this is the only time that it is seen."""
    if unit.is_closed:
        raise Refused(_("%(unit)s is closed.") % {"unit": unit})
    token = new_token()
    made = Integration.objects.create(
        unit=unit, name=name, digest=digest_of(token), ending=token[-4:], made_by=by
    )
    record("integration.made", made, by=by, unit=unit.pk)
    return made, token


@transaction.atomic
def withdraw_integration(integration: Integration, *, by: Person) -> None:
    """Its token opens nothing any more. Raises Refused when somebody else was faster."""
    changed = Integration.objects.filter(pk=integration.pk, withdrawn_at__isnull=True).update(
        withdrawn_at=timezone.now()
    )
    if not changed:
        raise Refused(_("This token has been withdrawn already."))
    record("integration.withdrawn", integration, by=by, unit=integration.unit_id)
    transaction.on_commit(forget)
