"""A thread: an issue, a setback, a strength or a project followed over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from managernotes.domain.identity import NoteId, PersonId, ThreadId


class ThreadKind(StrEnum):
    """What is followed; the list shows them in this order."""

    SETBACK = "setback"
    ISSUE = "issue"
    STRENGTH = "strength"
    PROJECT = "project"


class ThreadState(StrEnum):
    """How far it has got; which states there are depends on the kind (practice/2-model.md)."""

    NOTICED = "noticed"
    RAISED = "raised"
    AGREED = "agreed"
    IMPROVING = "improving"
    RESOLVED = "resolved"
    PASSED_TO_HR = "passed_to_hr"
    OPEN = "open"
    STEADYING = "steadying"
    RECOVERED = "recovered"
    ACCEPTED = "accepted"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadWords:
    """What is written about it; what a revision keeps."""

    title: str = ""
    """Neutral."""
    better_now: str = ""
    """What is better now, or what we accept: without it nothing closes (S18)."""
    ahead: str = ""
    """What is still to come, shown as the last line when `look_on` is set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadStep:
    """A state it reached, and on which day."""

    state: ThreadState
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """One thread; immutable, a change is a new value."""

    id: ThreadId
    person: PersonId
    kind: ThreadKind
    state: ThreadState
    words: ThreadWords
    opened_on: date
    closed_on: date | None
    look_on: date | None
    notes: tuple[NoteId, ...]
    steps: tuple[ThreadStep, ...]
    created_at: datetime
    updated_at: datetime
    revision: int
    binned_at: datetime | None = None
