"""A talk with somebody: planned, held, looked at again, closed (practice/2-model.md)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from managernotes.domain.identity import ConversationId, NoteId, PersonId, TopicId, YardstickId


class ConversationType(StrEnum):
    """The sixteen sorts of talk."""

    ONE_ON_ONE = "one_on_one"
    FIRST_ONE_ON_ONE = "first_1on1"
    FEEDBACK = "feedback"
    PRAISE = "praise"
    TOUGH = "tough"
    CAREER = "career"
    STAY = "stay"
    RETURN = "return"
    GOAL_SETTING = "goal_setting"
    MID_YEAR = "mid_year"
    ANNUAL_REVIEW = "annual_review"
    PIP = "pip"
    ONBOARDING_CHECK = "onboarding_check"
    LESSON_REVIEW = "lesson_review"
    MENTORING = "mentoring"
    EXIT = "exit"


ONE_ON_ONES = frozenset({ConversationType.ONE_ON_ONE, ConversationType.FIRST_ONE_ON_ONE})
"""Held only once "What did they ask of me?" is answered (S13)."""

PREPARED_TYPES = frozenset(
    {ConversationType.TOUGH, ConversationType.PIP, ConversationType.FEEDBACK}
)
"""These begin as a draft and are prepared step by step; the others are simply planned."""


RECAP_TYPES = PREPARED_TYPES | {
    ConversationType.GOAL_SETTING,
    ConversationType.MID_YEAR,
    ConversationType.ANNUAL_REVIEW,
    ConversationType.LESSON_REVIEW,
}
"""After these the others are to get what was agreed in writing."""


class ConversationState(StrEnum):
    """How far a talk has got."""

    PLANNED = "planned"
    DRAFTING = "drafting"
    PREPARED = "prepared"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    DROPPED = "dropped"
    HELD = "held"
    FOLLOWED_UP = "followed_up"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How a talk ended."""

    UNDERSTOOD_AGREED = "understood_agreed"
    UNDERSTOOD_DISAGREED = "understood_disagreed"
    MORE_FACTS_NEEDED = "more_facts_needed"
    STOPPED_EARLY = "stopped_early"
    NO_ISSUE_AFTER_ALL = "no_issue_after_all"
    PASSED_TO_HR = "passed_to_hr"


class NoteRole(StrEnum):
    """What a note is to a talk."""

    FACT = "fact"
    """It is what the talk is about."""
    TO_SAY = "to_say"
    """It is to be said there: a thanks, or a concern."""
    CAME_OF = "came_of"
    """It was written down from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationWords:
    """Everything that is written about a talk; what a revision keeps."""

    title: str = ""
    """What it is about, in a few neutral words."""
    wish: str = ""
    """Private: what is to be true when both walk out."""
    place: str = ""
    notes: str = ""
    """Markdown, written while talking."""
    asked: str = ""
    """What they asked of me (S13)."""
    their_words: str = ""
    learned: str = ""
    agreed: str = ""
    """One line each: who, what, by when."""
    help: str = ""
    disputed: str = ""
    """What is still open, or seen differently."""
    conduct: str = ""
    """Private: one thing done well, one to do differently (SelfNote)."""
    recap: str = ""
    """As it was changed by hand; empty: it is built from the rest."""
    changed: str = ""
    """On looking again: what changed."""
    helped: str = ""
    next: str = ""
    reason: str = ""
    """Why it was cancelled, dropped or postponed."""


PRIVATE_WORDS = frozenset({"wish", "conduct"})
"""Fields of the words that are in no search, print, recap or export (INV-11, INV-12)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewConversation:
    """A talk to be planned."""

    type: ConversationType
    people: tuple[PersonId, ...]
    words: ConversationWords = ConversationWords()
    planned_on: date | None = None
    planned_at: time | None = None
    minutes: int | None = None
    parent: ConversationId | None = None
    within: ConversationId | None = None
    """The talk in which this one will be held, as a hard topic in a one-to-one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """One talk; immutable, a change is a new value."""

    id: ConversationId
    type: ConversationType
    state: ConversationState
    people: tuple[PersonId, ...]
    words: ConversationWords
    planned_on: date | None
    planned_at: time | None
    minutes: int | None
    moved_from: date | None
    """The day it was first planned for, if that has moved."""
    held_on: date | None
    began_at: time | None
    ended_at: time | None
    follow_up_on: date | None
    outcome: Outcome | None
    parent: ConversationId | None
    within: ConversationId | None
    template: str | None
    template_version: int | None
    asked_nothing: bool
    """Whether "nothing" is the answer to what they asked."""
    brief_read_on: date | None
    logged_on: date | None
    log_again_on: date | None
    recap_sent_on: date | None
    followed_up_on: date | None
    """The day it was looked at again."""
    created_at: datetime
    updated_at: datetime
    revision: int
    binned_at: datetime | None = None

    @property
    def has_answer(self) -> bool:
        """Whether "What did they ask of me?" is answered (S13)."""
        return self.asked_nothing or bool(self.words.asked.strip())

    @property
    def days_late(self) -> int | None:
        """Days between the talk and the day it was written down, if it was."""
        if self.held_on is None or self.logged_on is None:
            return None
        return (self.logged_on - self.held_on).days


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversationRow:
    """One line of a list of talks."""

    id: ConversationId
    type: ConversationType
    state: ConversationState
    people: tuple[PersonId, ...]
    title: str
    planned_on: date | None
    planned_at: time | None
    minutes: int | None
    moved_from: date | None
    held_on: date | None
    began_at: time | None
    follow_up_on: date | None
    outcome: Outcome | None
    within: ConversationId | None
    their_topics: int = 0
    carried: int = 0
    """Topics that were carried over at least once and are still open."""
    concerns_planned: int = 0
    open_promises: int = 0
    still_open: int | None = None
    """Must-checks of its preparation, or of the hard talk within it, that are open; None: none."""
    inner_title: str = ""
    """What the hard talk within it is about."""
    said: str = ""
    """First line of what was said: their words, what they asked, or the notes."""
    is_logged: bool = False
    is_brief_read: bool = False
    recap_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkFilter:
    """Which talks a list shows."""

    person: PersonId | None = None
    types: tuple[ConversationType, ...] = ()
    """None named: all of them."""
    since: date | None = None
    """Held talks from this day on; what is still to be done is always shown."""
    held_limit: int = 200
    """So many held talks, the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkLists:
    """The three lists of talks, in the order of the page."""

    to_follow_up: tuple[ConversationRow, ...] = ()
    """Held, with a day to look again, or still to be written down or to be sent, by day."""
    planned: tuple[ConversationRow, ...] = ()
    """By day; those without a day last."""
    held: tuple[ConversationRow, ...] = ()
    """The newest first."""


class TopicOwner(StrEnum):
    """Who brought a topic; theirs come first."""

    THEIRS = "theirs"
    MINE = "mine"


class TopicState(StrEnum):
    """What became of a topic."""

    OPEN = "open"
    TALKED = "talked"
    DECIDED = "decided"
    LET_GO = "let_go"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Something to talk about with somebody; unsaid ones carry over to the next talk."""

    id: TopicId
    person: PersonId
    owner: TopicOwner
    text: str
    state: TopicState
    first_on: date
    carried: int
    """How often a talk was closed without it."""
    wait_until: date | None
    conversation: ConversationId | None
    position: int
    created_at: datetime
    revision: int


TIMES_CARRIED_TO_DECIDE = 3
"""From the third time on: decide, drop or escalate (issue 4, point 8)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What a talk is about, in the order of the page: theirs, carried, mine."""

    theirs: tuple[Topic, ...] = ()
    carried: tuple[Topic, ...] = ()
    mine: tuple[Topic, ...] = ()
    to_say: tuple[NoteId, ...] = ()
    yardsticks: tuple[YardstickId, ...] = field(default=())
