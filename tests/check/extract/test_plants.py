"""A plant in every part of every format is found, and its place is right: the table behind docs/*/files.md."""

from __future__ import annotations

from functools import cache

import pytest

from sansi.check.extract.document import Document
from sansi.check.extract.extract import all_readers, extract
from sansi.check.extract.kinds import kind_of
from sansi.check.extract.reader import Ocr
from sansi.check.place import ImagePlace, InnerPlace, PagePlace, Place
from sansi.ocr import load
from tests.check.extract.plants.plant import Format, Hidden, Plant, formats

FORMATS = {f.names: f for f in formats()}


@cache
def ocr() -> Ocr:
    return load()


@cache
def document(names: str) -> Document:
    return extract(FORMATS[names].make(), ocr=ocr())


def boxless(place: Place) -> Place:
    """The place without what a font or a drawing decides; that there is a box is asked by the plant itself."""
    if isinstance(place, InnerPlace):
        return InnerPlace(place.inside, boxless(place.place))
    if isinstance(place, PagePlace):
        return place._replace(box=None)
    return ImagePlace(None, place.frame, 0, 0, place.part) if isinstance(place, ImagePlace) else place


def places(read: Document, value: str) -> list[Place]:
    """Where `value` stands in each segment that has it."""
    found = [(s, s.text.find(value)) for s in read.segments]
    return [boxless(s.locate(at, at + len(value))) for s, at in found if at >= 0]


PLANTS = [pytest.param(n, p, id=f"{n}: {p.en}") for n, f in FORMATS.items() for p in f.plants]
HIDDEN = [pytest.param(n, h, id=f"{n}: {h.en}") for n, f in FORMATS.items() for h in f.hidden]


@pytest.mark.parametrize(("names", "plant"), PLANTS)
def test_a_plant_in_every_part_is_found_and_its_place_is_right(names: str, plant: Plant) -> None:
    assert boxless(plant.where) in places(document(names), plant.value)


@pytest.mark.parametrize(("names", "hidden"), HIDDEN)
def test_what_is_hidden_in_every_format_becomes_a_fact(names: str, hidden: Hidden) -> None:
    found = [(boxless(f.where), f.value) for f in document(names).facts if f.rule == hidden.rule]

    assert (boxless(hidden.where), hidden.value) in found


@pytest.mark.parametrize("names", FORMATS)
def test_of_a_file_with_plants_everything_is_read(names: str) -> None:
    made: Format = FORMATS[names]

    assert kind_of(made.make()) == made.kinds[0]
    gaps = [g.en for g in document(names).gaps]
    assert [g for g in gaps if not made.gap or made.gap not in g] == []


@pytest.mark.parametrize("kind", sorted(all_readers()))
def test_every_kind_that_is_read_has_plants(kind: str) -> None:
    """Fails? Add a module to tests/check/extract/plants, and say `make docs`."""
    assert kind in {k for f in FORMATS.values() for k in f.kinds}
