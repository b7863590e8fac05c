"""A thread: an issue, a setback, a strength or a project followed over time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from managernotes.domain.conversation import ConversationType
from managernotes.domain.identity import ConversationId, NoteId, PersonId, PromiseId, ThreadId
from managernotes.domain.observation import Kind, ShareState
from managernotes.domain.promise import PromiseOwner


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
    """What is still to come, shown as the last line when its day is known."""


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
    ahead_on: date | None = None
    """The day of what is ahead; None: the day to look again."""
    notes: tuple[NoteId, ...]
    steps: tuple[ThreadStep, ...]
    created_at: datetime
    updated_at: datetime
    revision: int
    binned_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadRow:
    """One line of the list of threads."""

    id: ThreadId
    person: PersonId
    kind: ThreadKind
    state: ThreadState
    title: str
    opened_on: date
    closed_on: date | None
    look_on: date | None
    last_on: date
    """The day of its newest note or step."""


class ThreadItemSort(StrEnum):
    """What a line of a thread is."""

    NOTE = "note"
    TALK = "talk"
    PROMISE = "promise"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadItem:
    """One line of a thread: a note of it, a talk in which it came up, a promise, what is ahead."""

    sort: ThreadItemSort
    on: date
    text: str
    detail: str = ""
    """A second line: the effect of a note, or what was agreed in a talk."""
    note: NoteId | None = None
    kind: Kind | None = None
    """The kind of the note."""
    share_state: ShareState | None = None
    shared_on: date | None = None
    answer: str = ""
    """What they answered when they heard it."""
    restricted: bool = False
    talk: ConversationId | None = None
    talk_type: ConversationType | None = None
    has_their_words: bool = False
    """Whether the text is what they said in that talk, and not what the talk was about."""
    promise: PromiseId | None = None
    promise_owner: PromiseOwner | None = None
    due_on: date | None = None
    is_event: bool = False
    """Whether it is the issue or setback itself, and not what followed."""
