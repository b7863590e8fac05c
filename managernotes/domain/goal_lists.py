"""Which goals a list shows, and one line of it (picture 24)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from managernotes.domain.goal import FINISHED, UNDER_WAY, Confidence, GoalState
from managernotes.domain.identity import GoalId, PersonId

DOTS: Final = 6
"""So many of the last check-ins stand on a line."""


class Standing(StrEnum):
    """The three lists that goals are in."""

    UNDER_WAY = "under_way"
    PAUSED = "paused"
    FINISHED = "finished"

    @property
    def states(self) -> frozenset[GoalState]:
        """The states of the goals in the list."""
        if self is Standing.UNDER_WAY:
            return UNDER_WAY
        return FINISHED if self is Standing.FINISHED else frozenset({GoalState.PAUSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalFilter:
    """Which goals; None: whatever it is."""

    standing: Standing | None = Standing.UNDER_WAY
    confidence: Confidence | None = None
    """What the last check-in said; not started: none yet."""
    person: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow:
    """One goal as a line of a list."""

    id: GoalId
    person: PersonId
    name: str
    """Whose it is, as the list is sorted by it."""
    title: str
    state: GoalState
    confidences: tuple[Confidence, ...]
    """Those of the last six check-ins, the oldest first."""
    checked_on: date | None
    due_on: date | None
    next_on: date | None

    @property
    def confidence(self) -> Confidence:
        """What the last check-in said; not started before the first."""
        return self.confidences[-1] if self.confidences else Confidence.NOT_STARTED
