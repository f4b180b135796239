"""谁可以看、可以办 · Who may see and do what. The getter is the gate: views fetch through these functions only.

A thing that a person may not see does not exist for them (404); a thing that they see but may not act on is
refused (403).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, Literal, TypeVar

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from sansi.web.audit.models import Entry
from sansi.web.orgs.duties import MEANINGS, NEED_MFA
from sansi.web.orgs.models import Duty, DutyRequest, Invitation, Kind, Membership, Person, Unit, Upload

if TYPE_CHECKING:
    from django.db.models import Model

User = Person | AnonymousUser
M = TypeVar("M", bound="Model")
NOBODY = Q(pk__in=())


def in_force(day: date | None = None) -> Q:
    """Duties in force on a day, today unless another is named."""
    day = day or timezone.localdate()
    source = Q(delegated_from__from_on__lte=day, delegated_from__ended_at__isnull=True) & (
        Q(delegated_from__until_on__isnull=True) | Q(delegated_from__until_on__gte=day)
    )
    return (
        Duty.on(day)
        & Q(ended_at__isnull=True, person__is_active=True)
        & (Q(delegated_from__isnull=True) | source & Q(delegated_from__person__is_active=True))
    )


def duties_of(user: User, *kinds: Kind) -> QuerySet[Duty]:
    """The duties a person has today, of the kinds named or of all."""
    if not isinstance(user, Person) or not user.is_active:
        return Duty.objects.none()
    found = Duty.objects.filter(in_force(), person=user).select_related("unit")
    return found.filter(kind__in=kinds) if kinds else found


def has(user: User, unit: Unit, *kinds: Kind) -> bool:
    """Whether a person has one of these duties over a unit today."""
    return duties_of(user, *kinds).filter(unit__path__in=unit.above).exists()


def needs_mfa(user: User) -> bool:
    """Whether a password alone is too little for what this person may do."""
    if isinstance(user, Person) and (user.is_staff or user.is_superuser):
        return True
    return duties_of(user, *NEED_MFA).exists()


def within(paths: Iterable[str], field: str = "path") -> Q:
    """Units at or below any of these paths; none at all when there are no paths."""
    # Shorter paths first: what stands below one already taken adds nothing but work.
    kept: list[str] = []
    for path in sorted(set(paths), key=len):
        if not path.startswith(tuple(kept)):
            kept.append(path)
    found = NOBODY
    for path in kept:
        found |= Q(**{f"{field}__startswith": path})
    return found


def reach(user: User, *kinds: Kind, field: str = "path") -> Q:
    """Units over which a person has one of these duties today."""
    return within(duties_of(user, *kinds).values_list("unit__path", flat=True), field)


def holders(kind: Kind, unit: Unit, without: Collection[int] = ()) -> tuple[Unit | None, list[Person]]:
    """Where a request goes: the nearest unit, this one or above, where somebody has the duty; and who.

    `without`: people who may not be asked, for the request is theirs.
    """
    found = Duty.objects.filter(in_force(), kind=kind, unit__path__in=unit.above).exclude(person__in=without)
    nearest = sorted(found.select_related("unit", "person"), key=lambda duty: -duty.unit.depth)
    if not nearest:
        return None, []
    at = nearest[0].unit
    people = {duty.person_id: duty.person for duty in nearest if duty.unit_id == at.pk}
    return at, list(people.values())


def giveable(user: User, unit: Unit) -> list[Kind]:
    """The duties that a person may give (or take back) over this unit."""
    held = set(duties_of(user).filter(unit__path__in=unit.above).values_list("kind", flat=True))
    kinds = [kind for kind, meaning in MEANINGS.items() if meaning.given_by & held]
    if Kind.AUDITOR not in kinds and Kind.ADMINISTRATOR in held and _names_the_first_auditor(user, unit):
        kinds.append(Kind.AUDITOR)
    return kinds


def _names_the_first_auditor(user: User, unit: Unit) -> bool:
    """Auditors are named by auditors; where there is none above, an administrator of the whole names the first."""
    whole = duties_of(user, Kind.ADMINISTRATOR).filter(unit__depth=1)
    return holders(Kind.AUDITOR, unit)[0] is None and whole.exists()


def may_give(user: User, kind: Kind, unit: Unit) -> bool:
    """Whether a person may give (or take back) this duty over this unit."""
    return kind in giveable(user, unit)


def found(rows: QuerySet[M], pk: int) -> M:
    """The row with this key among those a person may see.

    Raises:
        Http404: there is none among them.
    """
    # A key that no column can hold is an error to the database, and a page that isn't there to a person.
    row = rows.filter(pk=pk).first() if 0 < pk < 2**63 else None
    if row is None:
        raise Http404
    return row


def units_for(user: User, to: Literal["see", "manage"] = "see") -> QuerySet[Unit]:
    """Whoever serves here sees the tree; administrators manage their part of it."""
    if not isinstance(user, Person) or not user.is_active:
        nothing: QuerySet[Unit] = Unit.objects.none()
        return nothing
    units: QuerySet[Unit] = Unit.objects.all()
    return units if to == "see" else units.filter(reach(user, Kind.ADMINISTRATOR))


def unit_for(user: User, pk: int, to: Literal["see", "manage"] = "see") -> Unit:
    """A unit that a person may see, or manage.

    Raises:
        Http404: they may not see it.
        PermissionDenied: they see it, but don't manage it.
    """
    unit = found(units_for(user), pk)
    if to == "manage" and not has(user, unit, Kind.ADMINISTRATOR):
        raise PermissionDenied
    return unit


def people_for(user: User) -> QuerySet[Person]:
    """The people a person may look up: themself, and those who serve where they are administrator.

    Somebody who serves nowhere is seen by administrators of the root.
    """
    if not isinstance(user, Person) or not user.is_active:
        return Person.objects.none()
    paths = list(duties_of(user, Kind.ADMINISTRATOR).values_list("unit__path", flat=True))
    people = Person.objects.filter(erased_at__isnull=True)
    if any(len(path) == Unit.steplen for path in paths):
        return people
    serve = Membership.objects.filter(within(paths, "unit__path"), person=OuterRef("pk"))
    return people.filter(Q(Exists(serve)) | Q(pk=user.pk)) if paths else people.filter(pk=user.pk)


def person_for(user: User, pk: int, to: Literal["see", "manage"] = "see") -> Person:
    """A person that somebody may look up, or whose data they may change.

    Managing needs every unit they serve in to be in reach: who serves under two administrators is not one's alone.

    Raises:
        Http404: they may not see them.
        PermissionDenied: they may not change them.
    """
    person = found(people_for(user), pk)
    if to == "manage":
        served = Membership.objects.filter(Membership.on(), person=person)
        mine = reach(user, Kind.ADMINISTRATOR, field="unit__path")
        if person == user or mine == NOBODY or served.exclude(mine).exists():
            raise PermissionDenied
    return person


def membership_for(user: User, pk: int) -> Membership:
    """A membership in a unit that a person manages."""
    return found(Membership.objects.filter(reach(user, Kind.ADMINISTRATOR, field="unit__path")), pk)


def duties_for(user: User) -> QuerySet[Duty]:
    """Whoever serves here may know who has which duty: it is how they know whom to ask."""
    if not isinstance(user, Person) or not user.is_active:
        return Duty.objects.none()
    return Duty.objects.select_related("person", "unit", "delegated_from__person")


def duty_for(user: User, pk: int, to: Literal["see", "end", "hand_on"] = "see") -> Duty:
    """A duty that a person may see, take back, or hand on for a time.

    Raises:
        Http404: they may not see it.
        PermissionDenied: it is not theirs to end or hand on.
    """
    duty = found(duties_for(user), pk)
    mine = duty.person_id == user.pk
    gave = duty.delegated_from is not None and duty.delegated_from.person_id == user.pk
    if to == "hand_on" and (not mine or duty.delegated_from_id or not duty.is_current):
        raise PermissionDenied
    if to == "end" and not (mine or gave or may_give(user, Kind(duty.kind), duty.unit)):
        raise PermissionDenied
    return duty


class Deciders:
    """Who decides which request: the nearest who may give that duty, but neither who asked nor whom it is for.

    All duties of those who give any are read once, for many requests.
    """

    def __init__(self) -> None:
        givers = frozenset[Kind]().union(*(meaning.given_by for meaning in MEANINGS.values()))
        self._held: dict[tuple[str, str], set[int]] = {}
        rows = Duty.objects.filter(in_force(), kind__in=givers)
        for kind, path, person in rows.values_list("kind", "unit__path", "person"):
            self._held.setdefault((kind, path), set()).add(person)

    def of(self, kind: Kind, path: str, without: Collection[int]) -> tuple[str, set[int]]:
        """The path of the unit where it is decided, and the keys of who decides; "" and nobody when nobody can."""
        above = [path[:end] for end in range(len(path), 0, -Unit.steplen)]
        found = self._nearest(MEANINGS[kind].given_by, above, without)
        if not found[0] and kind == Kind.AUDITOR:
            found = self._nearest({Kind.ADMINISTRATOR}, above[-1:], without)
        return found

    def _nearest(
        self, givers: Collection[Kind], above: list[str], without: Collection[int]
    ) -> tuple[str, set[int]]:
        for path in above:
            people = set[int]().union(*(self._held.get((giver, path), set()) for giver in givers))
            if people := people - set(without):
                return path, people
        return "", set()


def deciders_of(request: DutyRequest) -> tuple[Unit | None, list[Person]]:
    """Who decides one request, and for which unit they have that duty."""
    path, keys = Deciders().of(
        Kind(request.kind), request.unit.path, (request.asked_by_id, request.person_id)
    )
    return Unit.objects.filter(path=path).first(), list(Person.objects.filter(pk__in=keys))


# Kinds of duties by who gives them: rights are looked up once for each, not once for each kind.
_GIVERS: dict[frozenset[Kind], list[Kind]] = {}
for _kind, _meaning in MEANINGS.items():
    _GIVERS.setdefault(_meaning.given_by, []).append(_kind)


def requests_for(user: User) -> QuerySet[DutyRequest]:
    """Requests that a person made, that are about them, or that they may decide."""
    if not isinstance(user, Person) or not user.is_active:
        return DutyRequest.objects.none()
    decides = NOBODY
    for givers, kinds in _GIVERS.items():
        decides |= Q(kind__in=kinds) & reach(user, *givers, field="unit__path")
    rows = DutyRequest.objects.select_related("person", "unit", "asked_by", "decided_by")
    return rows.filter(Q(asked_by=user) | Q(person=user) | decides)


def request_for(user: User, pk: int, to: Literal["see", "decide", "withdraw"] = "see") -> DutyRequest:
    """A request that a person may see, decide or withdraw.

    Raises:
        Http404: they may not see it.
        PermissionDenied: it is not for them to decide (their own never is), or not theirs to withdraw.
    """
    request = found(requests_for(user), pk)
    own = user.pk in (request.asked_by_id, request.person_id)
    if to == "decide" and (own or not may_give(user, Kind(request.kind), request.unit)):
        raise PermissionDenied
    if to == "withdraw" and request.asked_by_id != user.pk:
        raise PermissionDenied
    return request


def invitations_for(user: User) -> QuerySet[Invitation]:
    """Invitations into units that a person manages."""
    mine = reach(user, Kind.ADMINISTRATOR, field="unit__path")
    return Invitation.objects.filter(mine).select_related("person", "unit")


def invitation_for(user: User, pk: int) -> Invitation:
    """An invitation into a unit that a person manages."""
    return found(invitations_for(user), pk)


def uploads_for(user: User) -> QuerySet[Upload]:
    """The tables somebody uploaded: theirs alone, while they manage the unit."""
    mine = reach(user, Kind.ADMINISTRATOR, field="unit__path")
    return Upload.objects.filter(mine, by=user.pk).select_related("unit")


def upload_for(user: User, pk: int) -> Upload:
    """One of the tables somebody uploaded."""
    return found(uploads_for(user), pk)


def entries_for(user: User) -> QuerySet[Entry]:
    """The entries of the audit log an auditor may read: of their part of the tree, at the root all of them."""
    paths = list(duties_of(user, Kind.AUDITOR).values_list("unit__path", flat=True))
    if any(len(path) == Unit.steplen for path in paths):
        return Entry.objects.all()
    return (
        Entry.objects.filter(unit__in=Unit.objects.filter(within(paths)).values("pk"))
        if paths
        else (Entry.objects.none())
    )
