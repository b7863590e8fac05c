"""What the sample holds beside notes, before it is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from random import Random

from managernotes.domain.conversation import (
    Conversation,
    ConversationState,
    ConversationType,
    ConversationWords,
    Topic,
)
from managernotes.domain.goal import Goal
from managernotes.domain.growth import GrowthPlan, GrowthStep, Mentoring
from managernotes.domain.identity import ConversationId, NoteId, PersonId, YardstickId
from managernotes.domain.lesson import Lesson
from managernotes.domain.observation import Kind, ShareState
from managernotes.domain.preparation import Preparation
from managernotes.domain.promise import Promise
from managernotes.domain.thread import Thread
from managernotes.domain.yardstick import Yardstick
from managernotes.services.sample_ids import sample_uuid7
from managernotes.services.sample_speech import Speech
from managernotes.services.sample_talk_days import TalkDays, moment

LEFT_FOR = timedelta(days=3)
"""So long a talk whose day to look at it again has come may still wait for that."""


@dataclass(frozen=True, slots=True)
class TalkedAbout:
    """A concern of the sample that a talk may be about."""

    id: NoteId
    kind: Kind
    on: date
    state: ShareState | None
    heard_on: date | None


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody to talk with, and all that a talk with them is made of."""

    id: PersonId
    speech: Speech
    days: TalkDays
    concerns: Sequence[TalkedAbout]
    """By day."""
    notes: Sequence[tuple[NoteId, Kind]]
    """Every note about them alone."""
    today: date
    chance: Random

    def falls(self, share: float) -> bool:
        """Whether something happens that happens in so large a share of cases."""
        return self.chance.random() < share

    def upto(self, count: int) -> int:
        """Return a number below `count`."""
        return int(self.chance.random() * count)


@dataclass(slots=True)
class SamplePapers:
    """Everything that was made up, in the order in which it is stored."""

    talks: list[Conversation] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    preparations: list[Preparation] = field(default_factory=list)
    threads: list[Thread] = field(default_factory=list)
    yardsticks: list[Yardstick] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    growth_plans: list[GrowthPlan] = field(default_factory=list)
    growth_steps: list[GrowthStep] = field(default_factory=list)
    mentoring: list[Mentoring] = field(default_factory=list)
    lessons: list[Lesson] = field(default_factory=list)
    measured: list[tuple[NoteId, YardstickId]] = field(default_factory=list)
    plans: list[tuple[NoteId, ConversationId, str | None]] = field(default_factory=list)
    said: list[tuple[NoteId, ConversationId]] = field(default_factory=list)


def held_talk(  # noqa: PLR0913  what differs from one talk to the next
    who: Subject,
    sort: ConversationType,
    day: date,
    words: ConversationWords,
    *,
    minutes: int = 30,
    follow_up_on: date | None = None,
) -> Conversation:
    """Return a talk that was held; what is to be looked at again is done once its day is past."""
    at = who.days.at
    began = moment(day, at)
    done_on = follow_up_on or day
    is_over = done_on < who.today - (LEFT_FOR if follow_up_on else timedelta(0))
    return Conversation(
        id=ConversationId(sample_uuid7(began, who.chance)),
        type=sort,
        state=ConversationState.CLOSED if is_over else ConversationState.HELD,
        people=(who.id,),
        words=words,
        planned_on=day,
        planned_at=at,
        minutes=minutes,
        moved_from=None,
        held_on=day,
        began_at=at,
        ended_at=moment(day, at, minutes).time(),
        follow_up_on=follow_up_on,
        outcome=None,
        parent=None,
        within=None,
        template=None,
        template_version=None,
        asked_nothing=not words.asked,
        brief_read_on=None,
        logged_on=day,
        log_again_on=None,
        recap_sent_on=day,
        followed_up_on=done_on if is_over else None,
        created_at=began,
        updated_at=began,
        revision=1,
    )


def planned_talk(  # noqa: PLR0913  what differs from one talk to the next
    who: Subject,
    sort: ConversationType,
    day: date,
    words: ConversationWords,
    *,
    state: ConversationState = ConversationState.PLANNED,
    at: time | None = None,
    within: ConversationId | None = None,
) -> Conversation:
    """Return a talk that is still to be held."""
    made = moment(who.days.held[-1] if who.days.held else who.today, who.days.at)
    return Conversation(
        id=ConversationId(sample_uuid7(made, who.chance)),
        type=sort,
        state=state,
        people=(who.id,),
        words=words,
        planned_on=day,
        planned_at=at,
        minutes=30,
        moved_from=None,
        held_on=None,
        began_at=None,
        ended_at=None,
        follow_up_on=None,
        outcome=None,
        parent=None,
        within=within,
        template=None,
        template_version=None,
        asked_nothing=False,
        brief_read_on=None,
        logged_on=None,
        log_again_on=None,
        recap_sent_on=None,
        followed_up_on=None,
        created_at=made,
        updated_at=made,
        revision=1,
    )
