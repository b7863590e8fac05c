"""How a topic goes on: talked about, decided, let go, waiting for a day, or carried over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from managernotes.domain.conversation import (
    ONE_ON_ONES,
    Agenda,
    Conversation,
    Topic,
    TopicOwner,
    TopicState,
)
from managernotes.domain.conversation_rules import AHEAD
from managernotes.domain.identity import ConversationId, NoteId, YardstickId
from managernotes.errors import InvalidInputError


def settled(topic: Topic, state: TopicState) -> Topic:
    """Say what became of a topic; whatever waited does not wait any more."""
    if state is TopicState.OPEN:
        raise InvalidInputError("A topic is settled by what became of it.", "Open it again.")
    return replace(topic, state=state, wait_until=None)


def opened_again(topic: Topic) -> Topic:
    """Take back what became of a topic."""
    return replace(topic, state=TopicState.OPEN)


def waiting(topic: Topic, until: date | None, today: date) -> Topic:
    """Let a topic wait for a day to come, out of the agendas before it."""
    if topic.state is not TopicState.OPEN:
        raise InvalidInputError("Only a topic that is open can wait.", "Open it again first.")
    if until is not None and until <= today:
        raise InvalidInputError("A topic can only wait for a day to come.", "Choose another day.")
    return replace(topic, wait_until=until)


def carried_over(topic: Topic, to: ConversationId | None) -> Topic:
    """Carry an open topic to another talk, or to whichever comes next."""
    return replace(topic, carried=topic.carried + 1, conversation=to)


def taken_up(topic: Topic, by: ConversationId) -> Topic:
    """Put a topic that stood nowhere onto the agenda of a talk."""
    return replace(topic, conversation=by)


def comes_along(topic: Topic, talk: Conversation, ahead: frozenset[ConversationId]) -> bool:
    """Whether an open topic belongs to a talk to come although it stands elsewhere.

    `ahead` are the talks that are still to be held: what stands in one of those stays there.
    """
    if talk.type not in ONE_ON_ONES or talk.state not in AHEAD or topic.conversation in ahead:
        return False
    day = talk.planned_on
    return topic.wait_until is None or day is None or topic.wait_until <= day


def agenda_of(
    topics: Iterable[Topic],
    talk: Conversation,
    to_say: tuple[NoteId, ...] = (),
    yardsticks: tuple[YardstickId, ...] = (),
) -> Agenda:
    """Return an agenda in the order of the page: theirs, what was carried over, mine."""
    theirs: list[Topic] = []
    carried: list[Topic] = []
    mine: list[Topic] = []
    for topic in topics:
        if topic.carried or topic.conversation not in {None, talk.id}:
            carried.append(topic)
        elif topic.owner is TopicOwner.THEIRS:
            theirs.append(topic)
        else:
            mine.append(topic)
    carried.sort(key=lambda topic: (topic.first_on, topic.position))
    return Agenda(
        theirs=tuple(theirs),
        carried=tuple(carried),
        mine=tuple(mine),
        to_say=to_say,
        yardsticks=yardsticks,
    )
