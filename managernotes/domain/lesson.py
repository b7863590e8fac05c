"""A lesson: what a setback taught, which conditions made it likely, and whether the change held.

There is no field for a culprit, and a lesson is never tied to a concern (INV-22, S31, S32).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from managernotes.domain.identity import ConversationId, GoalId, LessonId, NoteId, PersonId


class LessonState(StrEnum):
    """How far it has got; understood needs one condition that is not a person."""

    OPENED = "opened"
    UNDERSTOOD = "understood"
    CHANGE_AGREED = "change_agreed"
    CHANGE_CHECKED = "change_checked"
    CLOSED = "closed"


class Held(StrEnum):
    """Whether the change did what it was for."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonWords:
    """The four answers and what came of them; what a revision keeps."""

    title: str = ""
    expected: str = ""
    actual: str = ""
    kept: str = ""
    """What went well and should stay."""
    likely: tuple[str, ...] = ()
    """What made it likely: conditions, one a line."""
    change: str = ""
    """Empty with `no_change`: nothing needs to change."""
    no_change: str = ""
    change_owner: str = ""
    """A role or a name."""
    checked: str = ""
    """What was seen when the change was looked at again."""
    team_words: str = ""
    """What was told the team, roles instead of names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLesson:
    """A lesson to be stored."""

    words: LessonWords
    happened_on: date | None = None
    """None: today."""
    looked_at_on: date | None = None
    people: tuple[PersonId, ...] = ()
    """Who looked at it together."""
    conversation: ConversationId | None = None
    goal: GoalId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One lesson; immutable, a change is a new value."""

    id: LessonId
    words: LessonWords
    state: LessonState
    happened_on: date
    looked_at_on: date | None
    conversation: ConversationId | None
    people: tuple[PersonId, ...]
    change_due_on: date | None
    checked_on: date | None
    held: Held | None
    again_on: date | None
    shared_on: date | None
    goal: GoalId | None
    """The goal it serves."""
    closed_on: date | None
    notes: tuple[NoteId, ...]
    """Never a concern."""
    created_at: datetime
    updated_at: datetime
    revision: int
    binned_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonCounts:
    """How many changes of the last twelve months were looked at again (M15)."""

    checked: int = 0
    all: int = 0
    lessons: tuple[Lesson, ...] = ()
    """Those counted, the latest first; fewer than five are shown, not counted."""
