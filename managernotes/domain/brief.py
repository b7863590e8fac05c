"""What is worth knowing before a one-to-one, on one screen (issue 4, point 8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from managernotes.domain.conversation import ConversationType, TopicOwner
from managernotes.domain.goal import Goal
from managernotes.domain.growth import GrowthKind, StepState
from managernotes.domain.identity import (
    ConversationId,
    GrowthStepId,
    NoteId,
    PersonId,
    PromiseId,
    TopicId,
)
from managernotes.domain.last_times import LastTimes
from managernotes.domain.observation import Kind, ShareState
from managernotes.domain.promise import PromiseOwner


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefTopic:
    """A topic that waits for the talk."""

    id: TopicId
    owner: TopicOwner
    text: str
    first_on: date
    days: int
    """Since it was first written down."""
    carried: int
    must_decide: bool
    """Carried three times or more: decide, drop or escalate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefNote:
    """A note that bears on the talk."""

    id: NoteId
    kind: Kind
    headline: str
    """Empty when the note is restricted (INV-23)."""
    occurred_on: date
    days: int
    share_state: ShareState | None
    shared_on: date | None
    is_planned_here: bool
    restricted: bool
    keep_apart: bool = False
    """A thanks, on a day with a hard topic: better kept for another day."""
    also: tuple[date, ...] = ()
    """The days of the other notes of the same hard talk, which this one stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefPromise:
    """An open promise of one of the two."""

    id: PromiseId
    owner: PromiseOwner
    text: str
    help: str
    made_on: date
    days: int
    """Since it was given."""
    due_on: date | None
    first_due_on: date | None
    moved: int
    """How often its day was moved."""
    is_untold: bool
    """Whether it was moved without their knowing."""
    must_decide: bool
    """Moved three times or more: decide, drop or escalate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HardTopic:
    """A hard talk that will be held within this one."""

    conversation: ConversationId
    title: str
    is_prepared: bool
    still_open: int | None
    """Must-checks of its preparation that are open; None: it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefStep:
    """A live step of their growth."""

    id: GrowthStepId
    purpose: str
    kind: GrowthKind
    state: StepState
    start_on: date | None
    due_on: date | None
    help: str
    """What the manager does for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TheirWords:
    """What they said, as they said it: only from the fields for their words (S34)."""

    text: str
    on: date
    conversation: ConversationId


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What they asked of the manager when they last met; empty words: nothing."""

    text: str
    on: date
    conversation: ConversationId


class Subject(StrEnum):
    """What ought to come up now and then."""

    CAREER = "career"
    GROWTH = "growth"
    RECOGNITION = "recognition"
    LOAD = "load"
    FEEDBACK_TO_ME = "feedback_to_me"


@dataclass(frozen=True, slots=True, kw_only=True)
class Untouched:
    """A subject that did not come up for long; None: not yet."""

    subject: Subject
    last_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkFacts:
    """A talk as far as others need it."""

    id: ConversationId
    type: ConversationType
    on: date
    at: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Everything of the page, in its order; nothing here is a judgement of the person."""

    conversation: ConversationId
    type: ConversationType
    person: PersonId
    planned_on: date | None
    planned_at: time | None
    minutes: int | None
    wish: str
    """Private: what is to be true when both walk out."""
    last_met: TalkFacts | None
    days_since: int | None
    theirs: tuple[BriefTopic, ...]
    carried: tuple[BriefTopic, ...]
    mine: tuple[BriefTopic, ...]
    hard: tuple[HardTopic, ...]
    to_say: tuple[BriefNote, ...]
    you_owe: tuple[BriefPromise, ...]
    they_owe: tuple[BriefPromise, ...]
    asked: Asked | None
    recognition_pref: str
    since: tuple[BriefNote, ...]
    """What was noted since they last met, newest first."""
    checked: tuple[Goal, ...]
    """Goals that were looked at since they last met, the latest first."""
    changes_to_ask: tuple[BriefNote, ...]
    """Concerns they have heard, past their day to follow up: "What changed since?" (S30)."""
    last_times: LastTimes
    """When I last thanked, stretched and helped them; None: not yet (S10)."""
    weeks: tuple[bool, ...]
    """The last eight weeks, oldest first: whether something was said to them (M02)."""
    steps: tuple[BriefStep, ...]
    """Live steps of growth, what is being done first."""
    growth: tuple[BriefNote, ...]
    """Notes about growth; empty while there is a live step."""
    direction: str
    """Where they want to go: the growth plan's words, else their aims."""
    their_words: tuple[TheirWords, ...]
    """Newest first; empty: a stay question is worth asking (S34)."""
    untouched: tuple[Untouched, ...]
    last_stay: date | None
    """The last stay talk that was held; None: not yet (S35)."""
    last_career: date | None
