"""定期作业 · What is done by itself: sign the day, send the digest, forget old uploads."""

from __future__ import annotations

from datetime import time, timedelta

from django.utils import timezone

from sansi.web.audit import heads
from sansi.web.jobs.declare import Daily, job
from sansi.web.mail.letters import post
from sansi.web.orgs.letters import publish
from sansi.web.orgs.models import Person, Upload
from sansi.web.orgs.roster.jobs import invite_later, take_over_later

__all__ = ["forget_uploads", "invite_later", "send_digests", "sign_yesterday", "take_over_later"]

UPLOADS_KEPT = timedelta(days=7)


@job(due=Daily(time(0, 10)))
def sign_yesterday() -> str:
    """Sign the head of yesterday and let it leave the house."""
    row = heads.sign_day()
    if row is None:
        return "signed before"
    publish(row)
    return str(row)


@job(due=Daily(time(8, 0)))
def send_digests() -> int:
    """Hand out the digests: one letter a person, put together when it is sent."""
    people = Person.objects.filter(is_active=True, digest=True, duties__isnull=False).distinct()
    keys = list(people.values_list("pk", flat=True))
    for pk in keys:
        post("orgs.digest", pk)
    return len(keys)


@job(due=Daily(time(3, 50)))
def forget_uploads() -> int:
    """Delete tables that were uploaded a week ago: they hold addresses."""
    return Upload.objects.filter(at__lt=timezone.now() - UPLOADS_KEPT).delete()[0]
