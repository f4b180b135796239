"""信件 · The letters about people and duties."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from sansi.web.audit import heads
from sansi.web.audit.models import Head
from sansi.web.mail.letters import Letter, letter, post
from sansi.web.orgs.access import deciders_of, in_force
from sansi.web.orgs.actions.people import token_of
from sansi.web.orgs.hooks import waiting_for
from sansi.web.orgs.models import Duty, DutyRequest, Invitation, Kind, Person


def url(name: str, *args: object) -> str:
    """The whole address of a page, as a letter needs it."""
    return f"{settings.SANSI['SANSI_URL']}{reverse(name, args=args)}"


def language_of(person: Person) -> str:
    """The language to write to a person in: theirs, or the site's."""
    return person.language or settings.LANGUAGE_CODE


def to(person: Person, template: str, **says: object) -> Letter:
    """A letter to a person, in their language."""
    return Letter(
        person.email, language_of(person), f"orgs/letters/{template}.txt", {"person": person, **says}
    )


@letter("orgs.invitation")
def invitation(pk: int) -> Letter | None:
    """The link by which somebody comes in."""
    row = Invitation.objects.select_related("person", "unit").filter(pk=pk).first()
    if row is None or not row.is_open:
        return None
    return to(
        row.person, "invitation", unit=row.unit, link=url("orgs:accept", token_of(row)), until=row.expires_at
    )


@letter("orgs.duty_given")
def duty_given(pk: int) -> Letter | None:
    """Somebody has a duty from now on."""
    row = Duty.objects.select_related("person", "unit", "delegated_from__person").filter(pk=pk).first()
    if row is None or row.ended_at or not row.person.is_active:
        return None
    return to(row.person, "duty_given", duty=row, link=url("orgs:mine"))


@letter("orgs.request_made")
def request_made(pk: int) -> Letter | None:
    """Something waits to be decided; it goes to the first of the deciders, the others see it among what waits."""
    row = DutyRequest.objects.select_related("person", "unit", "asked_by").filter(pk=pk).first()
    if row is None or row.state != DutyRequest.State.OPEN:
        return None
    _, deciders = deciders_of(row)
    return (
        to(deciders[0], "request_made", request=row, link=url("orgs:request", row.pk)) if deciders else None
    )


@letter("orgs.request_decided")
def request_decided(pk: int) -> Letter | None:
    """What became of a request."""
    row = DutyRequest.objects.select_related("person", "unit", "asked_by").filter(pk=pk).first()
    if row is None or row.state not in {DutyRequest.State.APPROVED, DutyRequest.State.REFUSED}:
        return None
    return to(row.asked_by, "request_decided", request=row, link=url("orgs:request", row.pk))


@letter("orgs.digest")
def digest(pk: int) -> Letter | None:
    """What waits for a person, once a day, and nothing when nothing does."""
    person = Person.objects.filter(pk=pk, is_active=True, digest=True).first()
    if person is None:
        return None
    with override(language_of(person)):
        items = waiting_for(person)
    return to(person, "digest", items=items, link=url("home:home")) if items else None


@letter("orgs.head")
def head(pk: int) -> Letter | None:
    """The signed head of a day, to an auditor; the key is the person and the day: person · 10⁶ + days since 2000."""
    person = Person.objects.filter(pk=pk // 10**6, is_active=True).first()
    row = Head.objects.filter(day=date(2000, 1, 1) + timedelta(days=pk % 10**6)).first()
    if person is None or row is None:
        return None
    made = to(person, "head", head=row, link=url("audit:heads"))
    content = json.dumps(row.as_dict(), ensure_ascii=False).encode() + b"\n"
    return Letter(
        made.to,
        made.language,
        made.template,
        made.says,
        ((f"sansi-{row.day}.json", content, "application/json"),),
    )


def head_key(person: Person, row: Head) -> int:
    """The key by which `head` finds the person and the day."""
    return person.pk * 10**6 + (row.day - date(2000, 1, 1)).days


def auditors() -> list[Person]:
    """Auditors of the whole organisation, to whom the heads are sent."""
    duties = Duty.objects.filter(in_force(timezone.localdate()), kind=Kind.AUDITOR, unit__depth=1)
    return list(Person.objects.filter(pk__in=duties.values("person")))


def outside() -> Path | None:
    """The folder, best on another machine, into which the heads are written."""
    folder = settings.SANSI["SANSI_AUDIT_HEADS"]
    return Path(folder) if folder else None


def publish(row: Head) -> None:
    """Let a head leave the house: into the folder, and by mail to the auditors. The public page shows it anyway."""
    folder = outside()
    if folder:
        heads.put_outside(row, folder)
    for person in auditors():
        post("orgs.head", head_key(person, row))
