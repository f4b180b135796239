"""A window reads as if typed plainly, and every place leads back."""

from __future__ import annotations

import pytest

from sansi.check.evidence.folded import fold


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("abc 1-2", "abc 1-2"),
        ("ＡＢＣ　１－２", "ABC 1-2"),
        ("a\u00a0b–c", "a b-c"),
        ("a\u200bb", "ab"),
        ("【＠】", "[@]"),
        ("完。", "完。"),
    ],
)
def test_a_window_is_written_plainly(text: str, plain: str) -> None:
    assert fold(text, 0, len(text)).text == plain


@pytest.mark.parametrize("text", ["xx<12>yy", "甲乙<１２>丙", "甲\u200b乙<1\u200b2>丙"])
def test_a_place_leads_back_to_the_text(text: str) -> None:
    window = fold(text, 1, len(text))
    at = window.text.index("12")

    start, end = window.place(at, at + 2)

    assert text[start - 1] == "<"
    assert text[end] == ">"


def test_a_window_is_cut_to_the_text() -> None:
    assert fold("abc", -5, 99).text == "abc"
