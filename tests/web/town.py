"""A fictional town for tests: three levels of units, and people with every relation to them."""

from __future__ import annotations

from dataclasses import dataclass, field

from sansi.web.orgs.actions.people import join
from sansi.web.orgs.actions.units import open_unit
from sansi.web.orgs.models import Duty, Kind, Person, Unit


def somebody(name: str, *, unit: Unit | None = None, password: str | None = None) -> Person:
    person = Person.objects.create_user(f"{name}@example.org", password, name=name)
    if unit:
        join(person, unit=unit, by=None)
    return person


def grant(person: Person, kind: Kind, unit: Unit) -> Duty:
    return Duty.objects.create(person=person, kind=kind, unit=unit)


@dataclass
class Town:
    """root: the town; office and school below it; desk below the office."""

    root: Unit
    office: Unit
    school: Unit
    desk: Unit
    people: dict[str, Person] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Person:
        try:
            return self.people[name]
        except KeyError:
            raise AttributeError(name) from None


def found_town() -> Town:
    """The town.

    mayor administers the whole; anna the office, otto the school; dora serves at the desk and has no duty;
    audrey audits the whole, ada the office; rita is registrar of the office.
    """
    root = open_unit(None, code="T", name="云桥市", name_en="Yunqiao", by=None)
    office = open_unit(root, code="T1", name="政务办公室", name_en="Office", by=None)
    school = open_unit(root, code="T2", name="第一小学", name_en="First School", by=None)
    desk = open_unit(office, code="T11", name="服务窗口", name_en="Service Desk", by=None)
    town = Town(root, office, school, desk)
    served = {
        "mayor": root, "deputy": root, "audrey": root, "anna": office, "ada": office, "rita": office,
        "otto": school, "dora": desk, "dan": desk, "sam": school,
    }  # fmt: skip
    town.people = {name: somebody(name, unit=unit) for name, unit in served.items()}
    grant(town.mayor, Kind.ADMINISTRATOR, root)
    grant(town.audrey, Kind.AUDITOR, root)
    grant(town.anna, Kind.ADMINISTRATOR, office)
    grant(town.ada, Kind.AUDITOR, office)
    grant(town.otto, Kind.ADMINISTRATOR, school)
    grant(town.rita, Kind.REGISTRAR, office)
    return town
