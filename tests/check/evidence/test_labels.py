"""A label points right after it, just before it, and down its column."""

from __future__ import annotations

import re

import pytest

from sansi.check.evidence.labels import values
from sansi.check.model import Spot

NUMBER = re.compile(r"(?<![0-9])[0-9]{6}(?![0-9])")


ENDLESS = "x " * 1500


def pointed_at(text: str, label: str = "PIN", *, far: bool = False, below: bool = True) -> list[str]:
    start = text.index(label)
    spot = Spot(text, start, start + len(label), {})
    return [text[v.start : v.end] for v in values(spot, NUMBER, far=far, below=below)]


@pytest.mark.parametrize(
    "text",
    [
        "PIN 123456",
        "PIN：123456",
        "PIN号码为123456",
        'PIN": "123456"',
        "PIN (personal) no. 123456",
        "PIN (no. 123456)",
        "<b>PIN</b> 123456",
        "PIN\u200b:\u3000123456",
        "123456 (PIN)",
        "123456（PIN）",
    ],
)
def test_a_label_points_at_its_value(text: str) -> None:
    assert pointed_at(text) == ["123456"]


@pytest.mark.parametrize(
    "text", ["PIN 12345", "PIN. He paid 123456", "123456, PIN", "12345 (PIN)", "(PIN)", "PIN 1234567"]
)
def test_a_label_points_at_nothing_else(text: str) -> None:
    assert pointed_at(text) == []


def test_a_list_behind_a_label_is_read_to_its_end() -> None:
    assert pointed_at("PIN 123456、234567和345678，") == ["123456", "234567", "345678"]


def test_a_list_is_not_read_for_ever() -> None:
    assert len(pointed_at("PIN " + "123456 " * 99)) == 50


def test_only_the_last_number_stands_before_a_label_in_brackets() -> None:
    assert pointed_at("234567 and 123456 (PIN)") == ["123456"]


def test_a_few_words_may_part_them_where_the_check_digit_speaks() -> None:
    text = "his PIN, which he forgot, was 123456"

    assert pointed_at(text) == []
    assert pointed_at(text, far=True) == ["123456"]
    assert pointed_at("his PIN. It was not said; 123456", far=True) == []


def test_a_header_points_down_its_column() -> None:
    text = "姓名,电话,PIN\n王芳,1,123456\n李明,2,234567\n"

    assert pointed_at(text) == ["123456", "234567"]
    assert pointed_at(text, below=False) == []


def test_a_header_does_not_point_into_an_essay() -> None:
    assert pointed_at("姓名,电话,PIN\n王芳,1," + "字" * 300 + " 123456\n") == []


def test_a_label_in_a_line_without_an_end_heads_no_column() -> None:
    text = f"{ENDLESS} PIN"
    spot = Spot(text, len(text) - 3, len(text), {})

    assert not list(values(spot, NUMBER))
    assert not list(values(spot, NUMBER))
