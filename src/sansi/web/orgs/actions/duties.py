"""职责的给予 · Give, hand on and take back duties; ask for them and decide. Nobody gives what they don't hold.

Administrators hold the right to give the duties of their part of the tree (not to exercise them); any holder can
hand on their own for a time. Nobody gives themself anything, and nobody decides their own request.
"""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from sansi.web.audit.actions import record
from sansi.web.audit.refused import Refused
from sansi.web.mail.letters import post
from sansi.web.orgs.access import deciders_of, in_force, may_give
from sansi.web.orgs.actions.units import lock_tree, stale
from sansi.web.orgs.duties import MEANINGS
from sansi.web.orgs.models import Duty, DutyRequest, Kind, Person, Unit

State = DutyRequest.State


@transaction.atomic
def give_duty(
    person: Person,
    *,
    kind: Kind,
    unit: Unit,
    by: Person,
    from_on: date | None = None,
    until_on: date | None = None,
) -> Duty:
    """Give a person a duty over a unit and all below it."""
    if not may_give(by, kind, unit):
        raise Refused(
            _("You don't hold the right to give the duty “%(duty)s” over %(unit)s.")
            % {"duty": kind.label, "unit": unit}
        )
    return _give(person, kind=kind, unit=unit, by=by, from_on=from_on, until_on=until_on)


def _give(
    person: Person, *, kind: Kind, unit: Unit, by: Person | None, from_on: date | None, until_on: date | None
) -> Duty:
    if by is not None and by.pk == person.pk:
        raise Refused(_("Nobody gives a duty to themself: ask for it, and somebody else decides."))
    from_on = from_on or timezone.localdate()
    _fits(person, kind, unit, from_on, until_on)
    duty = Duty.objects.create(
        person=person, kind=kind, unit=unit, from_on=from_on, until_on=until_on, given_by=by
    )
    record(
        "duty.given",
        duty,
        by=by,
        unit=unit.pk,
        person=person.pk,
        duty=kind.value,
        **_dates(from_on, until_on),
    )
    post("orgs.duty_given", duty.pk)
    return duty


def _dates(from_on: date, until_on: date | None) -> dict[str, str | None]:
    return {"from_on": from_on.isoformat(), "until_on": until_on.isoformat() if until_on else None}


def _fits(person: Person, kind: Kind, unit: Unit, from_on: date, until_on: date | None) -> None:
    """Refuse what makes no sense, or joins what must stay apart."""
    today = timezone.localdate()
    if not person.is_active:
        raise Refused(_("%(person)s can't sign in at present.") % {"person": person})
    if unit.is_closed:
        raise Refused(_("%(unit)s is closed.") % {"unit": unit})
    if until_on is not None and until_on < max(from_on, today):
        raise Refused(_("A duty ends after it begins, and not in the past."))
    live = Duty.objects.filter(person=person, ended_at__isnull=True).exclude(until_on__lt=from_on)
    if until_on is not None:
        live = live.exclude(from_on__gt=until_on)
    if live.filter(kind=kind, unit=unit, delegated_from__isnull=True).exists():
        raise Refused(_("%(person)s has that duty there already.") % {"person": person})
    apart = live.filter(kind__in=MEANINGS[kind].apart_from).filter(
        Q(unit__path__in=unit.above) | Q(unit__path__startswith=unit.path)
    )
    clash = apart.first()
    if clash is not None:
        raise Refused(
            _("%(person)s is %(duty)s there: the one looks after the other, so nobody has both.")
            % {"person": person, "duty": clash.get_kind_display()}
        )


@transaction.atomic
def hand_on_duty(duty: Duty, *, to: Person, from_on: date, until_on: date, by: Person) -> Duty:
    """Let somebody stand in for a holder for a time; it ends at the latest with the duty itself."""
    if duty.person_id != by.pk:
        raise Refused(_("Only its holder hands on a duty."))
    if duty.delegated_from_id:
        raise Refused(_("A duty that was handed on can't be handed on again."))
    if not duty.is_current:
        raise stale()
    if to.pk == by.pk:
        raise Refused(_("Choose somebody else to stand in for you."))
    if from_on < duty.from_on or (duty.until_on is not None and until_on > duty.until_on):
        raise Refused(
            _("You can't hand on more than you hold: your duty ends on %(day)s.") % {"day": duty.until_on}
        )
    _fits(to, Kind(duty.kind), duty.unit, from_on, until_on)
    made = Duty.objects.create(
        person=to,
        kind=duty.kind,
        unit=duty.unit,
        from_on=from_on,
        until_on=until_on,
        given_by=by,
        delegated_from=duty,
    )
    record(
        "duty.handed_on",
        made,
        by=by,
        unit=duty.unit_id,
        person=to.pk,
        duty=duty.kind,
        **_dates(from_on, until_on),
    )
    post("orgs.duty_given", made.pk)
    return made


@transaction.atomic
def take_back_duty(duty: Duty, *, by: Person) -> None:
    """End a duty now, and what was handed on from it. The last administrator of the top can't be lost."""
    if duty.kind == Kind.ADMINISTRATOR and duty.unit.depth == 1:
        # One at a time: two who give up at once must not both see the other still there.
        lock_tree()
        others = Duty.objects.filter(
            in_force(), kind=Kind.ADMINISTRATOR, unit=duty.unit, delegated_from__isnull=True
        )
        if not others.exclude(pk=duty.pk).exclude(person=duty.person_id).exists():
            raise Refused(
                _("This is the last administrator of the whole organisation: name another one first.")
            )
    changed = Duty.objects.filter(pk=duty.pk, ended_at__isnull=True).update(ended_at=timezone.now())
    if not changed:
        raise stale()
    Duty.objects.filter(delegated_from=duty, ended_at__isnull=True).update(ended_at=timezone.now())
    record("duty.taken_back", duty, by=by, unit=duty.unit_id, person=duty.person_id, duty=duty.kind)


@transaction.atomic
def ask_for_duty(
    person: Person, *, kind: Kind, unit: Unit, reason: str, by: Person, until_on: date | None = None
) -> DutyRequest:
    """Ask that a person be given a duty. It goes to the nearest who may give it."""
    _fits(person, kind, unit, timezone.localdate(), until_on)
    request = DutyRequest(person=person, kind=kind, unit=unit, reason=reason, asked_by=by, until_on=until_on)
    if not deciders_of(request)[1]:
        raise Refused(
            _("Nobody can decide this: no administrator above %(unit)s who neither asks nor is asked for.")
            % {"unit": unit}
        )
    try:
        with transaction.atomic():
            request.save()
    except IntegrityError:
        raise Refused(_("The same is being asked for already.")) from None
    record("request.made", request, by=by, unit=unit.pk, person=person.pk, duty=kind.value)
    post("orgs.request_made", request.pk)
    return request


@transaction.atomic
def decide_request(request: DutyRequest, *, approve: bool, answer: str = "", by: Person) -> None:
    """Approve or refuse a request of somebody else."""
    if by.pk in (request.asked_by_id, request.person_id):
        raise Refused(_("Nobody decides their own request."))
    if not approve and not answer.strip():
        raise Refused(_("Say why you refuse: the person will read it."))
    kind = Kind(request.kind)
    if not may_give(by, kind, request.unit):
        raise Refused(
            _("You don't hold the right to give the duty “%(duty)s” over %(unit)s.")
            % {"duty": kind.label, "unit": request.unit}
        )
    state = State.APPROVED if approve else State.REFUSED
    _settle(request, state, by, answer)
    if approve:
        _give(request.person, kind=kind, unit=request.unit, by=by, from_on=None, until_on=request.until_on)
    record(
        f"request.{state.value}",
        request,
        by=by,
        unit=request.unit_id,
        person=request.person_id,
        duty=kind.value,
    )
    post("orgs.request_decided", request.pk)


@transaction.atomic
def withdraw_request(request: DutyRequest, *, by: Person) -> None:
    """Take one's own request back before it is decided."""
    _settle(request, State.WITHDRAWN, None, "")
    record("request.withdrawn", request, by=by, unit=request.unit_id)


def _settle(request: DutyRequest, state: State, by: Person | None, answer: str) -> None:
    changed = DutyRequest.objects.filter(pk=request.pk, state=State.OPEN).update(
        state=state, decided_by=by, decided_at=timezone.now(), answer=answer.strip()
    )
    if not changed:
        raise stale()
    request.refresh_from_db()
