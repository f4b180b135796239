"""国际电话 · Which telephone numbers exist, by calling code and by region (ITU-T E.164).

The patterns are those of phonenumbers, copied into a table: importing that package for a check
would cost more than all the rest of a cold start.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import cache
from typing import NamedTuple

from sansi.check.data import table

_TABLE = table("calling_codes.tsv")


class Kind(Enum):
    """Whose a number is: a person's as far as its digits tell, or a service for everybody."""

    MOBILE = "mobile"
    OTHER = "other"
    SERVICE = "service"


class Region(NamedTuple):
    """How numbers of one region look, without calling code and national prefix."""

    code: str
    prefix: str
    general: str
    mobile: str
    services: str

    def kind(self, national: str) -> Kind | None:
        """What `national` is in this region, or None when there is no such number."""
        if not _compiled(self.general).fullmatch(national):
            return None
        if self.services and _compiled(self.services).fullmatch(national):
            return Kind.SERVICE
        return Kind.MOBILE if self.mobile and _compiled(self.mobile).fullmatch(national) else Kind.OTHER


# There are more patterns than `re` remembers: in turns they would be compiled again and again.
_compiled = cache(re.compile)


@cache
def regions() -> dict[str, Region]:
    """Every region by its ISO 3166 code."""
    rows = (line.split("\t") for line in _TABLE.splitlines())
    return {row[0]: Region(*row[1:]) for row in rows}


@cache
def _by_code() -> dict[str, list[Region]]:
    by_code: dict[str, list[Region]] = {}
    for region in regions().values():
        by_code.setdefault(region.code, []).append(region)
    return by_code


def split(digits: str) -> tuple[str, str] | None:
    """Calling code and the rest of a number that begins with a calling code in use."""
    known = _by_code()
    for size in (1, 2, 3):
        if digits[:size] in known:
            return digits[:size], digits[size:]
    return None


def kind_abroad(code: str, national: str) -> Kind | None:
    """What the number behind a calling code is, in any of the regions that share the code.

    People leave the national prefix in, +44 (0)20 …, so a number may begin with it.
    """
    found = None
    for region in _by_code()[code]:
        kind = region.kind(national)
        if kind is None and region.prefix and national.startswith(region.prefix):
            kind = region.kind(national.removeprefix(region.prefix))
        if kind is Kind.SERVICE:
            return kind
        if kind is not None and found is not Kind.MOBILE:
            found = kind
    return found


def kind_at_home(region: str, digits: str) -> Kind | None:
    """What a number dialled inside `region` is; its national prefix must be there where it has one."""
    known = regions()[region]
    if known.prefix == "0":
        return known.kind(digits[1:]) if digits.startswith("0") else None
    return known.kind(digits) or (
        known.kind(digits.removeprefix(known.prefix))
        if known.prefix and digits.startswith(known.prefix)
        else None
    )
