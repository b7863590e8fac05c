"""What the start page shows: thanks, help and concerns that wait, and what is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from uuid import UUID

from managernotes.domain.conversation import ConversationType
from managernotes.domain.identity import ConversationId, NoteId, PersonId
from managernotes.domain.observation import Kind, ShareState


class CardType(StrEnum):
    """What a card stands for."""

    NOTE = "observation"
    PROMISE = "promise"
    CONVERSATION = "conversation"
    THREAD = "thread"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteToSay:
    """A win or a concern that the person has not heard, without its words."""

    id: NoteId
    kind: Kind
    state: ShareState
    people: tuple[PersonId, ...]
    on: date
    planned_in: ConversationId | None = None
    planned_for: date | None = None
    is_planned_ahead: bool = False
    """Whether the talk it is planned in can still be held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Feedback to me or a wish to grow, without its words."""

    id: NoteId
    kind: Kind
    people: tuple[PersonId, ...]
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayCard:
    """One card or line."""

    id: UUID
    type: CardType
    people: tuple[PersonId, ...]
    kind: str
    text: str
    occurred_on: date
    age_days: int
    state: str
    planned_for: date | None = None
    planned_in: ConversationId | None = None
    due_on: date | None = None
    also: tuple[NoteId, ...] = ()
    """Further concerns that will be raised in the same talk, the newest first."""
    is_restricted: bool = False
    """Whether the text is withheld until the note is opened (INV-23)."""
    is_old: bool = False
    """Whether it has waited so long that a nudge is fair (M03); never for who is away."""
    is_untold: bool = False
    """For a promise of mine that was moved or dropped: they do not know yet."""
    is_moved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayTalk:
    """A talk of this week, or a one-to-one that is due without a day yet."""

    conversation: ConversationId | None
    """None: due, and not planned."""
    type: ConversationType
    people: tuple[PersonId, ...]
    title: str = ""
    on: date | None = None
    at: time | None = None
    minutes: int | None = None
    moved_from: date | None = None
    their_topics: int = 0
    concerns_planned: int = 0
    """To be said there; a hard talk that will be held within it is one, whatever it rests on."""
    is_brief_read: bool = False
    last_on: date | None = None
    """The last one-to-one held; None: not yet."""
    days_since: int | None = None
    """Days since then without the days away; None for a talk that is planned."""
    is_late: bool = False
    usual_at: time | None = None


@dataclass(frozen=True, slots=True)
class TodayColumn:
    """Five cards at most, and how many more there are."""

    cards: tuple[TodayCard, ...] = ()
    more: int = 0

    @property
    def total(self) -> int:
        """How many there are, shown or not."""
        return len(self.cards) + self.more


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayCounts:
    """How many of each there are; never shown on a person."""

    thank: int = 0
    help: int = 0
    raise_: int = 0
    i_owe: int = 0
    they_owe: int = 0
    one_on_ones: int = 0
    """Today's and those due, not the whole week's."""
    follow_ups: int = 0
    come_back: int = 0
    loose: int = 0

    @property
    def quiet(self) -> int:
        """The muted number beside "Today": what is due from me, not what could be said."""
        return self.i_owe + self.one_on_ones + self.follow_ups + self.come_back


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The whole start page."""

    day: date
    thank: TodayColumn = TodayColumn()
    help: TodayColumn = TodayColumn()
    raise_: TodayColumn = TodayColumn()
    i_owe: TodayColumn = TodayColumn()
    they_owe: TodayColumn = TodayColumn()
    one_on_ones: tuple[TodayTalk, ...] = ()
    """Planned ones by day and hour, then those due, A-Z (INV-13)."""
    follow_ups: TodayColumn = TodayColumn()
    come_back: TodayColumn = TodayColumn()
    loose: TodayColumn = TodayColumn()
    counts: TodayCounts = TodayCounts()

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits: a good day."""
        columns = (
            self.thank, self.help, self.raise_, self.i_owe, self.they_owe,
            self.follow_ups, self.come_back, self.loose,
        )  # fmt: skip
        return not self.one_on_ones and not any(column.total for column in columns)
