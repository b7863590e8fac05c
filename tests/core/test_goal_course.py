"""Tests for the course of a goal: its points, the agreed line, a round axis, and the table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from managernotes.domain.goal import (
    CheckIn,
    CheckInWords,
    Confidence,
    Goal,
    GoalState,
    GoalStep,
    GoalWords,
    Measure,
)
from managernotes.domain.identity import CheckInId, GoalId, PersonId, new_uuid7
from managernotes.practice.course_axis import months_within, value_axis
from managernotes.practice.course_words import number, rows, sentence, summary, unit_of
from managernotes.practice.goal_course import AgreedLine, course

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
TODAY = NOW.date()
START, DUE = date(2026, 7, 1), date(2026, 12, 15)
GOAL = GoalId(new_uuid7(NOW))
SEEN = (
    (START, 92.0, Confidence.ON_COURSE),
    (date(2026, 9, 28), 74.0, Confidence.WOBBLING),
    (TODAY, 44.0, Confidence.ON_COURSE),
)
Seen = tuple[date, float | None, Confidence]


def goal(  # noqa: PLR0913  what a test may want to be other than usual
    seen: Sequence[Seen] = SEEN,
    *,
    start: float | None = 92,
    target: float | None = 30,
    due: date | None = DUE,
    measured_by: Measure | None = Measure.NUMBER,
    ended_on: date | None = None,
) -> Goal:
    """Return the goal of picture 10."""
    check_ins = tuple(
        CheckIn(
            id=CheckInId(new_uuid7(NOW)),
            goal=GOAL,
            on=on,
            confidence=confidence,
            value=value,
            words=CheckInWords(fact="Seen"),
            conversation=None,
            created_at=NOW,
            revision=1,
        )
        for on, value, confidence in seen
    )
    return Goal(
        id=GOAL,
        person=PersonId(new_uuid7(NOW)),
        words=GoalWords(title="Bring restore time under 30 minutes", unit="min"),
        state=GoalState.MET if ended_on else GoalState.ACTIVE,
        measured_by=measured_by,
        start_value=start,
        target_value=target,
        started_on=START,
        due_on=due,
        original_due_on=due,
        set_by=None,
        vision_line=None,
        next_on=None,
        outcome=GoalState.MET if ended_on else None,
        ended_on=ended_on,
        steps=(GoalStep(state=GoalState.ACTIVE, on=START),),
        check_ins=check_ins,
        notes=(),
        created_at=NOW,
        updated_at=NOW,
        revision=1,
    )


def test_the_course_of_picture_10_has_its_rows_its_months_and_its_line() -> None:
    found = course(goal(), TODAY)
    assert found.axis is not None
    assert found.axis.ticks == (0, 30, 60, 90)
    assert (found.axis.low, found.axis.high) == (0, 92)
    assert [day.month for day in found.months] == [7, 8, 9, 10, 11, 12]
    assert found.line == AgreedLine(first_on=START, first=92, last_on=DUE, last=30)
    assert (found.first_on, found.last_on, found.today) == (START, DUE, TODAY)
    assert [point.is_today for point in found.points] == [False, False, True]


def test_s07_the_course_reads_out_as_a_table_of_day_value_word_and_agreed_value() -> None:
    found = course(goal(), TODAY)
    assert rows(found, "min", TODAY) == (
        ("Wed 1 Jul", "92 min", "on course", "92 min"),
        ("Mon 28 Sep", "74 min", "wobbling", "59 min"),
        ("Tue 24 Nov", "44 min", "on course", "38 min"),
    )
    assert sentence(found.points[1], "min", TODAY) == (
        "Mon 28 Sep: 74 min, wobbling; agreed for that day: 59 min"
    )
    assert summary(found, "min", TODAY) == (
        "Agreed: from 92 min on Wed 1 Jul to 30 min by Tue 15 Dec. 3 check-ins, the last on "
        "Tue 24 Nov: 44 min, on course; agreed for that day: 38 min."
    )


def test_a_goal_without_values_has_points_on_one_level_and_no_axis() -> None:
    seen = [(TODAY, None, Confidence.WOBBLING)]
    found = course(goal(seen, measured_by=Measure.YES_NO), TODAY)
    assert (found.axis, found.line) == (None, None)
    assert len(found.drawn) == 1
    assert rows(found, "", TODAY) == (("Tue 24 Nov", "", "wobbling", ""),)
    assert sentence(found.points[0], "", TODAY) == "Tue 24 Nov: wobbling"


def test_a_goal_nobody_looked_at_draws_only_the_line() -> None:
    found = course(goal([]), TODAY)
    assert found.points == ()
    assert found.axis is not None
    assert summary(found, "min", TODAY).endswith("No check-in yet.")
    bare = course(goal([], start=None, target=None, due=None, measured_by=None), TODAY)
    assert (bare.axis, bare.line, bare.last_on) == (None, None, TODAY)


def test_a_check_in_in_words_only_is_in_the_table_and_not_in_the_plot() -> None:
    found = course(goal([*SEEN, (TODAY, None, Confidence.WOBBLING)]), TODAY)
    assert len(found.points) == 4
    assert len(found.drawn) == 3


def test_a_goal_past_its_day_goes_on_to_today_and_one_that_ended_does_not() -> None:
    later = DUE + timedelta(days=30)
    assert course(goal(), later).last_on == later
    over = course(goal(ended_on=TODAY), later)
    assert (over.last_on, over.today) == (DUE, None)


def test_the_agreed_line_is_level_before_its_start_and_after_its_end() -> None:
    line = AgreedLine(first_on=START, first=92, last_on=DUE, last=30)
    assert line.value_on(START - timedelta(days=9)) == 92
    assert line.value_on(DUE + timedelta(days=9)) == 30
    same_day = AgreedLine(first_on=DUE, first=92, last_on=DUE, last=30)
    assert same_day.value_on(DUE) == 30


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([92, 30], (0, 30, 60, 90)),
        ([98, 99.9], (98, 98.5, 99, 99.5)),
        ([1, 3], (0, 1, 2, 3)),
        ([5, 5], (2, 4, 6)),
        ([0, 0], (-1, 0, 1)),
        ([0, 5e-324], (-1, 0, 1)),
        ([1200, 100], (0, 500, 1000)),
        ([-3, 4], (-4, -2, 0, 2, 4)),
        ([0.2, 0.05], (0, 0.1, 0.2)),
    ],
)
def test_the_rows_of_an_axis_are_round(values: list[float], ticks: tuple[float, ...]) -> None:
    assert value_axis(values).ticks == ticks


def test_percent_runs_from_nothing_to_all() -> None:
    assert value_axis([20, 80], is_percent=True).ticks == (0, 25, 50, 75, 100)
    assert value_axis([20, 120], is_percent=True).high == 120


@given(st.lists(st.floats(-1e12, 1e12, allow_nan=False), min_size=1, max_size=20))
def test_every_value_lies_on_the_axis_with_two_to_six_rows(values: list[float]) -> None:
    axis = value_axis(values)
    assert axis.low <= min(values)
    assert axis.high >= max(values)
    assert 1 <= len(axis.ticks) <= 6
    assert list(axis.ticks) == sorted(set(axis.ticks))


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2026, 7, 1), date(2026, 7, 20), [date(2026, 7, 1)]),
        (date(2026, 7, 2), date(2026, 7, 20), []),
        (date(2025, 12, 5), date(2026, 2, 28), [date(2026, 1, 1), date(2026, 2, 1)]),
        (date(9999, 11, 5), date.max, [date(9999, 12, 1)]),
        (date(9999, 12, 2), date.max, []),
    ],
)
def test_months_are_named_where_they_begin(first: date, last: date, months: list[date]) -> None:
    assert list(months_within(first, last)) == months


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.integers(0, 12000))
def test_never_more_months_are_named_than_fit(first: date, days: int) -> None:
    named = months_within(first, first + timedelta(days=days))
    assert len(named) <= 9
    assert list(named) == sorted(set(named))


@pytest.mark.parametrize("start", [date.min, START])
def test_a_goal_for_the_end_of_all_days_has_a_course_like_any_other(start: date) -> None:
    found = course(goal([(start, 92.0, Confidence.ON_COURSE)], due=date.max), TODAY)
    assert (found.first_on, found.last_on) == (min(start, START), date.max)
    assert len(found.months) <= 9


def test_numbers_are_said_without_what_nobody_measures() -> None:
    assert [number(44.0, "min"), number(40, "%"), number(1.5), number(1 / 3)] == [
        "44 min",
        "40%",
        "1.5",
        "0.3333",
    ]
    assert unit_of(goal(measured_by=Measure.PERCENT)) == "min"
