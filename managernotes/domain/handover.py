"""A hand-over for the next manager: only what was ticked, line by line (S38; INV-11, INV-12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from managernotes.domain.identity import HandoverId, PersonId


class HandoverSort(StrEnum):
    """What a line of a hand-over is, in the order in which it stands there.

    Nothing else can be handed over: no concern, no look-back, no preparation, nothing that they
    told me about myself, no figure of my own practice.
    """

    GOAL = "goal"
    PROMISE = "promise"
    AGREEMENT = "agreement"
    """A note of what was agreed."""
    TALK = "talk"
    """What was agreed in a talk."""
    DIRECTION = "direction"
    """Where they want to go, in their words."""
    GROWTH_STEP = "growth_step"
    MENTORING = "mentoring"
    AIMS = "aims"
    EXPECTATION = "expectation"
    """One that was talked through with them."""
    THANKS = "thanks"
    """How they like to be thanked."""
    WORKS_BEST = "works_best"
    WIN = "win"
    """A win they have heard of, or a thank-you."""
    READING = "reading"
    """What I make of such a note; never of a concern, and ticked one by one only (INV-04)."""


TICKED_SORTS: Final = frozenset(
    {
        HandoverSort.GOAL,
        HandoverSort.PROMISE,
        HandoverSort.AGREEMENT,
        HandoverSort.DIRECTION,
        HandoverSort.GROWTH_STEP,
        HandoverSort.MENTORING,
        HandoverSort.AIMS,
    }
)
"""Goals, agreements and growth; whatever else is handed over is ticked by hand (S38)."""


class HandoverFormat(StrEnum):
    """What the file is; the window draws the second from the first."""

    MARKDOWN = "markdown"
    PDF = "pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverItem:
    """One line that may be ticked."""

    id: UUID
    """Of the goal, promise, note or talk; of the person, for what stands on their page."""
    sort: HandoverSort
    person: PersonId
    text: str
    """Its first line."""
    on: date | None
    is_ticked: bool
    """At first; the window keeps what becomes of it."""
    names_others: bool = False
    """Whether somebody stands in it who is not handed over with it."""

    @property
    def key(self) -> tuple[HandoverSort, UUID, PersonId]:
        """What tells it from every other."""
        return self.sort, self.id, self.person


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverEntry:
    """One line as it is handed over."""

    lead: str
    """What it is, in one line without an end: "Promised to them"."""
    text: str = ""
    """What it says, after the lead."""
    facts: tuple[str, ...] = ()
    """Under it: "Due 31 March 2027, set together."."""
    quote: str = ""
    """Their own words."""
    points: tuple[str, ...] = ()
    """The oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverSection:
    """The lines of one heading."""

    heading: str
    entries: tuple[HandoverEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverPerson:
    """What is handed over about one person."""

    name: str
    about: str
    """Role and since when, as far as they are known."""
    sections: tuple[HandoverSection, ...]
    has_readings: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverDocument:
    """All of it, people A-Z."""

    made_on: date
    people: tuple[HandoverPerson, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverKept:
    """One line that was handed over; its words are where they were, not here."""

    sort: HandoverSort
    id: UUID
    person: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """That something was handed over, and what; kept in the vault."""

    id: HandoverId
    made_on: date
    format: HandoverFormat
    people: tuple[PersonId, ...]
    items: tuple[HandoverKept, ...]
    created_at: datetime
