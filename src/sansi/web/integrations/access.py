"""谁可以看、可以办 · Who may see and withdraw the tokens of programs: administrators, in their part of the tree."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from sansi.web.integrations.counting import this_month
from sansi.web.integrations.models import Integration, RequestCount, RuleCount
from sansi.web.orgs.access import User, duties_of, found, reach
from sansi.web.orgs.models import Kind


def integrations_for(user: User) -> QuerySet[Integration]:
    """Programs of the units that a person administers, with how often they asked this month (`asked`)."""
    counted = RequestCount.objects.filter(integration=OuterRef("pk"), month=this_month()).values("count")
    mine = reach(user, Kind.ADMINISTRATOR, field="unit__path")
    return (
        Integration.objects.filter(mine)
        .select_related("unit", "made_by")
        .annotate(asked=Coalesce(Subquery(counted), 0))
    )


def integration_for(user: User, pk: int) -> Integration:
    """One of them. Raises Http404 when it is not in their part of the tree."""
    return found(integrations_for(user), pk)


def rule_counts_for(user: User) -> QuerySet[RuleCount]:
    """What was found in the whole installation, by rule and month: for whoever administers anything.

    Raises:
        PermissionDenied: they administer nothing.
    """
    if not duties_of(user, Kind.ADMINISTRATOR).exists():
        raise PermissionDenied
    return RuleCount.objects.all()
