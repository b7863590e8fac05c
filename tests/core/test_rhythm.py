"""How the rhythm of talking and of feedback is judged, over days alone."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from managernotes.domain.away import AwayWindow, in_order, is_away
from managernotes.domain.person import Cadence, PersonStatus
from managernotes.errors import InvalidInputError
from managernotes.practice.rhythm import (
    Rhythm,
    first_day_of_dots,
    is_quiet,
    monday_of,
    present_days,
    rhythm,
    week_dots,
)

NEW_YEAR = date(2026, 1, 1)
"""A Thursday: its week began in the year before."""

DAYS = st.dates(date(2024, 2, 20), date(2024, 3, 20))


def stands(
    days_ago: int | None,
    *,
    cadence: Cadence = Cadence.WEEKLY,
    away: tuple[AwayWindow, ...] = (),
    status: PersonStatus = PersonStatus.ACTIVE,
    known_days: int = 400,
) -> Rhythm:
    return rhythm(
        cadence=cadence,
        status=status,
        last_on=None if days_ago is None else NEW_YEAR - timedelta(days=days_ago),
        known_since=NEW_YEAR - timedelta(days=known_days),
        away=away,
        today=NEW_YEAR,
    )


def window(first: int, last: int) -> AwayWindow:
    """Days before the first of January, as a window."""
    return AwayWindow(NEW_YEAR - timedelta(days=first), NEW_YEAR - timedelta(days=last))


def test_s08_weekly_and_nine_days_ago_is_due_without_a_nudge() -> None:
    found = stands(9)
    assert (found.days, found.is_due, found.is_late) == (9, True, False)


@pytest.mark.parametrize(
    ("cadence", "due", "late"),
    [(Cadence.WEEKLY, 7, 11), (Cadence.FORTNIGHTLY, 14, 22), (Cadence.MONTHLY, 30, 46)],
)
def test_m01_due_by_the_cadence_and_late_past_one_and_a_half(
    cadence: Cadence, due: int, late: int
) -> None:
    for days in (due - 1, due, late - 1, late):
        found = stands(days, cadence=cadence)
        assert (found.is_due, found.is_late) == (days >= due, days >= late)


def test_s08_an_absence_suppresses_due_and_nudge() -> None:
    found = stands(30, away=(window(2, 0),))
    assert (found.is_due, found.is_late) == (False, False)
    assert stands(30, away=(window(9, 1),)).is_due


@pytest.mark.parametrize("status", [PersonStatus.AWAY, PersonStatus.LEFT, PersonStatus.TRANSFERRED])
def test_nothing_is_due_with_who_is_not_there(status: PersonStatus) -> None:
    assert not stands(100, status=status).is_due


def test_days_away_are_left_out_of_the_count() -> None:
    assert stands(12, away=(window(10, 4),)).days == 5
    assert stands(12, away=(window(40, 4),)).days == 4
    assert stands(12, away=(window(40, 20),)).days == 12
    assert stands(12, away=(window(4, -20),)).days == 7


def test_before_the_first_one_the_count_begins_when_they_were_added() -> None:
    assert (stands(None, known_days=6).is_due, stands(None, known_days=7).is_due) == (False, True)
    assert stands(None, known_days=7).last_on is None
    assert not stands(None, known_days=-5).is_due


@given(DAYS, DAYS, st.lists(st.tuples(DAYS, DAYS).map(sorted), max_size=4))
def test_present_days_are_those_that_no_window_holds(
    one: date, other: date, spans: list[list[date]]
) -> None:
    since, today = sorted((one, other))
    away = in_order((first, last) for first, last in spans)
    after = (since + timedelta(days=number) for number in range(1, (today - since).days + 1))
    assert present_days(since, today, away) == sum(not is_away(away, day) for day in after)


@given(st.lists(st.tuples(DAYS, DAYS).map(sorted), max_size=5))
def test_windows_that_touch_become_one(spans: list[list[date]]) -> None:
    joined = in_order((first, last) for first, last in spans)
    assert all(
        later.first > earlier.last + timedelta(days=1)
        for earlier, later in itertools.pairwise(joined)
    )
    for day in (date(2024, 2, 20) + timedelta(days=number) for number in range(30)):
        assert is_away(joined, day) == any(first <= day <= last for first, last in spans)


def test_a_window_does_not_end_before_it_begins() -> None:
    with pytest.raises(InvalidInputError):
        in_order([(date(2026, 1, 2), date(2026, 1, 1))])


def test_m02_the_week_of_new_year_is_one_week() -> None:
    assert monday_of(NEW_YEAR) == date(2025, 12, 29)
    assert first_day_of_dots(NEW_YEAR) == date(2025, 11, 10)
    dots = week_dots([date(2025, 12, 29)], NEW_YEAR)
    assert dots == (False,) * 7 + (True,)
    assert week_dots([date(2025, 12, 28)], NEW_YEAR) == (False,) * 6 + (True, False)


def test_m02_eight_weeks_and_no_more() -> None:
    oldest = date(2025, 11, 10)
    assert week_dots([oldest], NEW_YEAR)[0]
    assert not any(week_dots([oldest - timedelta(days=1)], NEW_YEAR))
    assert not any(week_dots([NEW_YEAR + timedelta(days=1)], NEW_YEAR))


@pytest.mark.parametrize("today", [date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 3)])
def test_m02_a_year_of_53_weeks_turns_like_any_other(today: date) -> None:
    """2026 has an ISO week 53, which ends on 3 January 2027."""
    assert first_day_of_dots(today) == date(2026, 11, 9)
    assert week_dots([date(2026, 12, 28), date(2027, 1, 3)], date(2027, 1, 4))[-2:] == (True, False)


def test_m02_three_empty_weeks_in_a_row_are_quiet_unless_spent_away() -> None:
    dots = (True, True, False, False, False, True, True, True)
    assert is_quiet(dots, (), NEW_YEAR)
    third = first_day_of_dots(NEW_YEAR) + timedelta(weeks=4)
    assert not is_quiet(dots, (AwayWindow(third, third + timedelta(days=6)),), NEW_YEAR)
    assert is_quiet(dots, (AwayWindow(third, third + timedelta(days=5)),), NEW_YEAR)
    assert not is_quiet((True, False, False, True) * 2, (), NEW_YEAR)
