"""建立演示城市 · Makes Yunqiao in an empty database, all of it or nothing; in one that has it, does nothing.

No letters are sent: nobody is there to read them.
"""

from __future__ import annotations

from datetime import timedelta

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sansi.web.audit.actions import Act, record, record_all
from sansi.web.audit.refused import Refused
from sansi.web.orgs.actions.people import INVITATION_LIVES
from sansi.web.orgs.actions.units import merge_unit, open_unit, rename_unit
from sansi.web.orgs.demo import city, officers
from sansi.web.orgs.demo.people import Somebody, everybody
from sansi.web.orgs.duties import NEED_MFA
from sansi.web.orgs.models import Duty, DutyRequest, Invitation, Membership, Person, Unit
from sansi.web.orgs.roster.actions import judge
from sansi.web.orgs.roster.columns import Row, What
from sansi.web.orgs.roster.people import take_people
from sansi.web.orgs.roster.units import take_units

PASSWORD = "think-thrice-demo"  # noqa: S105 - printed for everybody who tries the demo
ADMIN = "admin@example.org"


@transaction.atomic
def seed() -> bool:
    """Make the city; False when it is there already.

    Raises:
        Refused: another organisation is.
    """
    root = Unit.objects.filter(depth=1).first()
    if root is not None and root.code == city.ROOT:
        return False
    if root is not None or Person.objects.exists():
        raise Refused(_("There is an organisation in this database already: the demo needs an empty one."))
    people = everybody()
    _units()
    _people(people)
    known = {person.email: person for person in Person.objects.all()}
    units = {unit.code: unit for unit in Unit.objects.all()}
    _merge(units, known[ADMIN])
    _duties(people, known, units)
    _requests(known, units)
    _invitations(people, known, units)
    _second_steps()
    return True


def _units() -> None:
    root = open_unit(None, code=city.ROOT, name=city.CITY[0], name_en=city.CITY[1], by=None)
    before = {city.RENAMED[0]: city.RENAMED[1:]}
    rows = []
    for number, (code, above, zh, en) in enumerate((*city.UNITS, city.MERGED[:4]), 1):
        name, name_en = before.get(code, (zh, en))
        rows.append(Row(number, {"code": code, "parent": above, "name": name, "name_en": name_en}))
    take_units(judge(rows, what=What.UNITS, below=root, by=None), None)


def _people(people: list[Somebody]) -> None:
    rows = [
        Row(n, {"email": p.email, "name": p.name, "unit": p.unit, "post": p.post, "language": p.language})
        for n, p in enumerate(people, 1)
    ]
    root = Unit.objects.get(code=city.ROOT)
    cells = [Row(row.number, {key: text for key, text in row.cells.items() if text}) for row in rows]
    take_people(judge(cells, what=What.PEOPLE, below=root, by=None), None)
    # One and the same for all: two hundred hashes would take a minute.
    Person.objects.update(password=make_password(PASSWORD))
    Person.objects.filter(email__in=[p.email for p in people[-officers.INVITED :]]).update(
        password=make_password(None)
    )
    Person.objects.filter(email=ADMIN).update(is_staff=True, is_superuser=True)
    _came(12)


def _came(months: int) -> None:
    """They came one after the other, not all on the day of the demo."""
    serving = list(Membership.objects.order_by("pk").values_list("pk", "person"))
    now = timezone.now()
    for month in range(months):
        at = now - timedelta(days=410 - 30 * month)
        those = serving[month::months]
        Membership.objects.filter(pk__in=[pk for pk, _person in those]).update(from_on=timezone.localdate(at))
        Person.objects.filter(pk__in=[person for _pk, person in those]).update(joined_at=at)


def _merge(units: dict[str, Unit], by: Person) -> None:
    code, _was, _was_en = city.RENAMED
    now = next(unit for unit in city.UNITS if unit[0] == code)
    rename_unit(units[code], name=now[2], name_en=now[3], by=by)
    merge_unit(units[city.MERGED[0]], into=units[city.MERGED[4]], by=by)


def _duties(people: list[Somebody], known: dict[str, Person], units: dict[str, Unit]) -> None:
    today = timezone.localdate()
    by = known[ADMIN]
    made = [
        Duty(
            person=known[o.email],
            kind=o.kind,
            unit=units[o.unit],
            from_on=officers.day(o.since, today),
            until_on=None if o.until is None else officers.day(o.until, today),
            # Nobody gave the first administrator theirs.
            given_by=None if o.email == ADMIN else by,
        )
        for o in officers.offices(people)
    ]
    Duty.objects.bulk_create(made)
    away, stands_in, kind, days = officers.STAND_IN
    source = next(duty for duty in made if duty.person_id == known[away].pk and duty.kind == kind)
    handed = Duty.objects.create(
        person=known[stands_in],
        kind=kind,
        unit=source.unit,
        given_by=known[away],
        delegated_from=source,
        until_on=officers.day(days, today),
    )
    record_all([_given("duty.given", duty) for duty in made], by=by)
    record_all([_given("duty.handed_on", handed)], by=known[away])


def _given(action: str, duty: Duty) -> Act:
    until = duty.until_on.isoformat() if duty.until_on else None
    facts = {
        "person": duty.person_id,
        "duty": duty.kind,
        "from_on": duty.from_on.isoformat(),
        "until_on": until,
    }
    return Act(action, duty, duty.unit_id, facts)


def _requests(known: dict[str, Person], units: dict[str, Unit]) -> None:
    now = timezone.now()
    for days, (email, kind, code, why) in enumerate(officers.ASKED, 1):
        asked = DutyRequest.objects.create(
            person=known[email],
            kind=kind,
            unit=units[code],
            reason=why,
            asked_by=known[email],
            asked_at=now - timedelta(days=days, hours=3),
        )
        record(
            "request.made",
            asked,
            by=known[email],
            unit=asked.unit_id,
            person=asked.person_id,
            duty=asked.kind,
        )
    email, kind, code, why, answer = officers.REFUSED
    refused = DutyRequest.objects.create(
        person=known[email],
        kind=kind,
        unit=units[code],
        reason=why,
        asked_by=known[email],
        asked_at=now - timedelta(days=30),
        state=DutyRequest.State.REFUSED,
        decided_by=known[ADMIN],
        decided_at=now - timedelta(days=29),
        answer=answer,
    )
    record(
        "request.refused",
        refused,
        by=known[ADMIN],
        unit=refused.unit_id,
        person=refused.person_id,
        duty=kind.value,
    )


def _invitations(people: list[Somebody], known: dict[str, Person], units: dict[str, Unit]) -> None:
    now = timezone.now()
    made = []
    for days, one in enumerate(people[-officers.INVITED :]):
        at = now - timedelta(days=3 * days, hours=2)
        made.append(
            Invitation(
                person=known[one.email],
                unit=units[one.unit],
                invited_by=known[ADMIN],
                created_at=at,
                # The oldest are out of date.
                expires_at=at + INVITATION_LIVES,
            )
        )
    Invitation.objects.bulk_create(made)
    record_all([Act("invitation.sent", i, i.unit_id, {"person": i.person_id}) for i in made], by=known[ADMIN])


def _second_steps() -> None:
    """Whoever needs a second step has one already; `sansi manage code` shows what a telephone would."""
    needs = Duty.objects.filter(kind__in=NEED_MFA).values("person")
    for person in Person.objects.filter(pk__in=needs).order_by("pk"):
        TOTP.activate(person, generate_totp_secret())
