"""OpenDocument files: what tests/check/extract/plants does not show."""

from __future__ import annotations

import io
import random

import odfdo
import pytest

from sansi.check.extract.document import Document, Unreadable
from sansi.check.extract.kinds import kind_of
from sansi.check.extract.reader import Asked
from sansi.check.extract.readers.odf import READER
from sansi.check.place import ParagraphPlace, Place
from tests.check.extract.plants.odf import SHEETS, TEXT, packed


def read(data: bytes) -> Document:
    return READER.read(data, Asked(kind_of(data)))


def places(document: Document, text: str) -> list[Place]:
    return [s.locate(at, at + len(text)) for s in document.segments for at in [s.text.find(text)] if at >= 0]


def facts(document: Document) -> list[tuple[str, Place, str]]:
    return [(f.rule, f.where, f.value) for f in document.facts]


@pytest.fixture(scope="module")
def text() -> Document:
    return read(TEXT)


def test_nothing_is_left_out_and_programs_are_no_authors(text: Document) -> None:
    assert text.gaps == []
    assert "user" not in [value for _, _, value in facts(text)]
    assert {e.name for e in text.embedded} == {
        "Version1",
        "Versions/Version1",
        "Thumbnails/thumbnail.png",
        "a.png",
        "secret.bin",
    } - {"Version1"}


def test_a_text_of_another_program_is_read() -> None:
    made = odfdo.Document("text")
    made.body.clear()
    made.body.append(odfdo.Paragraph("plant-other"))
    held = io.BytesIO()
    made.save(held)
    document = read(held.getvalue())

    assert places(document, "plant-other") == [ParagraphPlace("body", 1)]
    assert document.gaps == []


def test_a_locked_file_is_unreadable_and_says_so() -> None:
    manifest = "<manifest:manifest xmlns:manifest='urn:m'><manifest:encryption-data/></manifest:manifest>"
    with pytest.raises(Unreadable, match="password"):
        read(packed("text", {"content.xml": b"\1\2", "META-INF/manifest.xml": manifest}))


@pytest.mark.parametrize(
    "parts", [{}, {"content.xml": '<!DOCTYPE a [<!ENTITY x "y">]><a/>'}, {"content.xml": "no"}]
)
def test_a_file_without_content_is_unreadable(parts: dict[str, str | bytes]) -> None:
    with pytest.raises(Unreadable):
        read(packed("text", parts))


@pytest.mark.parametrize("sixteenths", range(16))
def test_a_cut_file_is_never_clean(sixteenths: int) -> None:
    try:
        document = READER.read(TEXT[: len(TEXT) * sixteenths // 16], Asked("odt"))
    except Unreadable:
        return

    assert document.gaps


def test_flipped_bits_have_an_outcome_each() -> None:
    dice = random.Random(10)
    for data in (TEXT, SHEETS):
        for _ in range(200):
            broken = bytearray(data)
            for _ in range(dice.randint(1, 5)):
                broken[dice.randrange(len(broken))] ^= 1 << dice.randrange(8)
            try:
                READER.read(bytes(broken), Asked("odt"))
            except Unreadable:
                continue
