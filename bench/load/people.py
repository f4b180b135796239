"""人员 · `python -m bench.load.people UNITS PEOPLE`: imports so many into an empty site, then asks for its pages.

The tables are those an office would send: CSV with Chinese headings. Afterwards every unit has an officer, a third of
them a request that waits, and the pages are asked for by the administrator of the whole, who sees everything.
"""

from __future__ import annotations

import csv
import io
import json
import resource
import statistics
import sys
from collections.abc import Sequence
from random import Random
from time import perf_counter, process_time
from typing import Any

import django

from bench.speed.values import name_zh

_SEED = 20261120
_ASKED = 15
# A unit in twenty is a district, and has the others below it.
_BELOW = 20


def units_csv(count: int) -> bytes:
    """A table of units, two levels deep below the root."""
    rows = [("代码", "名称", "上级代码")]
    for n in range(count):
        district = n // _BELOW * _BELOW
        rows.append((f"U{n}", f"第{n}街道办事处", "ROOT" if n == district else f"U{district}"))
    return _csv(rows)


def people_csv(count: int, units: int) -> bytes:
    """A table of people, spread evenly over the units."""
    rng = Random(_SEED)
    rows = [("邮箱", "姓名", "单位代码", "职务")]
    rows += [(f"p{n}@example.org", name_zh(rng), f"U{n % units}", "科员") for n in range(count)]
    return _csv(rows)


def _csv(rows: Sequence[tuple[str, ...]]) -> bytes:
    held = io.StringIO()
    csv.writer(held).writerows(rows)
    return held.getvalue().encode("utf-8-sig")


def _peak_mib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _administrator() -> Any:
    """Somebody over the whole, with a second step at sign-in, as the site wants it."""
    from allauth.mfa.models import Authenticator  # noqa: PLC0415 - Django is set up first

    from sansi.web.orgs.actions.people import join  # noqa: PLC0415 - same
    from sansi.web.orgs.actions.units import open_unit  # noqa: PLC0415 - same
    from sansi.web.orgs.models import Duty, Kind, Person  # noqa: PLC0415 - same

    root = open_unit(None, code="ROOT", name="云桥市", by=None)
    person = Person.objects.create_user("administrator@example.org", name="林知远")
    join(person, unit=root, by=None)
    Duty.objects.create(person=person, kind=Kind.ADMINISTRATOR, unit=root)
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": "x"})
    return person, root


def _imported(what: str, data: bytes, root: Any, by: Any) -> dict[str, float]:
    from sansi.web.orgs.models import Upload  # noqa: PLC0415 - Django is set up first
    from sansi.web.orgs.roster.actions import take_over, try_table  # noqa: PLC0415 - same

    began = perf_counter()
    upload = try_table(data, name=f"{what}.csv", what=Upload.What(what), below=root, by=by)
    tried = perf_counter()
    if not take_over(upload, only_right=False, by=by):
        raise SystemExit(f"not all were taken over: {upload.counts}")
    return {"tried_s": tried - began, "taken_s": perf_counter() - tried, "peak_mib": _peak_mib()}


def _officers(root: Any) -> None:
    """An editor in every unit, and in a third of them a request that waits for an administrator."""
    from django.db import transaction  # noqa: PLC0415 - Django is set up first

    from sansi.web.orgs.models import Duty, DutyRequest, Kind, Membership, Unit  # noqa: PLC0415 - same

    with transaction.atomic():
        serving = {m.unit_id: m for m in Membership.objects.exclude(unit=root)}
        found = [(unit, serving[unit.pk].person_id) for unit in Unit.objects.exclude(pk=root.pk)]
        Duty.objects.bulk_create(Duty(person_id=p, unit=u, kind=Kind.EDITOR) for u, p in found)
        DutyRequest.objects.bulk_create(
            DutyRequest(person_id=p, asked_by_id=p, unit=u, kind=Kind.APPROVER, reason="x")
            for u, p in found[::3]
        )


def _asked(by: Any, paths: dict[str, str]) -> dict[str, dict[str, float]]:
    from django.test import Client  # noqa: PLC0415 - Django is set up first

    client = Client(SERVER_NAME="127.0.0.1", HTTP_ACCEPT_LANGUAGE="zh-CN")
    client.force_login(by)
    return {name: _page(client, path) for name, path in paths.items()}


def _page(client: Any, path: str) -> dict[str, float]:
    spent, waited = [], []
    for _ in range(_ASKED + 1):
        cpu, wall = process_time(), perf_counter()
        answer = client.get(path)
        size = len(answer.content)
        spent.append(1000 * (process_time() - cpu))
        waited.append(1000 * (perf_counter() - wall))
        if answer.status_code != 200:
            raise SystemExit(f"{path}: {answer.status_code} {answer.headers}")
    # The first one reads templates and plans.
    return {
        "cpu_ms": statistics.median(spent[1:]),
        "wall_ms": statistics.median(waited[1:]),
        "first_ms": waited[0],
        "kb": size / 1000,
    }


def measured(units: int, people: int) -> dict[str, Any]:
    """What importing takes, and what the pages do after it."""
    django.setup()
    from django.db.models import Count  # noqa: PLC0415 - Django is set up first

    from sansi.web.orgs.models import Unit  # noqa: PLC0415 - same

    by, root = _administrator()
    told: dict[str, Any] = {
        "units": {"rows": units, **_imported("units", units_csv(units), root, by)},
        "people": {"rows": people, **_imported("people", people_csv(people, units), root, by)},
    }
    _officers(root)
    district = Unit.objects.get(code="U0")
    crowded = Unit.objects.annotate(n=Count("memberships")).order_by("-n")[0]
    told["pages"] = _asked(
        by,
        {
            "home": "/",
            "my duties": "/duties/",
            "units": "/org/units/",
            "unit, the root": f"/org/units/{root.pk}/",
            "unit, a district": f"/org/units/{district.pk}/",
            "unit, many people": f"/org/units/{crowded.pk}/",
            "people": "/org/people/",
            "people, searched": "/org/people/?q=p777",
            "duties": "/org/duties/",
            "requests": "/org/requests/",
        },
    )
    return told


if __name__ == "__main__":
    print(json.dumps(measured(int(sys.argv[1]), int(sys.argv[2]))))
