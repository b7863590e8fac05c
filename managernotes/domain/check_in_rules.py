"""What a check-in must be before it is stored (practice/2-model.md, CheckIn)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Final

from managernotes.domain.goal import CheckInWords, Confidence, Goal, Measure
from managernotes.errors import InvalidInputError

LARGEST: Final = 1e15
"""Larger values could not be told from their neighbours."""

WITHOUT_VALUE: Final = frozenset({Measure.MILESTONE, Measure.YES_NO})
"""Goals measured by these have no values, only words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a check-in says, old or new."""

    on: date
    confidence: Confidence
    value: float | None
    words: CheckInWords


def check(seen: Seen, goal: Goal, today: date) -> None:
    """Raise InvalidInputError when a goal cannot have been seen so on that day."""
    if not seen.words.fact.strip():
        raise InvalidInputError(
            "A check-in says what there was to see; nothing was saved.", "Write one line."
        )
    if seen.on > today:
        raise InvalidInputError("That day has not come yet.", "Use today or a day before.")
    if goal.ended_on is not None and seen.on > goal.ended_on:
        raise InvalidInputError(
            "The goal had ended by that day; nothing was saved.", "Take its end back first."
        )
    check_value(seen.value)
    if seen.value is not None and goal.measured_by in WITHOUT_VALUE:
        raise InvalidInputError(
            "This goal is not measured by a number; nothing was saved.", "Say it in words."
        )


def check_value(value: float | None) -> None:
    """Raise InvalidInputError for what is no number that can be drawn."""
    if value is not None and not (isfinite(value) and abs(value) <= LARGEST):
        raise InvalidInputError(
            "That is no number to measure by; nothing was saved.", "Write a smaller one."
        )


def check_next(next_on: date | None, on: date) -> None:
    """Raise InvalidInputError for a next look that lies before this one."""
    if next_on is not None and next_on <= on:
        raise InvalidInputError(
            "The next look comes after this one; nothing was saved.", "Choose a later day."
        )
