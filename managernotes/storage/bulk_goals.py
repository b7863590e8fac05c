"""SQL that stores many goals, check-ins, growth steps and lessons at once; papers come first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from managernotes.domain.goal import Goal
from managernotes.domain.growth import GrowthPlan, GrowthStep, Mentoring
from managernotes.domain.identity import NoteId, YardstickId
from managernotes.domain.lesson import Lesson
from managernotes.storage.bulk_talks import Numbers, People
from managernotes.storage.stamps import day_text
from managernotes.vault.connection import Connection

_GOAL = """
    INSERT INTO goal (
        key, person_key, state, measured_by, start_value, target_value, started_on, due_on,
        original_due_on, set_by, outcome, ended_on
    ) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?9, ?10, ?11)
"""
_GOAL_STEP = "INSERT INTO goal_state_step (goal_key, position, state, on_day) VALUES (?, ?, ?, ?)"
_CHECK_IN = """
    INSERT INTO check_in (key, goal_key, on_day, confidence, value) VALUES (?, ?, ?, ?, ?)
"""
_PLAN = "INSERT INTO growth_plan (key, person_key, state, said_on) VALUES (?, ?, ?, ?)"
_STEP = """
    INSERT INTO growth_step (
        key, person_key, kind, state, start_on, due_on, is_time_agreed, ended_on, touched_on
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_STEP_STATE = """
    INSERT INTO growth_step_state (step_key, position, state, on_day) VALUES (?, ?, ?, ?)
"""
_MENTORING = """
    INSERT INTO mentoring (key, person_key, state, every, first_on) VALUES (?, ?, ?, ?, ?)
"""
_MET = "INSERT INTO mentoring_met (mentoring_key, on_day) VALUES (?, ?)"
_LESSON = """
    INSERT INTO lesson (
        key, state, happened_on, looked_at_on, change_due_on, checked_on, held, closed_on
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_TOGETHER = "INSERT INTO lesson_person (person_key, lesson_key, position) VALUES (?, ?, ?)"
_MEASURED = """
    INSERT INTO yardstick_note (yardstick_key, observation_key)
    SELECT ?, key FROM observation WHERE id = ?
"""


def insert_goals(db: Connection, goals: Sequence[Goal], numbers: Numbers, people: People) -> None:
    """Store what goals and their check-ins are beside their words."""
    db.executemany(_GOAL, [_goal(one, numbers, people) for one in goals])
    db.executemany(
        _GOAL_STEP,
        [
            (numbers[one.id], place, step.state.value, step.on.isoformat())
            for one in goals
            for place, step in enumerate(one.steps)
        ],
    )
    db.executemany(
        _CHECK_IN,
        [
            (
                numbers[check.id],
                numbers[one.id],
                check.on.isoformat(),
                check.confidence.value,
                check.value,
            )
            for one in goals
            for check in one.check_ins
        ],
    )


def insert_growth(
    db: Connection,
    plans: Sequence[GrowthPlan],
    steps: Sequence[GrowthStep],
    numbers: Numbers,
    people: People,
) -> None:
    """Store what growth plans and steps are beside their words."""
    db.executemany(
        _PLAN,
        [
            (numbers[one.id], people[one.person], one.state.value, day_text(one.said_on))
            for one in plans
        ],
    )
    db.executemany(_STEP, [_step(one, numbers, people) for one in steps])
    db.executemany(
        _STEP_STATE,
        [
            (numbers[one.id], place, step.state.value, step.on.isoformat())
            for one in steps
            for place, step in enumerate(one.steps)
        ],
    )


def insert_mentoring(
    db: Connection, mentoring: Sequence[Mentoring], numbers: Numbers, people: People
) -> None:
    """Store what mentoring is beside its words, and on which days they met."""
    db.executemany(
        _MENTORING,
        [
            (
                numbers[one.id],
                people[one.person],
                one.state.value,
                one.every and one.every.value,
                day_text(one.first_on),
            )
            for one in mentoring
        ],
    )
    db.executemany(
        _MET, [(numbers[one.id], day.isoformat()) for one in mentoring for day in one.met_on]
    )


def insert_lessons(
    db: Connection, lessons: Sequence[Lesson], numbers: Numbers, people: People
) -> None:
    """Store what lessons are beside their words, and who looked at each together."""
    db.executemany(_LESSON, [_lesson(one, numbers) for one in lessons])
    db.executemany(
        _TOGETHER,
        [
            (people[who], numbers[one.id], place)
            for one in lessons
            for place, who in enumerate(one.people)
        ],
    )


def measure_notes(
    db: Connection, measured: Iterable[tuple[NoteId, YardstickId]], numbers: Numbers
) -> None:
    """Store which expectation or value a note is about."""
    db.executemany(_MEASURED, [(numbers[yard], note.bytes) for note, yard in measured])


def _goal(one: Goal, numbers: Numbers, people: People) -> tuple[object, ...]:
    return (
        numbers[one.id],
        people[one.person],
        one.state.value,
        one.measured_by and one.measured_by.value,
        one.start_value,
        one.target_value,
        one.started_on.isoformat(),
        day_text(one.due_on),
        one.set_by and one.set_by.value,
        one.outcome and one.outcome.value,
        day_text(one.ended_on),
    )


def _step(one: GrowthStep, numbers: Numbers, people: People) -> tuple[object, ...]:
    return (
        numbers[one.id],
        people[one.person],
        one.kind.value,
        one.state.value,
        day_text(one.start_on),
        day_text(one.due_on),
        one.is_time_agreed,
        day_text(one.ended_on),
        one.touched_on.isoformat(),
    )


def _lesson(one: Lesson, numbers: Numbers) -> tuple[object, ...]:
    return (
        numbers[one.id],
        one.state.value,
        one.happened_on.isoformat(),
        day_text(one.looked_at_on),
        day_text(one.change_due_on),
        day_text(one.checked_on),
        one.held and one.held.value,
        day_text(one.closed_on),
    )
