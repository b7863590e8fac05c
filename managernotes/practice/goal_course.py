"""The course of a goal: what was seen, against the straight line that was agreed (S07, S40).

Pure: a goal and a day in, what a picture draws and a table reads out. Nothing is judged: the
words are those of the check-ins, and the line is only what both agreed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from managernotes.domain.check_in_rules import WITHOUT_VALUE
from managernotes.domain.goal import Confidence, Goal, Measure
from managernotes.practice.course_axis import Axis, months_within, value_axis


@dataclass(frozen=True, slots=True, kw_only=True)
class CoursePoint:
    """One check-in; `value` None: it was said in words only."""

    on: date
    value: float | None
    confidence: Confidence
    agreed: float | None
    """What the agreed line says of that day."""
    is_today: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedLine:
    """From where to where it was agreed to go."""

    first_on: date
    first: float
    last_on: date
    last: float

    def value_on(self, day: date) -> float:
        """Return what it says of a day; level before its start and after its end."""
        whole = (self.last_on - self.first_on).days
        if whole == 0:
            return self.last if day >= self.last_on else self.first
        gone = min(max((day - self.first_on).days, 0), whole)
        return self.first + (self.last - self.first) * gone / whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """All that a picture of a goal draws."""

    points: tuple[CoursePoint, ...]
    """Every check-in, the oldest first."""
    line: AgreedLine | None
    axis: Axis | None
    """None: it has no values, and its points lie on one level."""
    first_on: date
    last_on: date
    """The span of days; it holds today as long as the goal has not ended."""
    months: tuple[date, ...]
    """Where the days are named: the first days of months, never more than fit."""
    today: date | None
    """None: the goal has ended, or not begun."""

    @property
    def drawn(self) -> tuple[CoursePoint, ...]:
        """The points that have a place: those with a value, when there is an axis."""
        if self.axis is None:
            return self.points
        return tuple(point for point in self.points if point.value is not None)


def course(goal: Goal, today: date) -> Course:
    """Return the course of a goal as it stands on a day."""
    line = _line(goal)
    points = tuple(
        CoursePoint(
            on=one.on,
            value=one.value,
            confidence=one.confidence,
            agreed=line.value_on(one.on) if line else None,
            is_today=one.on == today,
        )
        for one in goal.check_ins
    )
    first, last = _span(goal, today)
    return Course(
        points=points,
        line=line,
        axis=_axis(goal, line),
        first_on=first,
        last_on=last,
        months=months_within(first, last),
        today=today if goal.ended_on is None and today >= first else None,
    )


def _line(goal: Goal) -> AgreedLine | None:
    if goal.start_value is None or goal.target_value is None or goal.due_on is None:
        return None
    if goal.measured_by in WITHOUT_VALUE:
        return None
    return AgreedLine(
        first_on=goal.started_on,
        first=goal.start_value,
        last_on=goal.due_on,
        last=goal.target_value,
    )


def _span(goal: Goal, today: date) -> tuple[date, date]:
    days = [goal.started_on, *(one.on for one in goal.check_ins)]
    if goal.due_on is not None:
        days.append(goal.due_on)
    first = min(days)
    end = goal.ended_on if goal.ended_on is not None else today
    return first, max(*days, end, first)


def _axis(goal: Goal, line: AgreedLine | None) -> Axis | None:
    if goal.measured_by in WITHOUT_VALUE:
        return None
    values = [one.value for one in goal.check_ins if one.value is not None]
    values += [value for value in (goal.start_value, goal.target_value) if value is not None]
    if line is None and not any(one.value is not None for one in goal.check_ins):
        return None
    return value_axis(values, is_percent=goal.measured_by is Measure.PERCENT)
