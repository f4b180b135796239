"""A locked document says that it is locked; one locked with the password that everybody has is read."""

from __future__ import annotations

import io

import openpyxl
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from sansi.check.extract.budget import Budget
from sansi.check.extract.document import Unreadable
from sansi.check.extract.extract import extract
from sansi.check.extract.kinds import kind_of
from sansi.check.place import CellPlace, InnerPlace


def locked(password: str) -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"] = "plant-locked"
    plain, held = io.BytesIO(), io.BytesIO()
    book.save(plain)
    OOXMLFile(plain).encrypt(password, held)
    return held.getvalue()


def test_a_document_with_a_password_is_unreadable_and_says_what_to_do() -> None:
    data = locked("correct horse")

    assert kind_of(data) == "encrypted-office"
    with pytest.raises(Unreadable, match="remove it in its own program"):
        extract(data, "a.xlsx")


def test_the_password_that_excel_uses_by_itself_opens_it() -> None:
    document = extract(locked("VelvetSweatshop"), "a.xlsx")

    assert document.segments[0].locate(0, 5) == InnerPlace(("a.xlsx",), CellPlace("Sheet", "A1"))


@pytest.mark.parametrize("sixteenths", range(1, 16))
def test_a_cut_one_is_unreadable(sixteenths: int) -> None:
    data = locked("VelvetSweatshop")
    with pytest.raises(Unreadable):
        extract(data[: len(data) * sixteenths // 16])


def test_one_that_asks_for_minutes_of_work_is_not_tried() -> None:
    data = locked("VelvetSweatshop").replace(b'spinCount="100000"', b'spinCount="990000"')
    with pytest.raises(Unreadable, match="password"):
        extract(data)


def test_what_comes_out_counts_as_unpacked() -> None:
    with pytest.raises(Unreadable, match="bomb"):
        extract(locked("VelvetSweatshop"), budget=Budget(unpacked=100))
