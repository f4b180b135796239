"""Places are known by their full and short names, today's and yesterday's."""

from __future__ import annotations

import pytest

from sansi.check.evidence import places
from sansi.check.evidence.places import CITY, COUNTY, PROVINCE, area_name, level_of, place_at, starts


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("浙江省", PROVINCE),
        ("浙江", PROVINCE),
        ("内蒙古", PROVINCE),
        ("北京市", PROVINCE),
        ("香港", PROVINCE),
        ("杭州市", CITY),
        ("杭州", CITY),
        ("延边", CITY),
        ("柳州地区", CITY),
        ("西湖区", COUNTY),
        ("崇文区", COUNTY),
        ("临平区", COUNTY),
        ("士林区", COUNTY),
        ("忠县", COUNTY),
        ("西湖", None),
        ("郊区", None),
        ("", None),
    ],
)
def test_a_place_has_its_level(name: str, level: int | None) -> None:
    assert level_of(name) == level


def test_the_levels_are_complete_enough() -> None:
    assert len(places.names_of(PROVINCE)) >= 34 * 2
    assert len(places.names_of(CITY)) > 600
    assert len(places.names_of(COUNTY)) > 3500


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("住浙江省杭州市西湖区文三路", ["浙江省", "杭州市", "西湖区"]),
        ("住浙江杭州西湖区", ["浙江", "杭州", "西湖区"]),
        ("吉林省吉林市", ["吉林省", "吉林市"]),
        ("一个普通的句子", []),
        ("", []),
    ],
)
def test_places_are_found_one_after_the_other(text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in starts(text, 0, len(text))] == found


def test_the_longest_name_wins_and_the_limit_holds() -> None:
    assert place_at("杭州市西湖区", 0) == 3
    assert place_at("杭州市西湖区", 0, 2) == 2
    assert place_at("杭州市西湖区", 0, 1) is None
    assert place_at("杭州市西湖区", 1) is None


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("110101", "东城区"),
        ("110103", "崇文区"),
        ("330113", "临平区"),
        ("320602", "崇川区"),
        ("999999", None),
    ],
)
def test_a_code_names_its_newest_place(code: str, name: str | None) -> None:
    assert area_name(code) == name
