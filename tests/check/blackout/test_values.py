"""Values are found however they are written, and only where they stand by themselves when they are short."""

from __future__ import annotations

import pytest

from sansi.check.blackout.values import NOTHING_LEFT, Stretch, Values, merged, replaced


def values(*given: str) -> Values:
    known = Values()
    for value in given:
        known.add(value, "*")
    return known


@pytest.mark.parametrize(
    "text",
    [
        "13812345678",
        "138 1234 5678",
        "138-1234-5678",
        "1381234\u200b5678",
        "138\n12345678",
        "１３８１２３４５６７８",
    ],
)
def test_blanks_joints_and_widths_make_no_difference(text: str) -> None:
    assert replaced(f"a {text}b", values("13812345678").cuts(f"a {text}b")) == "a *b"


def test_cells_are_different_peoples() -> None:
    assert not values("13812345678").cuts("138\t12345678")


def test_short_words_stand_by_themselves() -> None:
    assert (
        replaced("pin 4711, 47110, a4711", values("4711").cuts("pin 4711, 47110, a4711"))
        == "pin *, 47110, a4711"
    )


def test_names_go_from_the_middle_of_a_sentence() -> None:
    assert replaced("由李晓华负责", values("李晓华").cuts("由李晓华负责")) == "由*负责"


def test_the_longest_value_goes_and_none_twice() -> None:
    assert replaced("李晓华", values("李晓", "李晓华").cuts("李晓华")) == "*"


def test_one_character_is_nothing_to_look_for() -> None:
    assert not values("李")
    assert not values("李").cuts("李")


def test_the_barest_spelling_tells_what_stands_instead() -> None:
    known = Values()
    known.add("138 1234 5678", "138 **** 5678")
    known.add("13812345678", "138****5678")
    assert known.cuts("13812345678")[0].instead == "138****5678"
    known.add("13812345678", NOTHING_LEFT)
    assert known.cuts("13812345678")[0].instead == NOTHING_LEFT
    assert known.knows("138-12345678")


def test_stretches_that_overlap_are_one() -> None:
    assert merged([Stretch(0, 5, "a"), Stretch(3, 8, "b"), Stretch(9, 12, "c"), Stretch(10, 11, "d")]) == [
        Stretch(0, 8, NOTHING_LEFT),
        Stretch(9, 12, "c"),
    ]
