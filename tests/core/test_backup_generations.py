"""Thinning out, by tables: what stays after years of days, and with clocks that were wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from managernotes.domain.backup_generations import (
    USUAL,
    Generations,
    Made,
    Rhythm,
    is_due,
    to_thin_out,
)

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def _at(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(hour=8, tzinfo=UTC)


def _kept(made: Sequence[Made], now: datetime = NOW, keep: Generations = USUAL) -> list[date]:
    gone = set(to_thin_out(made, now, keep))
    return sorted((m.made_at.date() for i, m in enumerate(made) if i not in gone), reverse=True)


def _days(first: str, last: str) -> list[str]:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return [(start + timedelta(days=n)).isoformat() for n in range((end - start).days + 1)]


def _after_living_through(days: Sequence[str]) -> list[str]:
    """Make a backup each day and thin out each time, as the app does."""
    made: list[Made] = []
    for day in days:
        now = _at(day)
        made.append(Made(now))
        gone = set(to_thin_out(made, now, USUAL))
        made = [m for i, m in enumerate(made) if i not in gone]
    return sorted((m.made_at.date().isoformat() for m in made), reverse=True)


def test_after_a_year_of_days_seven_days_four_weeks_and_six_months_are_left() -> None:
    assert _after_living_through(_days("2025-11-24", "2026-11-24")) == [
        *reversed(_days("2026-11-18", "2026-11-24")),
        "2026-11-15", "2026-11-08", "2026-11-01", "2026-10-25",
        "2026-09-27", "2026-08-30", "2026-07-26", "2026-06-28", "2026-05-31", "2026-04-26",
    ]  # fmt: skip


def test_over_a_leap_day_and_the_end_of_a_year_nothing_is_skipped() -> None:
    assert _after_living_through(_days("2023-12-01", "2024-03-03")) == [
        *reversed(_days("2024-02-26", "2024-03-03")),
        "2024-02-25", "2024-02-18", "2024-02-11", "2024-02-04",
        "2024-01-28", "2023-12-31",
    ]  # fmt: skip


def test_the_week_that_belongs_to_two_years_counts_once() -> None:
    keep = Generations(days=1, weeks=2, months=0)
    made = [Made(_at(day)) for day in _days("2024-12-26", "2025-01-10")]
    assert _kept(made, _at("2025-01-10"), keep) == [
        date(2025, 1, 10), date(2025, 1, 5), date(2024, 12, 29),
    ]  # fmt: skip


def test_of_one_day_the_latest_stays() -> None:
    made = [Made(NOW - timedelta(minutes=minutes)) for minutes in (5, 60, 10)]
    assert to_thin_out(made, NOW, USUAL) == [1, 2]


def test_a_holiday_costs_no_backup() -> None:
    made = [Made(_at(day)) for day in _days("2026-08-01", "2026-08-07")]
    assert len(_kept(made)) == 7


def test_the_day_is_the_one_on_the_wall_when_it_was_made() -> None:
    tokyo = timezone(timedelta(hours=9))
    evening = datetime(2026, 11, 23, 23, 0, tzinfo=UTC)
    morning = (evening + timedelta(minutes=30)).astimezone(tokyo)
    made = [Made(evening), Made(morning)]
    assert to_thin_out(made, NOW, USUAL) == []


def test_what_seems_to_come_from_the_future_is_kept_and_takes_no_place() -> None:
    wrong = [Made(_at(day)) for day in _days("2030-01-01", "2030-01-20")]
    made = [*wrong, *(Made(_at(day)) for day in _days("2026-11-18", "2026-11-24"))]
    assert to_thin_out(made, NOW, USUAL) == []


def test_a_clock_that_was_put_back_does_not_cost_the_backup_just_made() -> None:
    ahead = [Made(_at(day)) for day in _days("2026-11-25", "2026-12-10")]
    assert len(ahead) not in to_thin_out([*ahead, Made(NOW)], NOW, USUAL)


def test_the_latest_that_was_asked_for_stays_however_old() -> None:
    asked = [Made(_at(day), by_itself=False) for day in ("2019-01-01", "2020-05-05")]
    made = [*asked, *(Made(_at(day)) for day in _days("2025-01-01", "2026-11-24"))]
    assert [made[i] for i in to_thin_out(made, NOW, USUAL) if i < 2] == [asked[0]]


def test_the_latest_proven_one_stays_however_old() -> None:
    proven = [Made(_at(day)) for day in ("2019-01-01", "2020-05-05")]
    spoilt = [Made(_at(day), proven=False) for day in _days("2025-01-01", "2026-11-24")]
    gone = to_thin_out([*proven, *spoilt], NOW, USUAL)
    assert 1 not in gone
    assert 0 in gone


def test_nothing_is_thinned_out_of_nothing() -> None:
    assert to_thin_out([], NOW, USUAL) == []


@given(st.lists(st.datetimes(timezones=st.just(UTC)), max_size=60))
def test_the_latest_is_never_thinned_out_and_twice_is_once(moments: list[datetime]) -> None:
    made = [Made(moment) for moment in moments]
    gone = set(to_thin_out(made, NOW, USUAL))
    left = [m for i, m in enumerate(made) if i not in gone]
    past = [m for m in left if m.made_at <= NOW]
    assert len(past) <= 17
    assert max((m.made_at for m in made), default=None) in {*(m.made_at for m in left), None}
    assert to_thin_out(left, NOW, USUAL) == []


@pytest.mark.parametrize(
    ("rhythm", "last", "due"),
    [
        (Rhythm.DAILY, None, True),
        (Rhythm.DAILY, "2026-11-24T00:00+00:00", False),
        (Rhythm.DAILY, "2026-11-23T23:59+00:00", True),
        (Rhythm.DAILY, "2026-11-23T23:59-05:00", False),  # today here
        (Rhythm.DAILY, "2031-01-01T00:00+00:00", True),  # a clock was wrong
        (Rhythm.WEEKLY, "2026-11-18T23:00+00:00", False),
        (Rhythm.WEEKLY, "2026-11-17T08:00+00:00", True),
        (Rhythm.NEVER, None, False),
        (Rhythm.NEVER, "2019-01-01T00:00+00:00", False),
    ],
)
def test_one_is_due(rhythm: Rhythm, last: str | None, due: bool) -> None:
    made = [] if last is None else [datetime.fromisoformat(last)]
    assert is_due(rhythm, made, NOW) is due
