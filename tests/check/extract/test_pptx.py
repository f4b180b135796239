"""Presentations: what tests/check/extract/plants does not show."""

from __future__ import annotations

import random

import pytest

from sansi.check.extract.document import Document, Unreadable
from sansi.check.extract.extract import extract
from sansi.check.extract.reader import Asked
from sansi.check.extract.readers.pptx import READER
from sansi.check.model import Confidence
from sansi.check.place import InnerPlace, Place
from tests.check.extract.plants.pptx import made


@pytest.fixture(scope="module")
def document() -> Document:
    return extract(made(), "a.pptx")


def places(document: Document, text: str) -> list[Place]:
    return [s.locate(at, at + len(text)) for s in document.segments for at in [s.text.find(text)] if at >= 0]


def test_white_text_is_only_a_hint_for_the_background_may_be_dark(document: Document) -> None:
    assert [f.confidence for f in document.facts if f.value == "plant-white"] == [Confidence.POSSIBLE]


def test_the_workbook_behind_a_chart_is_read(document: Document) -> None:
    assert [p for p in places(document, "plant-category") if isinstance(p, InnerPlace)]


@pytest.mark.parametrize("sixteenths", range(16))
def test_a_cut_presentation_is_never_clean(sixteenths: int) -> None:
    data = made()
    try:
        cut = READER.read(data[: len(data) * sixteenths // 16], Asked("pptx"))
    except Unreadable:
        return

    assert cut.gaps


def test_flipped_bits_have_an_outcome_each() -> None:
    dice, data = random.Random(9), made()
    for _ in range(60):
        broken = bytearray(data)
        for _ in range(dice.randint(1, 5)):
            broken[dice.randrange(len(broken))] ^= 1 << dice.randrange(8)
        try:
            READER.read(bytes(broken), Asked("pptx"))
        except Unreadable:
            continue
