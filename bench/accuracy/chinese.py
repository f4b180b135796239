"""中文语料 · The Chinese part of the corpus: forms of many genres, tables, snippets, and hard negatives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

from bench.accuracy import forms, snippets, tables
from bench.accuracy.doc import Doc

_FORMS = Path(__file__).parent / "zh"


@cache
def _forms(*, negative: bool) -> tuple[forms.Form, ...]:
    return tuple(f for f in forms.read(_FORMS) if f.negative == negative)


def _form(rng: Random) -> Doc:
    return rng.choice(_forms(negative=False)).write(rng)


def _harmless_form(rng: Random) -> Doc:
    return rng.choice(_forms(negative=True)).write(rng)


_MAKERS: tuple[tuple[Callable[[Random], Doc], int], ...] = (
    (_form, 30),
    (tables.persons, 8),
    (tables.headless, 3),
    (snippets.snippets, 8),
    (snippets.marked, 4),
    (snippets.abroad, 3),
    (_harmless_form, 34),
    (tables.harmless, 6),
    (tables.lookalike_list, 4),
)
"""And how often, in a hundred: 44 of them are hard negatives."""


def documents(seed: int, count: int) -> Iterator[Doc]:
    """`count` documents, each depending on `seed` and its own number only."""
    makers, weights = zip(*_MAKERS, strict=True)
    for number in range(count):
        rng = Random(f"zh {seed} {number}")
        yield rng.choices(makers, weights)[0](rng)
