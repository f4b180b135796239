from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sansi.web.calendar import days

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2025, 10, 1), False),  # National Day, a Wednesday
        (date(2025, 9, 28), True),  # a Sunday, made up for it
        (date(2025, 11, 22), False),  # a Saturday
        (date(2025, 11, 24), True),  # a Monday
    ],
)
def test_holidays_rest_and_make_up_days_work(day: date, works: bool) -> None:
    assert days.is_working_day(day) is works


def test_beyond_the_table_the_answer_is_provisional() -> None:
    far = date(days.LAST_KNOWN_YEAR + 1, 10, 1)

    assert days.after(far, 1).provisional
    assert days.is_working_day(far) == (far.weekday() < 5)
    assert not days.after(date(days.LAST_KNOWN_YEAR, 3, 1), 1).provisional


def test_a_deadline_lies_ahead() -> None:
    with pytest.raises(ValueError, match="ahead"):
        days.after(date(2026, 1, 1), -1)


@given(DAYS, st.integers(0, 60))
def test_so_many_working_days_lie_between(start: date, number: int) -> None:
    end = days.after(start, number).day

    assert days.between(start, end) == number
    assert number == 0 or days.is_working_day(end)
    assert end - start >= timedelta(days=number)
