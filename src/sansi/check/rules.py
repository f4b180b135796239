"""规则 · The rules in force: every module of `detectors/`, found by walking the folder.

There is no list to edit: a module becomes a rule by having `RULE`, or several by `RULES`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache

from sansi.check import detectors
from sansi.check.model import Rule


def _of(module_name: str) -> Iterator[Rule]:
    yield importlib.import_module(f"{detectors.__name__}.{module_name}").RULE


@cache
def shipped() -> tuple[Rule, ...]:
    """Every rule that comes with Sansi, by id."""
    names = [m.name for m in pkgutil.iter_modules(detectors.__path__)]
    return tuple(sorted((rule for n in names for rule in _of(n)), key=lambda r: r.id))


def chosen(ids: Iterable[str]) -> tuple[Rule, ...]:
    """The shipped rules with these ids.

    Raises KeyError naming the ids that no rule has.
    """
    by_id = {rule.id: rule for rule in shipped()}
    wanted = list(ids)
    if unknown := sorted(set(wanted) - by_id.keys()):
        raise KeyError(", ".join(unknown))
    return tuple(by_id[i] for i in wanted)
