"""电话号段 · How Chinese telephone numbers begin: area codes and mobile ranges."""

from __future__ import annotations

from sansi.check.data import table

# First three digits of a mobile number, virtual operators and data cards included.
MOBILE = frozenset(table("cn_mobile_prefixes.txt").split())
# Area code with its 0 → place; codes given up still stand in older texts.
AREA_CODES = {
    code: place
    for code, _, place in (line.partition("\t") for line in table("cn_area_codes.tsv").splitlines())
}


def area_of(digits: str) -> str | None:
    """The area code that a landline number beginning with 0 begins with."""
    return next((digits[:size] for size in (3, 4) if digits[:size] in AREA_CODES), None)
