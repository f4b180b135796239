"""A text is cut where findings are, and told in the units that browsers count."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sansi.check.inspector import Inspector, Job
from sansi.check.report.result import Item
from sansi.web.drafts.groups import groups
from sansi.web.drafts.marks import in_utf16, items_in_utf16, segments

TEXT = "😀 电话13812345678，再打 13912345678。"
INSPECTOR = Inspector(Job())


def found(text: str = TEXT) -> list[Item]:
    return INSPECTOR.words("", text).items


def test_the_segments_together_are_the_text() -> None:
    assert "".join(s.text for s in segments(TEXT, found())) == TEXT


def test_a_finding_is_a_segment_of_its_own() -> None:
    assert [(s.number, s.text) for s in segments(TEXT, found()) if s.item] == [
        (1, "13812345678"),
        (2, "13912345678"),
    ]


def test_a_finding_at_the_very_end_leaves_nothing_behind_it() -> None:
    assert [s.text for s in segments("13812345678", found("13812345678"))] == ["13812345678"]


def test_a_hidden_fact_stands_in_no_text() -> None:

    fact = found()[0]._replace(start=0, end=0)
    assert [s.text for s in segments("ab", [fact])] == ["ab"]


@given(st.text(max_size=40), st.lists(st.integers(0, 40), max_size=6))
def test_utf16_places_are_those_that_javascript_counts(text: str, cuts: list[int]) -> None:
    at = sorted({min(c, len(text)) for c in cuts})
    places = list(zip(at[::2], at[1::2], strict=False))
    told = in_utf16(text, places)

    units = text.encode("utf-16-le", "surrogatepass")
    assert [units[2 * s : 2 * e].decode("utf-16-le", "surrogatepass") for s, e in told] == [
        text[s:e] for s, e in places
    ]


def test_items_move_with_their_offsets() -> None:
    assert [(i.start, i.end) for i in items_in_utf16(TEXT, found())] == [(5, 16), (20, 31)]


def test_findings_are_grouped_by_what_they_cost_and_explained_once() -> None:
    text = "电话13812345678、13912345678，邮箱 wang.li@li-ming.cn"
    told = groups(found(text), INSPECTOR.by_id, "en", text)

    assert [(g.cost, g.size, [k.title for k in g.kinds]) for g in told] == [
        ("high", 2, ["Mobile number"]),
        ("medium", 1, ["Personal e-mail address"]),
    ]
    assert told[0].kinds[0].places[0].instead == "138****5678"
    assert told[0].kinds[0].places[0].shown == "13812345678"


def test_what_was_found_in_a_file_is_shown_masked_with_its_line() -> None:
    place = groups(found(), INSPECTOR.by_id, "zh")[0].kinds[0].places[0]

    assert (place.shown, place.instead) == ("138****5678", "")
    assert place.before + place.shown + place.after == place.item.line


def test_hints_stand_apart_whatever_they_would_cost() -> None:

    from sansi.check.model import Confidence

    hint = found()[0]._replace(confidence=Confidence.POSSIBLE)
    assert [g.cost for g in groups([hint], INSPECTOR.by_id, "zh", TEXT)] == ["hint"]
