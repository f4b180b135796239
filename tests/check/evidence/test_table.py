"""The header of a column is found from every row below it."""

from __future__ import annotations

from typing import Any

from sansi.check.evidence.context import named
from sansi.check.evidence.table import column
from sansi.check.model import Spot

SHEET = "品名\t联系电话\n办公椅\t13912345678\n投影仪\t13912345679\n路由器\t13912345670\n"


def test_each_row_takes_the_header_from_the_row_above() -> None:
    memo: dict[Any, Any] = {}
    places = [i + 1 for i, c in enumerate(SHEET) if c == "\t"][1:]

    assert [column(Spot(SHEET, at, at + 11, memo), at) for at in places] == ["联系电话"] * 3


def test_what_a_header_says_is_asked_for_each_sort_of_label() -> None:
    memo: dict[Any, Any] = {}
    for at in [i + 1 for i, c in enumerate(SHEET) if c == "\t"][1:]:
        spot = Spot(SHEET, at, at + 11, memo)
        assert named(spot, at, "电话|手机") == "联系电话"
        assert named(spot, at, "护照") is None
