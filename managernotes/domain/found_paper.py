"""An expectation, a promise, a goal, a talk, a thread or a lesson, found by its words."""

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
    GROWTH_STEP = "growth_step"
    CONVERSATION = "conversation"
    THREAD = "thread"
    LESSON = "lesson"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPaper:
    """One found paper; `marks` are the (start, end) places in the snippet that matched."""

    id: UUID
    sort: FoundSort
    people: tuple[PersonId, ...]
    snippet: str
    marks: tuple[tuple[int, int], ...]
    on: date | None
    """The day a promise or goal is due, a talk's day, a thread's first day."""
