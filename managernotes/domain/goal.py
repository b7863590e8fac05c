"""Goals and their check-ins: a course, never a mark of a person (S07, S40; INV-01)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from managernotes.domain.identity import (
    CheckInId,
    ConversationId,
    GoalId,
    NoteId,
    PersonId,
    VisionLineId,
)


class GoalState(StrEnum):
    """How far a goal has got (practice/2-model.md)."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    ACTIVE = "active"
    PAUSED = "paused"
    MET = "met"
    PARTLY_MET = "partly_met"
    NOT_MET = "not_met"
    DROPPED = "dropped"
    REFLECTED = "reflected"


class Measure(StrEnum):
    """What its progress is read from; the last two have no value axis."""

    NUMBER = "number"
    PERCENT = "percent"
    MILESTONE = "milestone"
    YES_NO = "yes_no"


class SetBy(StrEnum):
    """Who set it."""

    THEM = "them"
    ME = "me"
    TOGETHER = "together"


class Confidence(StrEnum):
    """How it is going, in words; there are no others."""

    ON_COURSE = "on_course"
    WOBBLING = "wobbling"
    OFF_COURSE = "off_course"
    NOT_STARTED = "not_started"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalWords:
    """What is written about a goal; what a revision keeps."""

    title: str = ""
    why: str = ""
    measure: str = ""
    """What is measured, in words: "Minutes from alarm to first order printed"."""
    unit: str = ""
    """"min"; stands behind a value."""
    support_needed: str = ""
    """The help it takes, beside the progress always (S40)."""
    learned: str = ""
    """"What we learned": without it what was not met is not reflected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInWords:
    """What is written at a check-in; what a revision keeps."""

    fact: str = ""
    obstacle: str = ""
    help_offered: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """One look at a goal on a day."""

    id: CheckInId
    goal: GoalId
    on: date
    confidence: Confidence
    value: float | None
    words: CheckInWords
    conversation: ConversationId | None
    created_at: datetime
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCheckIn:
    """A check-in to be stored; `on` None: today."""

    goal: GoalId
    words: CheckInWords
    confidence: Confidence = Confidence.ON_COURSE
    on: date | None = None
    value: float | None = None
    next_on: date | None = None
    """When to look again; None leaves what stands."""
    conversation: ConversationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewGoal:
    """A goal to be stored; it begins as proposed."""

    person: PersonId
    words: GoalWords
    measured_by: Measure | None = None
    start_value: float | None = None
    target_value: float | None = None
    started_on: date | None = None
    """The day from which it is measured; None: today."""
    due_on: date | None = None
    set_by: SetBy | None = None
    vision_line: VisionLineId | None = None
    next_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalStep:
    """A state it reached, and on which day."""

    state: GoalState
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One goal; immutable, a change is a new value."""

    id: GoalId
    person: PersonId
    words: GoalWords
    state: GoalState
    measured_by: Measure | None
    start_value: float | None
    target_value: float | None
    started_on: date
    due_on: date | None
    original_due_on: date | None
    """Never changes, however often the day moves (INV-10)."""
    set_by: SetBy | None
    vision_line: VisionLineId | None
    next_on: date | None
    outcome: GoalState | None
    """Met, partly, not met or dropped; stays once it was reflected on."""
    ended_on: date | None
    steps: tuple[GoalStep, ...]
    check_ins: tuple[CheckIn, ...]
    """Oldest first."""
    notes: tuple[NoteId, ...]
    created_at: datetime
    updated_at: datetime
    revision: int
    binned_at: datetime | None = None

    @property
    def confidence(self) -> Confidence:
        """What the last check-in said; not started before the first."""
        return self.check_ins[-1].confidence if self.check_ins else Confidence.NOT_STARTED

    @property
    def help_given(self) -> tuple[tuple[date, str], ...]:
        """The help offered at check-ins, the newest first: it stands beside the progress (S40)."""
        seen = reversed(self.check_ins)
        return tuple(
            (one.on, one.words.help_offered) for one in seen if one.words.help_offered.strip()
        )

    @property
    def checked_on(self) -> date | None:
        """The day of the last check-in."""
        return self.check_ins[-1].on if self.check_ins else None


UNDER_WAY = frozenset({GoalState.PROPOSED, GoalState.AGREED, GoalState.ACTIVE})
FINISHED = frozenset(
    {
        GoalState.MET,
        GoalState.PARTLY_MET,
        GoalState.NOT_MET,
        GoalState.DROPPED,
        GoalState.REFLECTED,
    }
)
