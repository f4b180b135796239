"""Titles are found right after and right before a name, the longest first."""

from __future__ import annotations

import pytest

from sansi.check.evidence.titles import COURTESY, OFFICE, ROLE, TITLES, TRADE, title_at, title_before


@pytest.mark.parametrize(
    ("text", "end"),
    [("副局长", 3), ("局长说", 2), ("老师好", 2), ("党组书记、局长", 4), ("桌子", None), ("", None)],
)
def test_the_longest_title_begins_here(text: str, end: int | None) -> None:
    assert title_at(text, 0) == end


@pytest.mark.parametrize(
    ("text", "start"), [("市副局长", 1), ("王老师", 1), ("党组书记", 0), ("桌子", None), ("", None)]
)
def test_the_longest_title_ends_here(text: str, start: int | None) -> None:
    assert title_before(text, len(text)) == start


def test_private_roles_are_asked_for_by_name() -> None:
    assert title_before("患者", 2) is None
    assert title_before("患者", 2, ROLE) == 0
    assert TITLES == OFFICE | TRADE | COURTESY
