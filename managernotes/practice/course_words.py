"""A course read out: the same table a screen reader gets and a page can show (S07)."""

from __future__ import annotations

from datetime import date
from typing import Final

from managernotes.domain.day_words import short_day
from managernotes.domain.goal import Confidence, Goal, Measure
from managernotes.practice.goal_course import Course, CoursePoint

WORDS: Final = {
    Confidence.ON_COURSE: "on course",
    Confidence.WOBBLING: "wobbling",
    Confidence.OFF_COURSE: "off course",
    Confidence.NOT_STARTED: "not started",
}
"""How it is going, in words; there are no others."""

_SMALL_ENOUGH = 1e15


def number(value: float, unit: str = "") -> str:
    """Return a value as it is said: "44 min", "40%", "1.5"."""
    if value == int(value) and abs(value) < _SMALL_ENOUGH:
        digits = str(int(value))
    else:
        digits = f"{value:.4g}"
    if not unit:
        return digits
    return f"{digits}{unit}" if unit == "%" else f"{digits} {unit}"


def unit_of(goal: Goal) -> str:
    """Return what stands behind a value of a goal."""
    return goal.words.unit or ("%" if goal.measured_by is Measure.PERCENT else "")


def rows(course: Course, unit: str, today: date) -> tuple[tuple[str, str, str, str], ...]:
    """Return the table: day, value, word, and the agreed value of that day, the oldest first."""
    return tuple(_row(point, unit, today) for point in course.points)


def sentence(point: CoursePoint, unit: str, today: date) -> str:
    """Return one point as it is read out."""
    day, value, word, agreed = _row(point, unit, today)
    said = f"{day}: {value}, {word}" if value else f"{day}: {word}"
    return f"{said}; agreed for that day: {agreed}" if agreed else said


def summary(course: Course, unit: str, today: date) -> str:
    """Return the whole course in one or two sentences."""
    if not course.points:
        said = "No check-in yet."
    else:
        count = len(course.points)
        said = f"{count} check-in{'s' if count > 1 else ''}, the last on "
        said += sentence(course.points[-1], unit, today) + "."
    if course.line is None:
        return said
    line = course.line
    first, last = short_day(line.first_on, today), short_day(line.last_on, today)
    start, end = number(line.first, unit), number(line.last, unit)
    return f"Agreed: from {start} on {first} to {end} by {last}. {said}"


def _row(point: CoursePoint, unit: str, today: date) -> tuple[str, str, str, str]:
    return (
        short_day(point.on, today),
        number(point.value, unit) if point.value is not None else "",
        WORDS[point.confidence],
        number(_rounded(point.agreed), unit) if point.agreed is not None else "",
    )


def _rounded(value: float) -> float:
    """Return a value of the line as precise as anybody would say it."""
    return round(value) if abs(value) >= 10 else round(value, 1)  # noqa: PLR2004  two digits
