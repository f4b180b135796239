"""工作日 · Working days of the People's Republic of China, holidays and make-up days included.

The State Council announces the holidays of a year in the autumn before. Beyond the last year that the table knows,
Monday to Friday are taken for working days, and the answer says that it is provisional.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import chinese_calendar
from chinese_calendar.constants import holidays

LAST_KNOWN_YEAR = max(day.year for day in holidays)
FIRST_KNOWN_YEAR = min(day.year for day in holidays)


@dataclass(frozen=True, slots=True)
class Answer:
    """A day, and whether the holidays of a year not announced yet could still move it."""

    day: date
    provisional: bool


def is_provisional(day: date) -> bool:
    """Whether the holidays of that year are unknown here."""
    return not FIRST_KNOWN_YEAR <= day.year <= LAST_KNOWN_YEAR


def is_working_day(day: date) -> bool:
    """Whether people work on that day."""
    return day.weekday() < 5 if is_provisional(day) else bool(chinese_calendar.is_workday(day))


def after(start: date, working_days: int) -> Answer:
    """The day that lies so many working days after `start`; `start` itself does not count."""
    if working_days < 0:
        raise ValueError("a deadline lies ahead")
    day, left = start, working_days
    while left:
        day += timedelta(days=1)
        left -= is_working_day(day)
    return Answer(day, is_provisional(day))


def between(start: date, end: date) -> int:
    """How many working days lie after `start`, up to and with `end`."""
    return sum(is_working_day(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))
