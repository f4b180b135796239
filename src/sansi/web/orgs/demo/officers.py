"""演示职责 · Who has which duty in Yunqiao: every kind there is, over the whole city and over parts of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from sansi.web.orgs.demo.city import ROOT, UNITS
from sansi.web.orgs.demo.people import Somebody
from sansi.web.orgs.models import Kind


class Office(NamedTuple):
    """A duty of somebody, from and until some days from today."""

    email: str
    kind: Kind
    unit: str
    since: int = -400
    until: int | None = None


_STARS = (
    Office("admin@example.org", Kind.ADMINISTRATOR, ROOT),
    Office("auditor@example.org", Kind.AUDITOR, ROOT),
    Office("editor@example.org", Kind.EDITOR, "YQ01"),
    # Ends soon: it stands among what waits for them.
    Office("approver@example.org", Kind.APPROVER, ROOT, until=10),
    Office("registrar@example.org", Kind.REGISTRAR, ROOT),
    Office("learning@example.org", Kind.LEARNING, ROOT),
    Office("intake@example.org", Kind.INTAKE, ROOT),
    Office("handler@example.org", Kind.HANDLER, ROOT),
    Office("supervisor@example.org", Kind.SUPERVISOR, ROOT),
    Office("keyholder@example.org", Kind.KEYHOLDER, ROOT),
)
# Of the people of a unit, in order: what the first have there. Only units right below the city have administrators.
_BELOW_CITY = (Kind.ADMINISTRATOR, Kind.APPROVER, Kind.EDITOR, Kind.LEARNING)
_FURTHER = (Kind.EDITOR,)
# For the help desk and the keys more than one is needed: of the city office's people.
_CITY_WIDE = (
    Kind.HANDLER,
    Kind.HANDLER,
    Kind.KEYHOLDER,
    Kind.KEYHOLDER,
    Kind.INTAKE,
    Kind.SUPERVISOR,
    Kind.ADMINISTRATOR,
)


def offices(people: Sequence[Somebody]) -> list[Office]:
    """All duties but the one that is handed on."""
    found = list(_STARS)
    stars = {office.email for office in _STARS}
    invited = {one.email for one in people[-INVITED:]}
    plain = [one for one in people if one.email.endswith(".gov.cn") and one.email not in stars | invited]
    for code, above, _zh, _en in UNITS:
        here = [one.email for one in plain if one.unit == code]
        kinds = _BELOW_CITY if above == ROOT else _FURTHER
        found += [Office(email, kind, code, since=-300) for email, kind in zip(here, kinds, strict=False)]
        if code in {"YQ01", "YQ0102", "YQ0103"}:
            found += [
                Office(email, _CITY_WIDE[number % len(_CITY_WIDE)], ROOT, since=-200)
                for number, email in enumerate(here[len(kinds) :][:3], _START[code])
            ]
    # Over, and not yet: so that not all that was ever given is in force.
    return [
        *found,
        Office("staff@example.org", Kind.EDITOR, "YQ05", -500, -100),
        Office("staff@example.org", Kind.EDITOR, "YQ0501", 20, 200),
    ]


_START = {"YQ01": 0, "YQ0102": 3, "YQ0103": 6}
STAND_IN = ("handler@example.org", "staff@example.org", Kind.HANDLER, 14)
"""Who is away, who stands in for them, in what, for how many days."""
# For whom, what, where, why: each waits for the nearest administrator.
ASKED = (
    ("staff@example.org", Kind.EDITOR, "YQ0501", "图书馆账号每周需要更新活动信息。"),
    ("english@example.org", Kind.EDITOR, "YQ0502", "To prepare the museum's notices in English."),
    ("intake@example.org", Kind.HANDLER, ROOT, "年底求助较多，请增加一名经办员。"),
    ("registrar@example.org", Kind.KEYHOLDER, ROOT, "节假日轮值需要。"),
)
REFUSED = (
    "staff@example.org",
    Kind.KEYHOLDER,
    "YQ01",
    "想了解密钥保管。",
    "密钥保管员已满三名；有人调离时再补。",
)
INVITED = 6
"""So many of the last have been invited and have not come in yet."""


def day(offset: int, today: date) -> date:
    """The day so many days from today."""
    return today + timedelta(days=offset)
