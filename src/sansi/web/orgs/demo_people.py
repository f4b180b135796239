"""演示人员 · Who belongs to the demonstration: their passwords stand in the documentation, for everybody to read."""

from __future__ import annotations

from django.conf import settings
from django.db import DatabaseError
from django.db.models import Q, QuerySet

from sansi.web.orgs.models import Person

# Reserved for examples (RFC 2606), so that nobody real has an address there.
_DOMAINS = ("example.org", "example.com", "example.net", "example.gov.cn")


def is_demo_address(email: str) -> bool:
    """Whether an address can only be that of somebody made up."""
    domain = email.rpartition("@")[2].lower()
    return domain in _DOMAINS or domain.endswith(".example")


def demo_people() -> QuerySet[Person]:
    """Those who could sign in, if it were let."""
    made_up = Q(email__endswith=".example")
    for domain in _DOMAINS:
        made_up |= Q(email__endswith=f"@{domain}")
    return Person.objects.filter(made_up, is_active=True)


def strangers_could_come_in() -> bool:
    """Whether such people are there where there is no demonstration."""
    if settings.SANSI["SANSI_DEMO"]:
        return False
    try:
        return demo_people().exists()
    except DatabaseError:
        return False  # there are no tables yet, and so nobody in them
