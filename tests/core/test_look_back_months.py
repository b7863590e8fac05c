"""When a month look-back is offered: by the calendar alone, and never with a scold."""

from __future__ import annotations

from datetime import date

import pytest

from managernotes.domain.look_back import Month
from managernotes.practice.look_back import last_working_day, listed, offered


@pytest.mark.parametrize(
    ("month", "day"),
    [
        (Month(2026, 11), date(2026, 11, 30)),  # a Monday
        (Month(2026, 10), date(2026, 10, 30)),  # the 31st is a Saturday
        (Month(2026, 5), date(2026, 5, 29)),  # the 31st is a Sunday
        (Month(2024, 2), date(2024, 2, 29)),  # a leap day
        (Month(2025, 12), date(2025, 12, 31)),
        (Month(9999, 12), date(9999, 12, 31)),
    ],
)
def test_the_last_working_day_is_no_saturday_and_no_sunday(month: Month, day: date) -> None:
    assert last_working_day(month) == day


@pytest.mark.parametrize(
    ("today", "month"),
    [
        (date(2026, 10, 29), None),
        (date(2026, 10, 30), Month(2026, 10)),
        (date(2026, 10, 31), Month(2026, 10)),
        (date(2026, 11, 7), Month(2026, 10)),
        (date(2026, 11, 8), None),
        (date(2027, 1, 3), Month(2026, 12)),  # over the end of a year
    ],
)
def test_s45_it_is_offered_from_the_last_working_day_for_a_week(
    today: date, month: Month | None
) -> None:
    assert offered(today, ()) == month


def test_s45_what_was_done_or_skipped_is_not_offered_again() -> None:
    assert offered(date(2026, 10, 30), {Month(2026, 10)}) is None
    assert offered(date(2026, 11, 2), {Month(2026, 10)}) is None


def test_the_list_of_months_has_this_one_and_the_one_before_at_least() -> None:
    assert listed(date(2027, 1, 4), ()) == (Month(2027, 1), Month(2026, 12))
    assert listed(date(2027, 1, 4), {Month(2026, 10)})[-1] == Month(2026, 10)
    assert len(listed(date(2027, 1, 4), {Month(2026, 10)})) == 4
