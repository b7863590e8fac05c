"""Tests of when things happen in the sample's year."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from managernotes.services.sample_calendar import YEAR, Calendar, times_of_day, written_at
from managernotes.services.sample_grammar import seeded

TODAY = date(2026, 11, 24)
OFFICE = (8, 18)


def days(weekend: float, since: date = date(2020, 1, 1), count: int = 5_000) -> list[date]:
    calendar, chance = Calendar(TODAY, weekend), seeded(1)
    return [calendar.day(chance, since) for _ in range(count)]


def test_stays_within_the_twelve_months_before_today() -> None:
    found = days(0.2)
    assert min(found) == TODAY - timedelta(days=YEAR)
    assert max(found) == TODAY - timedelta(days=1)


def test_never_goes_back_before_somebody_came() -> None:
    came = date(2026, 9, 14)
    assert min(days(0.2, since=came)) == came


def test_leaves_the_weekend_to_trades_that_work_then() -> None:
    office = sum(day.weekday() > 4 for day in days(0.0))
    ward = sum(day.weekday() > 4 for day in days(0.25))
    assert office == 0
    assert 250 < ward < 700


def test_has_busy_and_quiet_months() -> None:
    months = Counter(day.month for day in days(0.1, count=20_000))
    assert months[10] > 1.6 * months[8]


def test_writes_most_notes_the_same_day_and_some_weeks_later() -> None:
    chance, day = seeded(1), date(2026, 5, 6)
    gaps = [(written_at(day, TODAY, OFFICE, chance).date() - day).days for _ in range(2_000)]
    assert 0.65 < gaps.count(0) / len(gaps) < 0.8
    assert max(gaps) > 14
    assert min(gaps) == 0


def test_writes_within_the_working_hours_and_never_after_yesterday() -> None:
    chance, day = seeded(1), TODAY - timedelta(days=2)
    moments = [written_at(day, TODAY, OFFICE, chance) for _ in range(2_000)]
    assert max(moment.date() for moment in moments) == TODAY - timedelta(days=1)
    assert all(8 <= moment.hour <= 18 for moment in moments)


def test_gives_times_in_order() -> None:
    for seed in range(200):
        first, second, third = times_of_day((6, 22), 3, seeded(seed))
        assert "06:00" <= first < second < third < "22:00"
