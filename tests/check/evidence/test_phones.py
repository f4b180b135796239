"""Area codes and mobile ranges are those in use."""

from __future__ import annotations

import pytest

from sansi.check.evidence.phones import AREA_CODES, MOBILE, area_of


@pytest.mark.parametrize(
    ("digits", "code"),
    [
        ("01062345678", "010"),
        ("057187654321", "0571"),
        ("03355551234", "0335"),
        ("0999", "0999"),
        ("0123456", None),
        ("", None),
    ],
)
def test_a_landline_begins_with_its_area_code(digits: str, code: str | None) -> None:
    assert area_of(digits) == code


def test_an_area_code_has_a_place() -> None:
    assert AREA_CODES["0571"] == "浙江省杭州市"
    assert len(AREA_CODES) > 300


def test_mobile_ranges_include_the_virtual_operators_and_leave_out_what_was_never_given() -> None:
    assert {"130", "139", "150", "162", "165", "167", "170", "171", "191", "199"} <= MOBILE
    assert not {"100", "110", "120", "140", "154", "194"} & MOBILE
