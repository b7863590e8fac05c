"""M05, M06 and M07 at their edges: nothing yet, one note, days away, leap days, a year's end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from managernotes.domain.away import AwayWindow
from managernotes.domain.look_back import Month
from managernotes.domain.metric import NOT_YET, Reading
from managernotes.domain.observation import Source
from managernotes.practice.coverage import months_to
from managernotes.practice.metrics.evidence_coverage import (
    Cover,
    Evidence,
    cover,
    evidence_coverage,
)
from managernotes.practice.metrics.recency_share import Dated, Period, recency_share, year_until
from managernotes.practice.metrics.source_mix import source_mix
from tests.core.metric_values import TODAY, ago, item, who

LONG_AGO = date(2020, 1, 1)


@pytest.mark.parametrize(
    ("notes", "shown"),
    [(0, Cover.NONE), (1, Cover.SOME), (2, Cover.SOME), (3, Cover.MORE), (40, Cover.MORE)],
)
def test_m05_a_cell_is_none_some_or_more(notes: int, shown: Cover) -> None:
    assert cover(notes) is shown


def coverage(
    notes: Mapping[Month, int],
    *,
    since: date = LONG_AGO,
    away: Sequence[AwayWindow] = (),
    today: date = TODAY,
    in_period: bool = False,
) -> Reading:
    """Read M05 about one person."""
    months = [(month, notes.get(month, 0)) for month in months_to(Month.of(today))]
    one = Evidence(person=who(), months=months, known_since=since, away=away)
    return evidence_coverage([one], today, in_period=in_period)


@pytest.mark.parametrize(
    ("reading", "sentence"),
    [
        (coverage({}), NOT_YET),
        (coverage({Month(2026, 11): 1}), "1 of 12 months with evidence"),
        (coverage({Month(2025, 12): 9, Month(2026, 1): 1}), "2 of 12 months with evidence"),
        (  # who came in September cannot have been seen before
            coverage({Month(2026, 10): 1}, since=date(2026, 9, 30)),
            "1 of 3 months with evidence",
        ),
        (  # who came this month has one month
            coverage({Month(2026, 11): 1}, since=date(2026, 11, 2)),
            "1 of 1 month with evidence",
        ),
        (  # away from the first to the last of a month, and not a day less
            coverage({Month(2026, 11): 1}, away=[AwayWindow(date(2026, 2, 1), date(2026, 2, 28))]),
            "1 of 11 months with evidence",
        ),
        (
            coverage({Month(2026, 11): 1}, away=[AwayWindow(date(2026, 2, 2), date(2026, 2, 28))]),
            "1 of 12 months with evidence",
        ),
        (  # a leap February is away only with its 29th
            coverage(
                {Month(2024, 11): 1},
                away=[AwayWindow(date(2024, 2, 1), date(2024, 2, 28))],
                today=date(2024, 11, 24),
            ),
            "1 of 12 months with evidence",
        ),
    ],
)
def test_m05_months_with_evidence_leave_out_months_away(reading: Reading, sentence: str) -> None:
    assert reading.sentence == sentence


def test_m05_asks_only_while_a_review_is_being_written() -> None:
    assert not coverage({Month(2026, 11): 1}).nudges
    assert coverage({Month(2026, 11): 1}, in_period=True).nudges
    full = dict.fromkeys(months_to(Month.of(TODAY)), 3)
    assert not coverage(full, in_period=True).nudges


def test_m05_over_a_team_is_not_yet_without_anybody_or_anything() -> None:
    assert evidence_coverage([], TODAY).sentence == NOT_YET
    empty = [(month, 0) for month in months_to(Month.of(TODAY))]
    full = [(month, 1) for month, _ in empty]
    team = [
        Evidence(person=who(number), months=months, known_since=LONG_AGO)
        for number, months in ((1, empty), (2, full))
    ]
    assert evidence_coverage(team, TODAY).sentence == "1 of 2 with evidence in every month"


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 11, 24), date(2025, 11, 25)),
        (date(2024, 2, 29), date(2023, 3, 1)),
        (date(2025, 2, 28), date(2024, 2, 29)),
        (date(2026, 12, 31), date(2026, 1, 1)),
        (date(2027, 1, 1), date(2026, 1, 2)),
    ],
)
def test_m06_a_year_ends_today_whatever_leap_days_lie_in_it(today: date, first: date) -> None:
    assert year_until(today) == Period(first=first, last=today)


def test_m06_the_last_quarter_is_a_quarter_of_the_days() -> None:
    assert Period(first=date(2026, 1, 1), last=date(2026, 12, 31)).last_quarter == date(2026, 10, 2)
    assert Period(first=date(2026, 1, 1), last=date(2026, 1, 8)).last_quarter == date(2026, 1, 7)


@pytest.mark.parametrize(
    ("recent", "older", "sentence", "asks"),
    [
        (0, 0, NOT_YET, False),
        (1, 0, "1 note so far", False),
        (7, 0, "7 notes so far", False),  # fewer than eight say nothing
        (8, 0, "8 of 8 from the last quarter", True),
        (4, 4, "4 of 8 from the last quarter", False),  # half is not more than half
        (5, 4, "5 of 9 from the last quarter", True),
        (11, 7, "11 of 18 from the last quarter", True),
        (0, 9, "none of 9 from the last quarter", False),
    ],
)
def test_m06_the_share_of_the_last_quarter(
    recent: int, older: int, sentence: str, asks: bool
) -> None:
    days = [ago(1)] * recent + [ago(300)] * older + [ago(400)] * 5
    reading = recency_share([Dated(person=who(), days=days)], year_until(TODAY))
    assert (reading.sentence, bool(reading.nudges)) == (sentence, asks)


def test_m06_over_a_team_names_a_number_of_people_at_most() -> None:
    late = Dated(person=who(1), days=[ago(1)] * 9)
    even = Dated(person=who(2), days=[ago(30 * back) for back in range(10)])
    assert recency_share([late, even], year_until(TODAY)).sentence == "Mostly recent for 1 person"
    assert recency_share([even, even], year_until(TODAY)).sentence == "Spread over the year"
    assert recency_share([], year_until(TODAY)).sentence == NOT_YET


@pytest.mark.parametrize(
    ("counts", "sentence", "asks"),
    [
        ({}, NOT_YET, False),
        ({Source.FIRST_HAND: 1}, "1 seen", False),
        ({Source.FIRST_HAND: 13, Source.DOCUMENT: 1, Source.TOLD_BY: 3}, "14 seen, 3 told", False),
        ({Source.FIRST_HAND: 2, Source.TOLD_BY: 1}, "2 seen, 1 told", True),  # a third
        ({Source.TOLD_BY: 1}, "1 told", True),
        (
            {Source.FIRST_HAND: 2, Source.SELF_REPORT: 2},
            "2 seen, 2 in their own account",
            False,
        ),
    ],
)
def test_m07_seen_and_told(counts: dict[Source, int], sentence: str, asks: bool) -> None:
    reading = source_mix(counts)
    assert (reading.sentence, bool(reading.nudges)) == (sentence, asks)


def test_m07_what_was_told_is_labelled() -> None:
    reading = source_mix({Source.TOLD_BY: 3}, [(item(), Source.TOLD_BY)])
    assert (reading.items[0].detail, reading.more) == ("told", 2)
