"""人员的变动 · Add, invite, change, suspend, restore and erase people; enter them in units and end their service."""

from __future__ import annotations

from datetime import date, timedelta

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core import signing
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sansi.web.audit.actions import record
from sansi.web.audit.refused import Refused
from sansi.web.mail.letters import post
from sansi.web.orgs.actions.units import lock_tree, stale
from sansi.web.orgs.models import Duty, DutyRequest, Invitation, Kind, Membership, Person, Unit
from sansi.web.orgs.models.person import tidy_email

INVITATION_LIVES = timedelta(days=14)
_SALT = "sansi.orgs.invitation"


@transaction.atomic
def invite(
    *, email: str, name: str, unit: Unit, by: Person | None, post_held: str = "", language: str = ""
) -> Invitation:
    """Add a person to a unit and send them a link by which they choose how to sign in."""
    if unit.is_closed:
        raise Refused(_("%(unit)s is closed.") % {"unit": unit})
    person = Person.objects.filter(email=tidy_email(email)).first()
    if person is None:
        person = add_person(email=email, name=name, language=language, unit=unit, by=by, post_held=post_held)
    elif person.has_usable_password() or person.last_login:
        raise Refused(_("Somebody with this address is here already: enter them in the unit instead."))
    elif not person.memberships.filter(Membership.on(), unit=unit).exists():
        raise Refused(
            _("Somebody with this address has been invited elsewhere; ask the administrator above.")
        )
    return send_invitation(person, unit=unit, by=by)


@transaction.atomic
def send_invitation(person: Person, *, unit: Unit, by: Person | None) -> Invitation:
    """Send a person a new link; links sent before stop working."""
    now = timezone.now()
    Invitation.objects.filter(person=person, accepted_at=None, withdrawn_at=None).update(withdrawn_at=now)
    invitation = Invitation.objects.create(
        person=person, unit=unit, invited_by=by, expires_at=now + INVITATION_LIVES
    )
    record("invitation.sent", invitation, by=by, unit=unit.pk, person=person.pk)
    post("orgs.invitation", invitation.pk)
    return invitation


def token_of(invitation: Invitation) -> str:
    """What stands in the link. It is put together when the mail is, and kept nowhere."""
    return signing.dumps([invitation.pk, invitation.nonce], salt=_SALT)


def invitation_by(token: str) -> Invitation | None:
    """The open invitation a link belongs to."""
    try:
        pk, nonce = signing.loads(token, salt=_SALT, max_age=INVITATION_LIVES)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    invitation = Invitation.objects.select_related("person", "unit").filter(pk=pk, nonce=nonce).first()
    return invitation if invitation and invitation.is_open and invitation.person.is_active else None


@transaction.atomic
def accept_invitation(invitation: Invitation, *, password: str) -> Person:
    """The person chose a password; the link is used up."""
    changed = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None).update(
        accepted_at=timezone.now()
    )
    if not changed:
        raise stale()
    person = invitation.person
    person.set_password(password)
    person.save(update_fields=["password"])
    record("invitation.accepted", invitation, by=person, unit=invitation.unit_id)
    return person


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, by: Person) -> None:
    """Make a link stop working."""
    changed = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None).update(
        withdrawn_at=timezone.now()
    )
    if not changed:
        raise stale()
    record("invitation.withdrawn", invitation, by=by, unit=invitation.unit_id, person=invitation.person_id)


@transaction.atomic
def add_person(
    *, email: str, name: str, unit: Unit, by: Person | None, post_held: str = "", language: str = ""
) -> Person:
    """Add a person who serves in a unit. They can't sign in until they accept an invitation, or by the house's own."""
    if Person.objects.filter(email=tidy_email(email)).exists():
        raise Refused(_("Somebody with this address is here already: enter them in the unit instead."))
    person = Person.objects.create_user(email, name=name.strip(), language=language)
    record("person.added", person, by=by, unit=unit.pk)
    join(person, unit=unit, post_held=post_held, by=by)
    return person


@transaction.atomic
def join(
    person: Person, *, unit: Unit, by: Person | None, post_held: str = "", from_on: date | None = None
) -> Membership:
    """Enter a person in a unit."""
    if unit.is_closed:
        raise Refused(_("%(unit)s is closed.") % {"unit": unit})
    if Membership.objects.filter(person=person, unit=unit, until_on__isnull=True).exists():
        raise Refused(_("%(person)s serves there already.") % {"person": person})
    made = Membership.objects.create(
        person=person, unit=unit, post=post_held, from_on=from_on or timezone.localdate()
    )
    record("membership.begun", made, by=by, unit=unit.pk, person=person.pk)
    return made


@transaction.atomic
def end_membership(membership: Membership, *, by: Person, on: date | None = None) -> None:
    """End a person's service in a unit. Their duties are ended on their own: they may be held from elsewhere."""
    day = on or timezone.localdate()
    if day < membership.from_on:
        raise Refused(_("Service can't end before it began."))
    changed = Membership.objects.filter(Membership.on(), pk=membership.pk).update(until_on=day)
    if not changed:
        raise stale()
    record(
        "membership.ended",
        membership,
        by=by,
        unit=membership.unit_id,
        person=membership.person_id,
        on=day.isoformat(),
    )


@transaction.atomic
def change_person(
    person: Person, *, name: str, language: str, digest: bool, by: Person, unit: int | None
) -> None:
    """Correct a person's name, language, and whether they want the digest."""
    new = {"name": name.strip(), "language": language, "digest": digest}
    changed = sorted(field for field, value in new.items() if getattr(person, field) != value)
    if changed:
        Person.objects.filter(pk=person.pk).update(**new)
        record("person.changed", person, by=by, unit=unit, fields=list(changed))


def sign_out_everywhere(person: Person) -> None:
    """End every session of a person. (Sessions of somebody inactive are dead already: this clears them away.)"""
    kept = UserSession.objects.filter(user=person)
    Session.objects.filter(session_key__in=kept.values("session_key")).delete()
    kept.delete()


@transaction.atomic
def suspend(person: Person, *, by: Person, unit: int | None) -> None:
    """Keep a person out, now, in every session. Their duties rest."""
    if person.pk == by.pk:
        raise Refused(_("You can't suspend yourself."))
    _not_the_last(person)
    if not Person.objects.filter(pk=person.pk, is_active=True).update(is_active=False):
        raise stale()
    sign_out_everywhere(person)
    record("person.suspended", person, by=by, unit=unit)


@transaction.atomic
def restore(person: Person, *, by: Person, unit: int | None) -> None:
    """Let a suspended person in again."""
    if not Person.objects.filter(pk=person.pk, is_active=False, erased_at__isnull=True).update(
        is_active=True
    ):
        raise stale()
    record("person.restored", person, by=by, unit=unit)


@transaction.atomic
def erase(person: Person, *, by: Person, unit: int | None) -> None:
    """Forget who a person is. What they did stays in the audit log, under a number that no longer leads to anybody."""
    if person.pk == by.pk:
        raise Refused(_("You can't erase yourself: ask another administrator."))
    _not_the_last(person)
    today, now = timezone.localdate(), timezone.now()
    sign_out_everywhere(person)
    Duty.objects.filter(person=person, ended_at__isnull=True).update(ended_at=now)
    Membership.objects.filter(person=person, from_on__gt=today).delete()
    Membership.objects.filter(Membership.on(today), person=person).update(until_on=today)
    Invitation.objects.filter(person=person).delete()
    # Reasons are written by hand and may name somebody.
    DutyRequest.objects.filter(person=person).delete()
    DutyRequest.objects.filter(asked_by=person).delete()
    # Second factors, passkeys, addresses and identities at the house's provider: whatever hangs on the person.
    for relation in Person._meta.related_objects:
        if relation.related_model._meta.app_label in {"account", "mfa", "socialaccount", "usersessions"}:
            relation.related_model._base_manager.filter(**{relation.field.name: person}).delete()
    person.set_unusable_password()
    Person.objects.filter(pk=person.pk).update(
        email=f"erased-{person.pk}@invalid",
        name=f"#{person.pk}",
        password=person.password,
        language="",
        digest=False,
        is_active=False,
        is_staff=False,
        is_superuser=False,
        erased_at=now,
    )
    record("person.erased", person, by=by, unit=unit)


def _not_the_last(person: Person) -> None:
    lock_tree()
    others = Duty.objects.filter(
        kind=Kind.ADMINISTRATOR, unit__depth=1, ended_at__isnull=True, person__is_active=True
    ).exclude(until_on__lt=timezone.localdate())
    if others.filter(person=person).exists() and not others.exclude(person=person).exists():
        raise Refused(_("This is the last administrator of the whole organisation: name another one first."))
