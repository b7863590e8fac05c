"""Dates as people say them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale

from managernotes_ui.common.dates import DateWords, count, days_ago, days_later, time_in_role

TODAY = date(2026, 11, 24)


@pytest.fixture
def words() -> DateWords:
    """British English."""
    return DateWords(QLocale("en_GB"))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 24), "today"),
        (date(2026, 11, 23), "yesterday"),
        (date(2026, 11, 25), "tomorrow"),
        (date(2026, 11, 27), "Fri"),
        (date(2026, 12, 1), "1 Dec"),
        (date(2026, 9, 5), "5 Sep"),
        (date(2025, 12, 31), "31 Dec 2025"),
    ],
)
def test_a_near_day_is_a_word_and_a_far_one_a_date(words: DateWords, day: date, said: str) -> None:
    assert words.near(day, TODAY) == said


def test_longer_forms(words: DateWords) -> None:
    assert words.weekday_and_day(date(2026, 11, 23), TODAY) == "Mon 23 Nov"
    assert words.full(date(2026, 11, 19)) == "Thursday 19 November 2026"
    assert words.month_and_year(date(2026, 11, 1)) == "November 2026"
    assert words.moment(datetime(2026, 11, 24, 10, 42, tzinfo=UTC), TODAY) == "Today 10:42"
    assert words.moment(datetime(2026, 11, 21, 11, 4, tzinfo=UTC), TODAY) == "Sat 21 Nov 11:04"


def test_a_system_in_another_language_still_says_english_dates() -> None:
    assert DateWords(QLocale("de_DE")).weekday(TODAY) == "Tue"


@pytest.mark.parametrize(
    ("started", "said"),
    [
        (date(2024, 8, 12), "2 y 3 m"),
        (date(2025, 11, 24), "1 y"),
        (date(2025, 11, 25), "11 m"),
        (date(2026, 11, 23), ""),
        (date(2027, 1, 1), ""),
    ],
)
def test_time_in_role_counts_whole_months(started: date, said: str) -> None:
    assert time_in_role(started, TODAY) == said


def test_counts_and_distances() -> None:
    assert count(1, "note") == "1 note"
    assert count(1204, "note") == "1,204 notes"
    assert [days_ago(days) for days in (0, 1, 5)] == ["today", "1 day ago", "5 days ago"]
    assert [days_later(days) for days in (0, 2)] == ["the same day", "2 days later"]
