"""Every chapter of a book is read, and what the book says of itself."""

from __future__ import annotations

import pytest

from sansi.check.extract.document import Document, Unreadable
from sansi.check.extract.kinds import kind_of
from sansi.check.extract.reader import Asked
from sansi.check.extract.readers.epub import READER
from sansi.check.place import FieldPlace, Place
from tests.check.extract.plants.epub import CONTAINER, PARTS, packed


def read(parts: dict[str, str | bytes]) -> Document:
    data = packed(parts)
    assert kind_of(data) == "epub"
    return READER.read(data, Asked("epub"))


def places(document: Document, text: str) -> list[Place]:
    return [s.locate(at, at + len(text)) for s in document.segments for at in [s.text.find(text)] if at >= 0]


def test_chapters_come_in_the_order_of_reading_and_the_others_behind() -> None:
    document = read(PARTS)

    assert [e.name for e in document.embedded] == [
        "one a.xhtml",
        "two.xhtml",
        "unlisted.xhtml",
        "style.css",
        "cover.jpg",
    ]
    assert [e.optional for e in document.embedded] == [False, False, False, True, False]


@pytest.mark.parametrize(
    ("plant", "place"),
    [
        ("plant-title", FieldPlace("title")),
        ("plant-content", FieldPlace("plant-meta")),
        ("plant-toc", FieldPlace("OEBPS/toc.ncx")),
    ],
)
def test_what_the_book_says_of_itself_is_read(plant: str, place: Place) -> None:
    assert places(read(PARTS), plant) == [place]


def test_the_author_is_a_fact_and_a_chapter_that_is_missing_a_gap() -> None:
    document = read(PARTS)

    assert [(f.rule, f.value) for f in document.facts] == [("meta-author", "王五")]
    assert ["gone.xhtml" in gap.en for gap in document.gaps] == [True]


def locked(name: str) -> str:
    return f'<encryption><CipherReference URI="{name}"/></encryption>'


def test_fonts_may_be_locked_chapters_not() -> None:
    font = read({**PARTS, "META-INF/encryption.xml": locked("OEBPS/a.ttf")})
    chapter = read({**PARTS, "META-INF/encryption.xml": locked("OEBPS/two.xhtml")})

    assert len(font.gaps) == 1
    assert any("protection" in gap.en for gap in chapter.gaps)
    assert "two.xhtml" not in [e.name for e in chapter.embedded]


def test_a_book_without_a_list_of_parts_is_read_all_the_same() -> None:
    assert [e.name for e in read({"a.xhtml": "<html/>"}).embedded] == ["a.xhtml"]


def test_a_book_all_of_which_is_locked_or_gone_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        read({"META-INF/container.xml": CONTAINER})
    with pytest.raises(Unreadable, match="password"):
        read({"a.xhtml": "x", "META-INF/encryption.xml": locked("a.xhtml")})
