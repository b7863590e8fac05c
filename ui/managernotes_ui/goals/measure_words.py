"""Values and days of goals, in words."""

from __future__ import annotations

from datetime import date, timedelta

from managernotes.domain.check_in_rules import WITHOUT_VALUE
from managernotes.domain.goal import Goal, Measure
from managernotes.practice.course_words import number
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import goals as strings

SEPARATOR = " · "
_UNMISTAKABLE = timedelta(days=300)


def near_day(day: date, dates: DateWords, today: date) -> str:
    """Return "29 Jan", also of a year that begins within ten months: it can be no other one."""
    if timedelta(0) <= day - today <= _UNMISTAKABLE:
        return dates.day(day, day)
    return dates.day(day, today)


def target_words(goal: Goal, dates: DateWords, today: date) -> str:
    """Return "from 92 to 30 by 15 Dec", and the day first said where it has moved (INV-10)."""
    parts = [_way(goal)]
    if goal.due_on is not None:
        parts.append(strings.BY.format(day=near_day(goal.due_on, dates, today)))
    words = " ".join(filter(None, parts))
    first = goal.original_due_on
    if first is None or first == goal.due_on:
        return words
    return SEPARATOR.join((words, strings.FIRST_SAID.format(day=dates.day(first, today))))


def _way(goal: Goal) -> str:
    if goal.target_value is None or goal.measured_by in WITHOUT_VALUE:
        return ""
    percent = "%" if goal.measured_by is Measure.PERCENT else ""
    target = number(goal.target_value, percent)
    if goal.start_value is None:
        return strings.TO.format(target=target)
    return strings.FROM_TO.format(start=number(goal.start_value), target=target)
