"""Files that a spreadsheet opens: nothing in them is computed."""

from __future__ import annotations

import csv
import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sansi.check.extract.extract import extract
from sansi.web.tables.files import as_csv, as_xlsx, neutral, original

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    '=HYPERLINK("http://x")',
]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_would_be_a_formula_is_text_in_csv(text: str) -> None:
    row = next(csv.reader(io.StringIO(as_csv([text], []).decode("utf-8-sig"), newline="")))
    assert row == [f"'{text}"]


@pytest.mark.parametrize("text", FORMULAS)
def test_what_would_be_a_formula_is_text_in_a_workbook(text: str) -> None:
    cell = openpyxl.load_workbook(io.BytesIO(as_xlsx(["h"], [[text]]))).active["A2"]

    assert cell.data_type in {"s", "inlineStr"}
    assert cell.value.strip() == text.strip()
    assert cell.quotePrefix


@given(st.text(alphabet="='+-@a\t＝", max_size=6))
def test_what_was_made_harmless_is_read_as_it_was(text: str) -> None:
    assert original(neutral(text)) == text or text.startswith("'")


def test_an_apostrophe_of_a_name_stays() -> None:
    assert original("'t Hooft") == "'t Hooft"


def test_excel_knows_the_csv_by_its_mark() -> None:
    assert as_csv(["姓名"], [["李云", 'a"b,c']]) == b"\xef\xbb\xbf" + '姓名\r\n李云,"a""b,c"\r\n'.encode()


def test_a_workbook_holds_what_it_was_given() -> None:
    rows = [["李云", "a<b>&c"], ["", "x\x00y"], ["line\nline", "z" * 40_000]]
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(["姓名", "B"], rows, "人员[1]/2"))).active

    assert sheet.title == "人员 1  2"
    assert [c.value for c in sheet[1]] == ["姓名", "B"]
    assert [c.value for c in sheet[2]] == ["李云", "a<b>&c"]
    assert [c.value for c in sheet[3]] == [None, "x y"]
    assert len(sheet["B4"].value) == 32_767
    assert sheet.freeze_panes == "A2"


def test_columns_go_on_behind_z() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx([str(n) for n in range(800)], []))).active
    assert [c.value for c in sheet[1]] == [str(n) for n in range(800)]


def test_the_same_rows_make_the_same_file_and_our_own_reader_reads_it() -> None:
    made = as_xlsx(["a"], [["b"]])
    assert made == as_xlsx(["a"], [["b"]])
    assert "b" in extract(made, "x.xlsx").segments[0].text
