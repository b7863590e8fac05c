"""Growth: a direction in their words, steps towards it, and mentoring (S14-S16)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from managernotes.domain.identity import (
    ConversationId,
    GrowthPlanId,
    GrowthStepId,
    MentoringId,
    PersonId,
    YardstickId,
)
from managernotes.domain.person import Cadence


class PlanState(StrEnum):
    """How far a growth plan has got; agreed needs a direction in their words."""

    EXPLORING = "exploring"
    AGREED = "agreed"
    ACTIVE = "active"
    REVIEWED = "reviewed"
    PAUSED = "paused"
    DONE = "done"


class GrowthKind(StrEnum):
    """What kind of development a step is."""

    TRAINING = "training"
    STRETCH_WORK = "stretch_work"
    MENTORING = "mentoring"
    COACHING = "coaching"
    SHADOWING = "shadowing"
    READING = "reading"
    PERSONAL_DEVELOPMENT = "personal_development"
    NETWORK = "network"
    TEACH_OTHERS = "teach_others"


class StepState(StrEnum):
    """How far a step has got; done asks for a reflection, applied asks where."""

    IDEA = "idea"
    AGREED = "agreed"
    DOING = "doing"
    DONE = "done"
    APPLIED = "applied"
    STOPPED = "stopped"


class MentoringState(StrEnum):
    """How far mentoring has got; ended asks what was gained."""

    SOUGHT = "sought"
    MATCHED = "matched"
    ACTIVE = "active"
    ENDED = "ended"


LIVE_STEPS = frozenset({StepState.IDEA, StepState.AGREED, StepState.DOING})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWords:
    """What is written in a growth plan; what a revision keeps."""

    direction: str = ""
    """In their own words."""
    strengths: str = ""
    horizon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthPlan:
    """Where one person wants to go."""

    id: GrowthPlanId
    person: PersonId
    words: PlanWords
    state: PlanState
    said_on: date | None
    """The day they said so."""
    said_in: ConversationId | None
    ended_on: date | None
    yardsticks: tuple[YardstickId, ...]
    """The expectations it aims at."""
    created_at: datetime
    updated_at: datetime
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StepWords:
    """What is written about a step; what a revision keeps."""

    purpose: str = ""
    manager_help: str = ""
    reflection: str = ""
    """In their words."""
    applied_where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewGrowthStep:
    """A step to be stored; it begins as an idea."""

    person: PersonId
    kind: GrowthKind
    words: StepWords
    start_on: date | None = None
    due_on: date | None = None
    is_time_agreed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StepStep:
    """A state it reached, and on which day."""

    state: StepState
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class GrowthStep:
    """One development action (model: DevAction)."""

    id: GrowthStepId
    person: PersonId
    kind: GrowthKind
    words: StepWords
    state: StepState
    start_on: date | None
    due_on: date | None
    is_time_agreed: bool
    ended_on: date | None
    applied_on: date | None
    touched_on: date
    """The day of the last change of words or state, for "no step in 60 days" (S16, M13)."""
    steps: tuple[StepStep, ...]
    created_at: datetime
    updated_at: datetime
    revision: int
    binned_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MentoringWords:
    """What is written about mentoring; never what is said between the two."""

    mentor: str = ""
    aim: str = ""
    ground_rules: str = ""
    gained: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentoring:
    """Somebody learns from somebody, with a rhythm."""

    id: MentoringId
    person: PersonId
    words: MentoringWords
    state: MentoringState
    every: Cadence | None
    first_on: date | None
    end_on: date | None
    ended_on: date | None
    met_on: tuple[date, ...]
    """Oldest first."""
    created_at: datetime
    updated_at: datetime
    revision: int
    binned_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """Everything about one person's growth, as a page shows it."""

    plan: GrowthPlan | None
    """The present one."""
    steps: tuple[GrowthStep, ...]
    """Live ones first, then by due day."""
    mentoring: tuple[Mentoring, ...]
    last_career_talk: date | None
    """The newest held career talk (S42); None: not yet."""
