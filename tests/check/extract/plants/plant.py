"""埋点 · What a file of each format holds in its parts, and where each must be found.

A module of this folder is a format, or some that belong together: its `FORMATS` say how a file is made that has a
plant in every part. tests/check/extract/test_plants.py reads it; docs/{zh,en}/files.md are written from it
(`update.files`). A format that no reader reads yet is left out of both: there is no list to edit.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sansi.check.extract.extract import all_readers
from sansi.check.model import Both
from sansi.check.place import Place


class Plant(NamedTuple):
    """A value in a part of a file, and the place that a finding there must have."""

    zh: str
    en: str
    value: str
    where: Place


class Hidden(NamedTuple):
    """A hidden fact: its rule, what it is about, its place, and the value that its author is shown."""

    rule: str
    zh: str
    en: str
    where: Place
    value: str


@dataclass(frozen=True)
class Format:
    """A format: a file with a plant in every part, what is planted, and what is not read of such files.

    `kinds` are those of `kinds.kind_of`, the first of them that of the file made; `names` are what people call them.
    `gap`: the only gap of the file made, where it is known to have one.
    """

    title: Both
    kinds: tuple[str, ...]
    names: str
    make: Callable[[], bytes]
    plants: tuple[Plant, ...]
    hidden: tuple[Hidden, ...] = ()
    unread: tuple[Both, ...] = ()
    gap: str = ""

    @property
    def read(self) -> bool:
        """Whether there is a reader."""
        return self.kinds[0] in all_readers()


def formats() -> Iterator[Format]:
    """Every format that is read, those with the most parts first."""
    found: list[Format] = []
    for module in sorted(m.name for m in pkgutil.iter_modules([str(Path(__file__).parent)])):
        loaded = importlib.import_module(f"tests.check.extract.plants.{module}")
        found += (f for f in getattr(loaded, "FORMATS", ()) if f.read)
    yield from sorted(found, key=lambda f: -len(f.plants))
