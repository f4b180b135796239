"""What stands between a name and a value is passed over, whatever it is, and nothing else is."""

from __future__ import annotations

import re

import pytest

from sansi.check.evidence import fillers, people
from sansi.check.evidence.fillers import filler_after, may_follow, name_before


def named(text: str) -> str | None:
    place = name_before(text, len(text), 0)
    return text[place[0] : place[1]] if place else None


@pytest.mark.parametrize("filler", sorted(set(fillers._FILLERS)))
def test_every_filler_is_passed_over(filler: str) -> None:
    # One character can be the name's last: 李可.
    assert len(filler) == 1 or named(f"张伟{filler}") == "张伟"
    assert named(f"张伟，{filler.upper()}：") == "张伟"


@pytest.mark.parametrize(
    "between",
    [
        "，35岁，",
        "，1987年3月生，",
        " 2001.8.8 ",
        "，1999-12-31出生，",
        "，壮族，",
        "，江苏省人，",
        "，海员证，",
        "，贫困户，",
        "，准考证938687600029204，",
        " a@example.com ",
        "，电话：010-12345678，邮箱 ",
    ],
)
def test_ages_dates_and_other_cells_are_passed_over(between: str) -> None:
    assert named("张伟" + between) == "张伟"


@pytest.mark.parametrize(
    "text", ["张伟说话算数", "张伟。公告为准，", "Zhang Wei, ", "", "张", "，：", "张伟\n，"]
)
def test_other_words_part_a_name_from_a_value(text: str) -> None:
    assert named(text) is None


def test_a_name_that_ends_in_a_filler_is_a_name() -> None:
    assert named("李可，电话") == "李可"


def test_a_name_known_already_is_not_looked_for() -> None:
    assert name_before("原车主某甲，电话", 8, 0, {5: 3}) is None
    assert name_before("原车主张伟，电话", 8, 0, {5: 1}) == (1, 5)


@pytest.mark.parametrize(
    "text", ["，户名张伟", "（阿依古丽·买买提）", "中国工商银行", "\u2003收件人", "的", " </td><td>张伟"]
)
def test_a_name_may_follow_what_can_lead_to_one(text: str) -> None:
    assert may_follow(text, 0)


@pytest.mark.parametrize("text", ["", "。", "\n张伟", "，晚上也方便。", "，QQ：", "）", " was charged"])
def test_no_name_follows_what_cannot(text: str) -> None:
    assert not may_follow(text, 0)
    assert filler_after(text, 0, 0) == 0


def test_first_and_last_characters_of_titles_are_those_of_their_regex() -> None:
    for post in people._POSTS:
        assert people.officer(f"张伟{post}", 0, 2)
        assert people.officer(f"{post}张伟", len(post), len(post) + 2)
        assert re.fullmatch(people.TITLE.pattern, post)
    for rank in people._RANKS:
        assert people.officer(f"张伟{rank}书记", 0, 2)
