"""The rows of the Today page, worded and ready to be drawn."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from managernotes.domain.identity import (
    ConversationId,
    NoteId,
    PersonId,
    PromiseId,
    ThreadId,
)
from managernotes.domain.observation import Kind
from managernotes_ui.style.icons import Icon


class Column(StrEnum):
    """The three lists, from the left (S41)."""

    THANK = "thank"
    HELP = "help"
    RAISE = "raise"


class Sort(StrEnum):
    """What a row stands for."""

    NOTE = "note"
    PROMISE = "promise"
    THREAD = "thread"
    ONE_ON_ONE = "one_on_one"
    """One that is planned, its brief not read yet."""
    TO_PREPARE = "to_prepare"
    """A talk that is prepared step by step."""
    RHYTHM = "rhythm"
    """A one-to-one that somebody's rhythm asks for, and that nobody has planned."""
    FOLLOW_UP = "follow_up"
    TALK = "talk"
    """Any other that is planned, or one whose brief was read."""
    COME_BACK = "come_back"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True)
class Target:
    """What a row leads to."""

    sort: Sort
    person: PersonId | None = None
    note: NoteId | None = None
    conversation: ConversationId | None = None
    promise: PromiseId | None = None
    thread: ThreadId | None = None

    @property
    def key(self) -> Hashable:
        """What stays the same when the row is read again."""
        named = self.note or self.conversation or self.promise or self.thread
        return (self.sort, named or self.person)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """One card of a column."""

    column: Column
    target: Target
    name: str
    age: str
    """How long it has waited, or when it is to be said."""
    text: str
    kind: Kind | None
    """None: `icon` and `word` say what it is."""
    icon: Icon = Icon.CIRCLE
    word: str = ""
    day: str
    aloud: str
    tip: str
    is_planned: bool = False
    also: tuple[NoteId, ...] = ()
    """Further concerns of the same talk."""
    planned_in: ConversationId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRow:
    """One promise, or a note to come back to: box, text, who, day."""

    target: Target
    text: str
    who: str
    due: str
    is_near: bool
    """Whether its day is today, tomorrow or over."""
    aloud: str
    tip: str
    is_untold: bool = False
    """A promise of mine that was moved or dropped: they do not know yet."""
    is_dropped: bool = False
    come_back_on: date | None = None
    """For a note to come back to: its day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkRow:
    """One talk of the week: day, time, who, what it brings."""

    target: Target
    day: str
    time: str
    who: str
    text: str
    is_today: bool
    aloud: str
    button: str


@dataclass(frozen=True, slots=True)
class Head:
    """A line over rows that belong together."""

    text: str


@dataclass(frozen=True, slots=True)
class More:
    """How many more there are than a list shows."""

    text: str
    column: Column


Row = CardRow | PromiseRow | TalkRow | Head | More


@dataclass(frozen=True, slots=True)
class TodayRows:
    """Everything the page shows."""

    columns: dict[Column, tuple[CardRow | More, ...]]
    numbers: dict[Column, int]
    promises: tuple[PromiseRow | Head, ...] = ()
    talks: tuple[TalkRow | Head, ...] = ()
    loose: tuple[NoteId, ...] = ()
    loose_number: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits at all."""
        return not (any(self.columns.values()) or self.promises or self.talks or self.loose)
