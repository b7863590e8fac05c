"""Preparing a hard conversation: what is written in the nine steps (practice/3-preparation.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum, StrEnum

from managernotes.domain.identity import (
    ConversationId,
    NoteId,
    PreparationId,
    YardstickId,
)
from managernotes.domain.observation import Kind, ShareState, Source


class About(StrEnum):
    """What sort of hard talk it is; each has its own prompts (S22)."""

    MISSED_TARGET = "missed_target"
    COMMUNICATION = "communication"
    CONFLICT = "conflict"
    CONDUCT = "conduct"
    OTHER = "other"


class Path(StrEnum):
    """All nine steps, or the five of smaller feedback."""

    FULL = "full"
    SHORT = "short"


class Step(IntEnum):
    """The steps, in the order in which they are offered; any order will do."""

    RIGHT_TALK = 0
    PURPOSE = 1
    FACTS = 2
    EFFECT = 3
    YARDSTICK = 4
    BOTH_SIDES = 5
    AT_STAKE = 6
    WORDS = 7
    HELP = 8
    WHEN = 9


SHORT_PATH = (Step.PURPOSE, Step.FACTS, Step.YARDSTICK, Step.WORDS, Step.WHEN)
"""The steps of the short path (practice/3-preparation.md).

The offer of help is wanted on either path (S39): on this one the last step asks for it too.
"""


class PolicyCheck(StrEnum):
    """Whether HR has to be asked first, and was."""

    NOT_NEEDED = "not_needed"
    NEEDED = "needed"
    CHECKED_WITH_HR = "checked_with_hr"


class Stale(StrEnum):
    """Why something prepared has to be looked at again (INV-09)."""

    OLD = "old"
    FACT_CHANGED = "fact_changed"
    FACT_GONE = "fact_gone"


class RehearsalSort(StrEnum):
    """The three ways of practising."""

    ALOUD = "aloud"
    HOT_SEAT = "hot_seat"
    CHAIRS = "chairs"


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """One time it was practised; nothing of it is recorded but that."""

    at: datetime
    sort: RehearsalSort
    seconds: int


@dataclass(frozen=True, slots=True)
class IfThen:
    """A plan for one possible reply: "If they …, then I …"."""

    when: str
    then: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparationWords:
    """Everything that is written in the steps; what a revision keeps."""

    purpose: str = ""
    effect: str = ""
    earlier_talks: str = ""
    my_part: str = ""
    their_view: str = ""
    feelings: str = ""
    afraid: str = ""
    their_fear: str = ""
    dignity: str = ""
    opening: str = ""
    care: str = ""
    main: str = ""
    ask: str = ""
    questions: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    gets_better: str = ""
    if_unchanged: str = ""
    limits: str = ""
    if_then: tuple[IfThen, ...] = ()
    time_place: str = ""
    override: str = ""
    """The one sentence for going on with something open; shown on the card."""
    keep: str = ""
    """From the hot seat: the one line to keep."""
    chair_hears: str = ""
    """From the other chair: what they hear; it goes nowhere without the tick there."""
    chair_needs: str = ""
    chair_asks: str = ""
    special: Mapping[str, str] = field(default_factory=dict)
    """Answers to the prompts of one sort of talk, by prompt; kept when the sort changes (S22)."""


PRIVATE_PREPARATION = frozenset(
    {
        "my_part",
        "feelings",
        "afraid",
        "their_fear",
        "their_view",
        "dignity",
        "keep",
        "override",
        "chair_hears",
        "chair_needs",
        "chair_asks",
    }
)
"""Words that never leave the page on which they are written: no search, card, print or export."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preparation:
    """What is prepared for one talk; immutable, a change is a new value."""

    id: PreparationId
    conversation: ConversationId
    about: About
    path: Path
    step: Step
    """Where the manager last was."""
    is_grave: bool | None
    """The gate: unsafe, law or a formal rule, a complaint; None: not answered yet."""
    told_before: bool | None
    is_calm: bool | None
    policy_check: PolicyCheck
    single_event: bool
    no_part: int
    """How often "I looked and found none" was said; it counts from the second time."""
    same_for_all: bool
    """Whether it was asked if everyone would hear this (RC18)."""
    would_be_glad: bool
    """For a plan: "I would be glad if this works" (INV-21)."""
    ready_at: datetime | None
    stale: Stale | None
    words: PreparationWords
    facts: tuple[NoteId, ...]
    yardsticks: tuple[YardstickId, ...]
    rehearsals: tuple[Rehearsal, ...]
    created_at: datetime
    updated_at: datetime
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """A note as a fact of a talk: what was done or said, never what I make of it (INV-04)."""

    id: NoteId
    occurred_on: date
    text: str
    source: Source
    kind: Kind
    share_state: ShareState | None
    shared_on: date | None

    @property
    def is_sure(self) -> bool:
        """Whether I was there, or have the document (INV-07)."""
        return self.source in SURE_SOURCES


SURE_SOURCES = frozenset({Source.FIRST_HAND, Source.DOCUMENT})
"""What a hard talk may stand on; the rest is told, and labelled so (INV-05)."""
