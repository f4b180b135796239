"""Tables are read in full or refused, with what to do."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
from django.utils.translation import override

from sansi.web.audit.refused import Refused
from sansi.web.orgs.roster import reading
from sansi.web.orgs.roster.reading import Line, lines_of
from sansi.web.tables.files import as_csv, as_xlsx

HEAD, ROW = ["代码", "名称"], ["T01", "云桥市财务科"]
TEXT = "代码,名称\r\nT01,云桥市财务科\r\n"


@pytest.fixture(autouse=True)
def english() -> object:
    with override("en"):
        yield


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_every_usual_encoding_is_known(encoding: str) -> None:
    assert lines_of(TEXT.encode(encoding)) == [Line(1, HEAD), Line(2, ROW)]


@pytest.mark.parametrize("parted", [",", ";", "\t", "，"])
def test_what_parts_the_cells_is_seen_from_the_head(parted: str) -> None:
    assert lines_of(TEXT.replace(",", parted).encode()) == [Line(1, HEAD), Line(2, ROW)]


def test_the_encoding_is_told_by_the_first_row_that_can_tell() -> None:
    data = b"code,name\n" + b"1,2\n" * 30_000 + "T02,云桥市\n".encode("gbk")
    assert lines_of(data)[-1].cells == ["T02", "云桥市"]


def test_the_line_that_excel_writes_first_is_understood() -> None:
    assert lines_of(b"sep=|\na|b\n1,2|3\n") == [Line(2, ["a", "b"]), Line(3, ["1,2", "3"])]


def test_rows_have_the_numbers_that_a_spreadsheet_shows() -> None:
    assert [line.number for line in lines_of(b'a,b\n\n1,"x\ny"\n,,\n2,3\n')] == [1, 3, 5]


def test_blanks_around_cells_and_the_apostrophe_before_formulas_go() -> None:
    assert lines_of("a\n\u3000 x\u00a0\u200b \n'=1\n't\n".encode()) == [
        Line(1, ["a"]), Line(2, ["x"]), Line(3, ["=1"]), Line(4, ["'t"]),
    ]  # fmt: skip


def test_a_workbook_of_ours_and_one_of_others_are_read() -> None:
    assert lines_of(as_xlsx(HEAD, [ROW])) == [Line(1, HEAD), Line(2, ROW)]
    assert lines_of(workbook([HEAD, [], ["T01", 5, None, 1.5, True]])) == [
        Line(1, HEAD), Line(3, ["T01", "5", "", "1.5", "1"]),
    ]  # fmt: skip


def workbook(rows: list[list[object]], change: Callable[[openpyxl.Workbook], None] | None = None) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_dates_in_a_workbook_are_days() -> None:
    from datetime import date

    assert lines_of(workbook([["from"], [date(2026, 3, 1)]]))[1].cells == ["2026-03-01"]


def test_the_first_sheet_that_is_seen_is_read() -> None:
    def hide(book: openpyxl.Workbook) -> None:
        book.active.sheet_state = "hidden"
        book.create_sheet("b").append(["seen"])

    assert lines_of(workbook([["hidden"]], hide)) == [Line(1, ["seen"])]


def test_a_formula_is_never_computed() -> None:
    data = workbook([["a"], ['=WEBSERVICE("http://x")']])
    assert [line.cells for line in lines_of(data)] == [["a"]]


def rezipped(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.namelist():
            new.writestr(item, change(old.read(item)) if item == name else old.read(item))
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
REFUSED = {
    "empty": (b"", "nothing in the file"),
    "only blanks": (b"\n , \n", "nothing in the file"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "no table"),
    "nul": (b"a,b\n1\0\0\0\0\0,2\n", "no table"),
    "office 97": (b"\xd0\xcf\x11\xe0" + bytes(50), "Excel 97"),
    "an open quotation mark": (b'a,b\n1,"2\n', "Row 2"),
    "text behind a quotation mark": (b'a,b\n1,2\n"x"y,2\n', "Row 3"),
    "bytes of another encoding far down": (TEXT.encode() + b"1,2\n" * 20_000 + "甲,乙\n".encode("gbk"), "Line 20003"),
    "too many columns": (b"a\n" + b"," * 60 + b"x\n", "Row 2 has 61 columns"),
    "no zip": (b"PK\x03\x04" + bytes(100), "damaged"),
    "another zip": (b"PK", "damaged"),
    "a sheet of entities": (
        rezipped(as_xlsx(["a"], []), SHEET, lambda d: b'<!DOCTYPE x [<!ENTITY a "b">]>' + d),
        "sheet",
    ),
    "a sheet that is cut": (rezipped(as_xlsx(["a"], [["b"]] * 9), SHEET, lambda d: d[: len(d) // 2]), "sheet1"),
    "a bomb": (rezipped(as_xlsx(["a"], []), SHEET, lambda d: d + b" " * (300 << 20)), "bomb"),
    "no sheet": (rezipped(as_xlsx(["a"], []), "xl/workbook.xml", lambda d: d.replace(b"<sheet ", b"<other ")), "no sheet"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_table_is_refused_with_what_to_do(name: str) -> None:
    data, said = REFUSED[name]
    with pytest.raises(Refused, match=said):
        lines_of(data)


def test_what_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Refused, match="larger than 10 MB"):
        lines_of(b"a" * (reading.MOST_BYTES + 1))
    monkeypatch.setattr(reading, "MOST_ROWS", 3)
    assert len(lines_of(b"a\n1\n2\n3\n")) == 4
    with pytest.raises(Refused, match="more than 3 rows"):
        lines_of(b"a\n1\n2\n3\n4\n")
    monkeypatch.setattr(reading, "MOST_CELLS", 4)
    with pytest.raises(Refused, match="4 cells"):
        lines_of(b"a,b,c\n1,2,3\n")


def test_a_workbook_of_too_many_cells_is_not_even_unpacked_into_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_CELLS", 10)
    with pytest.raises(Refused, match="10 cells"):
        lines_of(as_xlsx(["a"], [["x"]] * 1100))


def test_a_cell_far_to_the_right_takes_no_memory() -> None:
    def far(book: openpyxl.Workbook) -> None:
        book.active["XFD1"] = "x"

    with pytest.raises(Refused, match="columns"):
        lines_of(workbook([["a"]], far))


def test_it_is_said_in_chinese_too() -> None:
    with override("zh-hans"), pytest.raises(Refused, match="损坏"):
        lines_of(b"PK\x03\x04" + bytes(100))


def test_a_cell_is_cut_where_it_is_too_long_for_anything() -> None:
    assert len(lines_of(b"a\n" + b"x" * 100_000 + b"\n")[1].cells[0]) == reading.LONGEST_CELL + 1


def test_csv_of_ours_is_read() -> None:
    assert lines_of(as_csv(HEAD, [["=1", "a\nb"]])) == [Line(1, HEAD), Line(2, ["=1", "a\nb"])]
