"""Charts: drawn on the server, said in words, and in a table."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from django.utils.translation import override

from sansi.web.tables.charts import Bars, Lines, said, suppressed, top_of
from sansi.web.tables.templatetags.tables import chart as drawn

MONTHS = ["2026-01", "2026-02", "2026-03"]


def html(chart: Bars | Lines, language: str = "en") -> str:
    with override(language):
        return str(drawn(chart))


def test_bars_are_as_wide_as_their_figures() -> None:
    chart = Bars("Units", [("A", 10), ("B", 5), ("C", 0)], "Unit")
    assert [bar.width for bar in chart.bars] == ["100.00%", "50.00%", "0.00%"]


def test_the_words_name_the_highest_and_the_lowest() -> None:
    text = html(Bars("Units", [("A", 1000), ("B", 5)], "Unit"))
    assert "Figures: 2. Highest: A, 1,000; lowest: B, 5." in text


def test_nothing_to_draw_is_said() -> None:
    assert "There are no figures yet." in html(Bars("Units", [], "Unit"))
    assert "There are no figures yet." in html(Lines("Units", [], [("A", [])], "Month"))


def test_few_people_are_not_told_by_number() -> None:
    assert [suppressed(n) for n in (0, 1, 4, 5)] == [0, None, None, 5]
    with override("en"):
        assert said(None) == "fewer than 5"
    text = html(Bars("Units", [("A", suppressed(3)), ("B", 9)], "Unit"))
    assert text.count("fewer than 5") == 2
    assert ">3<" not in text


def test_lines_are_broken_where_a_figure_is_not_shown() -> None:
    chart = Lines("Requests", MONTHS, [("A", [10, None, 5])], "Month")
    assert chart.lines[0].pieces == ["0.00,0.00 0.00,0.00", "100.00,50.00 100.00,50.00"]


def test_a_single_month_stands_in_the_middle() -> None:
    assert Lines("R", ["2026-01"], [("A", [5])], "Month").lines[0].pieces == ["50.00,0.00 50.00,0.00"]


def test_the_axis_ends_at_a_round_figure() -> None:
    assert [top_of(n) for n in (0, 5, 6, 11, 21, 50, 99, 100, 101)] == [5, 5, 10, 20, 50, 50, 100, 100, 200]


def test_lines_are_said_in_words_and_in_a_table() -> None:
    text = html(Lines("Requests", MONTHS, [("Made", [1, 2, 3]), ("Done", [0, 1, 2])], "Month"))
    assert "Made: from 1 (2026-01) to 3 (2026-03)." in text
    assert text.count('scope="row"') == 3
    assert text.count("<polyline") == 2
    assert text.count("chart-line-2") == 2


def test_charts_are_pictures_with_a_name_and_whole() -> None:
    for chart in (Bars("A & B <c>", [("<x>", 1)], "U"), Lines("A", MONTHS, [("<x>", [1, 2, 3])], "M")):
        text = html(chart)
        ElementTree.fromstring(text)
        name = re.search(r'role="img" aria-labelledby="(\S+) (\S+)"', text)
        assert name
        assert f'id="{name[1]}"' in text
        assert f'<desc id="{name[2]}">' in text
        assert "style=" not in text
        assert "<x>" not in text


def test_two_charts_have_two_names() -> None:
    assert Bars("A", [], "U").id != Bars("A", [], "U").id


def test_they_speak_chinese() -> None:
    text = html(Bars("单位", [("甲", 3), ("乙", 1)], "单位"), "zh-hans")
    assert "最多：甲" in text
    assert "用表格看这些数字" in text
