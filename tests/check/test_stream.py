"""A big text is checked in windows, with the findings of the whole in one piece."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sansi.check import Checker, load
from sansi.check.config import parse
from sansi.check.config.finders import GRID
from sansi.check.stream import windows

# Wide enough for what the rules of this test look at; the real overlap is sixty times this.
OVERLAP = 4_096
FILL = ("通知如下。", "abc ", "\n", "1 2 3 4 ", "，", "x" * 300, "0123456789" * 9, "。\r\n", "……")
FOUND = ("身份证号：11010519491231002X", "电话138 1234 5678", "«13812345678»", "QN-2031", "青鸟计划")
OWN = """
[[rule]]
id = "own-project"
category = "code-name"
severity = "low"
title = "代号"
words = ["青鸟计划"]
pattern = "QN-[0-9]{4}"
"""


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker([*load().rules, *parse(OWN).rules], engine="re2")


def places(checker: Checker, text: str, steps: int, cuts: int) -> list[tuple[str, int, int, str, int, int]]:
    pieces = (text[i : i + cuts] for i in range(0, len(text), cuts))
    found = [
        f
        for w in windows(checker, pieces, window=OVERLAP + steps * GRID, overlap=OVERLAP)
        for f in w.findings
    ]
    return [(f.rule, f.start, f.end, f.text, f.where.line, f.where.column) for f in found]


def in_one_piece(checker: Checker, text: str) -> list[tuple[str, int, int, str, int, int]]:
    return [(f.rule, f.start, f.end, f.text, f.where.line, f.where.column) for f in checker.check(text)]


texts = st.lists(
    st.tuples(st.sampled_from(FILL), st.integers(1, 40), st.sampled_from((*FOUND, ""))),
    min_size=1,
    max_size=60,
).map(lambda parts: "".join(fill * times + found for fill, times, found in parts))


@settings(max_examples=60, deadline=None)
@given(texts, st.integers(1, 3), st.integers(900, 9_000))
def test_windows_find_what_the_whole_finds(checker: Checker, text: str, steps: int, cuts: int) -> None:
    assert places(checker, text, steps, cuts) == in_one_piece(checker, text)


def test_a_line_without_end_is_counted_from_the_same_places(checker: Checker) -> None:
    text = "7" * 90_000 + "\nQN-2031\n" + "8" * 70_000

    assert places(checker, text, 22, 50_000)[-1] == in_one_piece(checker, text)[-1]


def test_every_window_says_where_it_begins(checker: Checker) -> None:
    text = "一二三\n" * 5_000
    seen = list(windows(checker, [text], window=OVERLAP + GRID, overlap=OVERLAP))

    for window in seen:
        before = text[: window.offset]
        assert window.place.line == before.count("\n") + 1
        assert window.place.column == len(before) - before.rfind("\n")
        assert text.startswith(window.text, window.offset)
    assert [w.last for w in seen[:-1]] == [w.first for w in seen[1:]]
    assert seen[-1].last == len(text)


def test_a_column_goes_on_counting_over_windows(checker: Checker) -> None:
    text = "。" * 20_000 + "13812345678"

    assert places(checker, text, 1, 1_000)[0][4:] == (1, 20_001)


def test_nothing_is_one_empty_window(checker: Checker) -> None:
    (only,) = windows(checker, [])

    assert (only.text, only.findings) == ("", [])


def test_only_one_window_is_held_at_a_time(checker: Checker) -> None:
    taken = 0

    def pieces() -> Iterator[str]:
        nonlocal taken
        for _ in range(64):
            taken += 1
            yield "。" * GRID

    next(iter(windows(checker, pieces(), window=OVERLAP + GRID, overlap=OVERLAP)))

    assert taken <= 3


@pytest.mark.parametrize(("window", "overlap"), [(4_096, 4_096), (10_000, 4_096)])
def test_windows_that_would_not_agree_are_refused(checker: Checker, window: int, overlap: int) -> None:
    with pytest.raises(ValueError, match="multiple"):
        next(windows(checker, ["x"], window=window, overlap=overlap))
