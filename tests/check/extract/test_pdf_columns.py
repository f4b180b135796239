"""A table that was written column by column is read by rows, so that a header types the values under it."""

from __future__ import annotations

import pytest

from sansi.check import check
from sansi.check.extract.document import Document
from sansi.check.extract.pdf_columns import in_rows
from sansi.check.extract.pdf_file import Page
from sansi.check.extract.pdf_text import PageText
from sansi.check.place import Box, TextPlace
from tests.check.extract.pdfs import made, place_of, read, show

COLUMNS = (
    ("Name", "Zhang Sanfeng", "Li Sichuan"),
    ("Passport", "E12345678", "E87654321"),
    ("Note", "none", "late"),
)


def page(columns: tuple[tuple[str, ...], ...], *, wide: int = 120, first: str = "") -> Document:
    written = [
        show(cell, 50 + wide * x, 300 - 25 * y)
        for x, column in enumerate(columns)
        for y, cell in enumerate(column)
    ]
    return read(made("".join([show(first, 50, 350) if first else "", *written])))


def text_of(document: Document) -> str:
    return "".join(s.text for s in document.segments)


def test_columns_become_rows() -> None:
    document = page(COLUMNS, first="A list of those who come")

    assert text_of(document).split("\n", 1)[1].split("\n") == [
        "Name\tPassport\tNote", "Zhang Sanfeng\tE12345678\tnone", "Li Sichuan\tE87654321\tlate", "",
    ]  # fmt: skip


def test_what_is_found_in_a_cell_has_its_place() -> None:
    box = place_of(page(COLUMNS), "E87654321").box

    assert box
    assert 169 < box[0] < 172
    assert 240 > box[2] > 215


def test_a_value_is_found_by_the_header_of_its_column() -> None:
    by_columns = "\n".join(cell for column in COLUMNS for cell in column)

    assert {"E12345678", "E87654321"} == {f.text for f in check(text_of(page(COLUMNS)))}
    assert "E87654321" not in {f.text for f in check(by_columns)}


def test_a_letter_of_two_units_does_not_move_the_places_behind_it() -> None:
    class Open(Page):
        text = 0

        def __init__(self) -> None:
            pass

        def box(self, character: int) -> Box | None:
            x, y = divmod(asked.index(character), 2)
            return x * 100, y * 20, x * 100 + 5, y * 20 + 10

    asked = [0, 3, 5, 7]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sansi.check.extract.pdfium.character_index", lambda _text, at: at)
        words = PageText.__new__(PageText)
        words.text = "\U00020000\nb\nc\nd"
        assert words.segment(Open()).text == "\U00020000\tc\nb\td\n"


@pytest.mark.parametrize(
    "columns",
    [
        (("Name", "Zhang", "Li"), ("Passport", "E12345678")),
        (("Name", "Zhang", "Li", "Wu"),),
        (
            ("This is no header of a", "column but running text", "that goes on"),
            ("and on", "and on", "to here"),
        ),
        (("Room 12", "a", "b"), ("Room 13", "c", "d")),
        (("A", "B"),),
    ],
)
def test_what_is_no_table_stays_as_it_is(columns: tuple[tuple[str, ...], ...]) -> None:
    assert "\t" not in text_of(page(columns))


def boxes(*places: tuple[float, float] | None) -> list[Box | None]:
    return [(x, y, x + 5, y + 10) if p else None for p in places for x, y in [p or (0, 0)]]


@pytest.mark.parametrize(
    "places",
    [
        # rows, one after the other
        [(0, 0), (100, 0), (0, 20), (100, 20)],
        # the second column stands left of the first
        [(100, 0), (100, 20), (0, 0), (0, 20)],
        # its second cell is not level
        [(0, 0), (0, 20), (100, 0), (100, 90)],
        # a line goes up, but not to the first
        [(0, 50), (0, 70), (0, 20), (0, 30)],
        # far to the right
        [(0, 0), (300, 20), (0, 40), (0, 60)],
        # a character that has no box
        [(0, 0), None, (100, 0), (100, 20)],
        [None, (0, 20), (100, 0), (100, 20)],
        [(0, 0), (0, 20), (100, 0), None],
    ],
)
def test_lines_that_stand_otherwise_are_no_table(places: list[tuple[float, float] | None]) -> None:
    where = dict(zip((0, 2, 4, 6), boxes(*places), strict=True))

    assert in_rows("a\nb\nc\nd", where.get, TextPlace) is None


def test_what_goes_on_in_the_next_cell_has_the_place_of_its_beginning() -> None:
    where = dict(zip((0, 2, 4, 6), boxes((0, 0), (0, 20), (100, 0), (100, 20)), strict=True))

    segment = in_rows("a\nb\nc\nd!", where.get, TextPlace)

    assert segment
    assert segment.text == "a\tc\nb\td!\n"
    assert segment.locate(0, 3) == TextPlace(0, 1)
    assert segment.locate(6, 8) == TextPlace(6, 8)
    assert segment.locate(1, 2) == TextPlace(1, 2)
