"""Every address × every role × every relation to the unit at hand: who is let in is said here a second time, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.db import transaction
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from sansi.web.orgs.actions.people import send_invitation, token_of
from sansi.web.orgs.models import DutyRequest, Kind, Membership, Person, Unit, Upload
from tests.web.town import Town, found_town, grant, somebody

pytestmark = pytest.mark.django_db

ADMIN, AUDITOR = Kind.ADMINISTRATOR, Kind.AUDITOR
RELATIONS = ("root", "office", "desk", "school")
OVER = {"root", "office"}  # a duty over these reaches the office, where everything below happens


@dataclass(frozen=True)
class Role:
    """Nobody (None), somebody without a duty (""), or somebody with one duty over one unit."""

    kind: Kind | str | None
    where: str = ""

    def __str__(self) -> str:
        return f"{self.kind}@{self.where}"

    def over_office(self, *kinds: Kind) -> bool:
        return self.kind in kinds and self.where in OVER

    @property
    def signed_in(self) -> bool:
        return self.kind is not None


ROLES = [Role(None), Role(""), *(Role(kind, where) for kind in Kind for where in RELATIONS)]
# In every run: those whose rights differ; the others in `make walk`.
FEW = [
    role
    for role in ROLES
    if role.kind in {None, "", ADMIN}
    or (role.kind == AUDITOR and role.where in OVER)
    or (role.kind == Kind.APPROVER and role.where == "office")
]


def everybody(role: Role) -> int:
    return 200 if role.signed_in else 302


def administrators(role: Role) -> int:
    """The unit is seen by all and managed by its administrators."""
    return 302 if not role.signed_in else 200 if role.over_office(ADMIN) else 403


def givers(role: Role) -> int:
    return 302 if not role.signed_in else 200 if role.over_office(ADMIN, AUDITOR) else 403


def administrators_alone(role: Role) -> int:
    """What others don't even see."""
    return 302 if not role.signed_in else 200 if role.over_office(ADMIN) else 404


def nobody_else(role: Role) -> int:
    return 404 if role.signed_in else 302


def not_theirs(role: Role) -> int:
    return 403 if role.signed_in else 302


def askers_alone(role: Role) -> int:
    """A request is withdrawn by who made it: those who see it are refused, the others see nothing."""
    return 302 if not role.signed_in else 403 if role.over_office(ADMIN) else 404


def auditors(role: Role) -> int:
    return 302 if not role.signed_in else 200 if role.kind == AUDITOR else 403


def auditors_of_all(role: Role) -> int:
    return 302 if not role.signed_in else 200 if role.kind == AUDITOR and role.where == "root" else 403


def public(role: Role) -> int:
    del role
    return 200


GET = {
    "orgs:units": everybody,
    "orgs:unit": everybody,
    "orgs:open": administrators,
    "orgs:rename": administrators,
    "orgs:move": administrators,
    "orgs:merge": administrators,
    "orgs:close": administrators,
    "orgs:reopen": administrators,
    "orgs:invite": administrators,
    "orgs:join": administrators,
    "orgs:give": givers,
    "orgs:import": administrators,
    "orgs:example": administrators,
    "orgs:export-table": administrators,
    "orgs:upload": nobody_else,
    "orgs:upload-decide": None,
    "orgs:membership-end": administrators_alone,
    "orgs:people": everybody,
    "orgs:person": administrators_alone,
    "orgs:person-edit": administrators_alone,
    "orgs:person-suspend": administrators_alone,
    "orgs:person-restore": administrators_alone,
    "orgs:person-erase": administrators_alone,
    "orgs:person-invite": administrators_alone,
    "orgs:invitation-withdraw": administrators_alone,
    "orgs:duties": everybody,
    "orgs:meanings": everybody,
    "orgs:hand-on": not_theirs,
    "orgs:duty-end": administrators,
    "orgs:requests": everybody,
    "orgs:ask": everybody,
    "orgs:request": administrators_alone,
    "orgs:request-withdraw": None,
    "orgs:entries": auditors,
    "orgs:verify": None,
    "orgs:export": None,
    "orgs:mine": everybody,
    "orgs:accept": public,
    "audit:heads": public,
    "audit:heads-file": public,
    "audit:verifier": public,
}
# Where sending differs from looking. None: the page is only sent to, or only looked at.
POST = GET | {
    "orgs:upload-decide": nobody_else,
    "orgs:request-withdraw": askers_alone,
    "orgs:verify": auditors_of_all,
    "orgs:export": auditors_of_all,
}
ONLY_LOOKED_AT = {
    "orgs:units", "orgs:unit", "orgs:example", "orgs:export-table", "orgs:upload", "orgs:people", "orgs:person", "orgs:duties",
    "orgs:meanings", "orgs:requests", "orgs:entries", "audit:heads", "audit:heads-file", "audit:verifier",
}  # fmt: skip


def sign_in(client: Client, person: Person) -> None:
    """Signed in with two steps, for duties that need them."""
    Authenticator.objects.get_or_create(user=person, type="totp", defaults={"data": {"secret": "x"}})
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")


@pytest.fixture
def addresses(town: Town) -> dict[str, str]:
    """Every page, about the office and Rita, who serves there."""
    duty = grant(town.rita, Kind.EDITOR, town.office)
    request = DutyRequest.objects.create(
        person=town.rita, kind=Kind.EDITOR, unit=town.office, reason="x", asked_by=town.dora
    )
    upload = Upload.objects.create(what="units", unit=town.office, name="x", by=town.anna)
    newcomer = somebody("newcomer", unit=town.office)
    invitation = send_invitation(newcomer, unit=town.office, by=town.anna)
    keys: dict[str, list[Any]] = {
        "example": [town.office.pk, "units", "csv"], "export-table": [town.office.pk, "people", "xlsx"],
        "upload": [upload.pk], "upload-decide": [upload.pk],
        "membership-end": [Membership.objects.get(person=town.rita).pk], "invitation-withdraw": [invitation.pk],
        "hand-on": [duty.pk], "duty-end": [duty.pk], "request": [request.pk], "request-withdraw": [request.pk],
        "accept": [token_of(invitation)],
    }  # fmt: skip
    without = {
        "units",
        "people",
        "duties",
        "meanings",
        "requests",
        "ask",
        "entries",
        "verify",
        "export",
        "mine",
    }
    found = {}
    for name in GET:
        space, short = name.split(":")
        args: list[Any] = keys.get(short, [town.rita.pk if short.startswith("person") else town.office.pk])
        found[name] = reverse(name, args=[] if space == "audit" or short in without else args)
    return found


def named(patterns: list[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from named(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else space)
        else:
            yield f"{space}{pattern.name}"


def test_every_address_of_these_apps_is_walked() -> None:
    ours = {name for name in named(get_resolver().url_patterns) if name.split(":")[0] in {"orgs", "audit"}}

    assert ours == set(GET)


def walk(town: Town, addresses: dict[str, str], role: Role) -> list[str]:
    client = Client()
    if role.kind is not None:
        person = somebody("walker", unit=None)
        if role.kind:
            grant(person, Kind(role.kind), getattr(town, role.where))
        sign_in(client, person)
    wrong = []
    for name, url in addresses.items():
        for method, table in (("get", GET), ("post", POST)):
            rule = table[name]
            if method == "post" and name in ONLY_LOOKED_AT:
                rule = None
            wanted = rule(role) if rule else 405
            with transaction.atomic():
                point = transaction.savepoint()
                got = getattr(client, method)(url).status_code
                transaction.savepoint_rollback(point)
            # A form that was sent empty is refused for that (422), or done (302), or it can't be done now (409).
            fine = {wanted} if wanted != 200 or method == "get" else {200, 302, 409, 422}
            # Whether anybody is signed in may be asked before whether the page can be sent to.
            fine |= {302} if not role.signed_in and wanted == 405 else set()
            if got not in fine:
                wrong.append(f"{method} {name}: {got}, not {wanted}")
    return wrong


@pytest.mark.parametrize("role", FEW, ids=str)
def test_who_is_let_in(town: Town, addresses: dict[str, str], role: Role) -> None:
    assert walk(town, addresses, role) == []


@pytest.mark.walk
@pytest.mark.parametrize("role", [r for r in ROLES if r not in FEW], ids=str)
def test_who_is_let_in_in_full(town: Town, addresses: dict[str, str], role: Role) -> None:
    assert walk(town, addresses, role) == []


@pytest.mark.parametrize("key", [0, 10**9, 2**63, 10**30])
def test_a_key_that_belongs_to_nothing_is_not_found(town: Town, key: int) -> None:
    client = Client()
    sign_in(client, town.mayor)
    wrong = {}
    for name in GET:
        if name == "orgs:accept":
            continue
        try:
            url = reverse(name, args=[key])
        except NoReverseMatch:
            continue
        got = {client.get(url).status_code, client.post(url).status_code} - {405}
        if got != {404}:
            wrong[name] = got
    assert wrong == {}


def test_a_suspended_or_expired_officer_is_let_in_no_more(town: Town) -> None:
    client = Client()
    sign_in(client, town.anna)
    page = reverse("orgs:rename", args=[town.office.pk])
    assert client.get(page).status_code == 200

    town.anna.duties.update(until_on=timezone.localdate() - timedelta(days=1), from_on="2020-01-01")
    assert client.get(page).status_code == 403
    town.anna.duties.update(until_on=None)
    assert client.get(page).status_code == 200
    Person.objects.filter(pk=town.anna.pk).update(is_active=False)
    assert client.get(page).status_code == 302


def test_the_walk_counts_its_cells() -> None:
    assert len(GET) * len(ROLES) * 2 == 3444
    assert found_town().root == Unit.objects.get(depth=1)
