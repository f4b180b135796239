"""How an address is read outwards from its numbers."""

from __future__ import annotations

from sansi.check import Checker, check
from sansi.check.detectors.cn_address import RULE
from sansi.check.evidence.addresses import left_part, tails, village


def addresses(text: str) -> list[str]:
    return [f.text for f in Checker([RULE]).check(text)]


def test_the_numbers_of_a_run_are_told_apart() -> None:
    assert tails("路138号3幢 8号", 0, 10) == [(1, 7), (8, 10)]


def test_numbers_behind_no_road_or_estate_belong_to_no_address() -> None:
    assert left_part("友好路3号大5号", 6, 8) == 6
    assert addresses("友好路3号大5号") == []


def test_a_short_place_far_from_its_road_is_not_part_of_the_address() -> None:
    assert addresses("从杭州回来后去了阳光花园5栋2单元301室") == ["阳光花园5栋2单元301室"]


def test_a_floor_and_a_meeting_room_are_no_address() -> None:
    assert addresses("会议在8楼780会议室召开") == []


def test_a_village_follows_its_township() -> None:
    assert village("王集乡的3个村", 3) is None
    assert village("景德镇红旗村", 3) is None
    assert village("乡村公路", 1) is None


def test_what_its_label_has_found_is_not_looked_at_again() -> None:
    text = "收货地址：杭州市文三路138号3幢501室，备用的寄到湖墅南路12号2幢301室"
    assert addresses(text) == ["杭州市文三路138号3幢501室", "湖墅南路12号2幢301室"]


def test_a_number_within_what_a_label_points_at_leaves_the_rest() -> None:
    found = check("收货地址：13812345678 杭州市文三路138号3幢501室")

    assert [f.rule for f in found] == ["cn-mobile", "cn-address"]


def test_a_home_below_a_company_is_a_home() -> None:
    assert addresses("工作单位：某某公司\n家庭住址：杭州市文三路138号3幢501室") == [
        "杭州市文三路138号3幢501室"
    ]
