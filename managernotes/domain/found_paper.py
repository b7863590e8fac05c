"""An expectation, a promise, a goal, growth, a talk, a thread or a lesson, found by its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from managernotes.domain.identity import PersonId


class FoundSort(StrEnum):
    """What was found, in the order in which it is shown."""

    YARDSTICK = "yardstick"
    PROMISE = "promise"
    GOAL = "goal"
    CHECK_IN = "check_in"
    GROWTH_PLAN = "growth_plan"
    GROWTH_STEP = "growth_step"
    MENTORING = "mentoring"
    CONVERSATION = "conversation"
    THREAD = "thread"
    LESSON = "lesson"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPaper:
    """One found paper; `marks` are the (start, end) places in the snippet that matched."""

    id: UUID
    """Of the paper; of a check-in, its goal's."""
    sort: FoundSort
    people: tuple[PersonId, ...]
    snippet: str
    marks: tuple[tuple[int, int], ...]
    on: date | None
    """The day it is due, was looked at or said; a talk's day, a thread's or mentoring's first."""
