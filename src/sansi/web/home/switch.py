"""语言切换 · Where the links lead that show the same page in another language."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.http import QueryDict


@dataclass(frozen=True, slots=True)
class Switch:
    """One language, by its own name."""

    code: str
    name: str
    query: str
    is_current: bool


def switches(current: str | None, query: QueryDict | None = None) -> list[Switch]:
    """One for each language. `query`: what the address says besides, and should go on saying."""
    found = []
    for code, name in settings.LANGUAGES:
        there = query.copy() if query else QueryDict(mutable=True)
        there["language"] = code
        found.append(Switch(code, name, there.urlencode(), code == current))
    return found
