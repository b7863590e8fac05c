"""SQL that stores many talks, topics and promises at once; their papers are there already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time
from uuid import UUID

from managernotes.domain.conversation import Conversation, Topic
from managernotes.domain.identity import PersonId
from managernotes.domain.promise import Promise
from managernotes.storage.stamps import day_text
from managernotes.vault.connection import Connection

_TALK = """
    INSERT INTO conversation (
        key, type, state, planned_on, planned_at, minutes, moved_from, held_on, began_at, ended_at,
        follow_up_on, outcome, within_key, asked_nothing, logged_on, followed_up_on
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_WITH = """
    INSERT INTO conversation_person (person_key, conversation_key, position) VALUES (?, ?, ?)
"""
_TOPIC = """
    INSERT INTO topic (key, person_key, owner, state, first_on, carried, conversation_key, position)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_PROMISE = """
    INSERT INTO promise (
        key, owner, state, made_on, due_on, original_due_on, ended_on, told_on, made_in
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_PROMISED = "INSERT INTO promise_person (person_key, promise_key, position) VALUES (?, ?, ?)"
_MOVED = """
    INSERT INTO promise_move (promise_key, position, from_day, to_day, moved_on, told_on)
    VALUES (?, ?, ?, ?, ?, ?)
"""

Numbers = Mapping[UUID, int]
"""Internal numbers of papers, by id."""

People = Mapping[PersonId, int]
"""Internal numbers of people, by id."""


def insert_talks(
    db: Connection, talks: Sequence[Conversation], numbers: Numbers, people: People
) -> None:
    """Store what talks are beside their words, and with whom."""
    db.executemany(_TALK, [_talk(talk, numbers) for talk in talks])
    db.executemany(
        _WITH,
        [
            (people[who], numbers[talk.id], place)
            for talk in talks
            for place, who in enumerate(talk.people)
        ],
    )


def insert_topics(
    db: Connection, topics: Sequence[Topic], numbers: Numbers, people: People
) -> None:
    """Store what topics are beside their text."""
    db.executemany(
        _TOPIC,
        [
            (
                numbers[topic.id],
                people[topic.person],
                topic.owner.value,
                topic.state.value,
                topic.first_on.isoformat(),
                topic.carried,
                numbers[topic.conversation] if topic.conversation else None,
                topic.position,
            )
            for topic in topics
        ],
    )


def insert_promises(
    db: Connection, promises: Sequence[Promise], numbers: Numbers, people: People
) -> None:
    """Store what promises are beside their words, whose they are, and how their days moved."""
    db.executemany(_PROMISE, [_promise(one, numbers) for one in promises])
    db.executemany(
        _PROMISED,
        [
            (people[who], numbers[one.id], place)
            for one in promises
            for place, who in enumerate(one.people)
        ],
    )
    db.executemany(
        _MOVED,
        [
            (
                numbers[one.id],
                place,
                day_text(move.from_day),
                move.to_day.isoformat(),
                move.moved_on.isoformat(),
                day_text(move.told_on),
            )
            for one in promises
            for place, move in enumerate(one.moves)
        ],
    )


def _talk(talk: Conversation, numbers: Numbers) -> tuple[object, ...]:
    return (
        numbers[talk.id],
        talk.type.value,
        talk.state.value,
        day_text(talk.planned_on),
        _time_text(talk.planned_at),
        talk.minutes,
        day_text(talk.moved_from),
        day_text(talk.held_on),
        _time_text(talk.began_at),
        _time_text(talk.ended_at),
        day_text(talk.follow_up_on),
        talk.outcome and talk.outcome.value,
        numbers[talk.within] if talk.within else None,
        talk.asked_nothing,
        day_text(talk.logged_on),
        day_text(talk.followed_up_on),
    )


def _promise(one: Promise, numbers: Numbers) -> tuple[object, ...]:
    return (
        numbers[one.id],
        one.owner.value,
        one.state.value,
        one.made_on.isoformat(),
        day_text(one.due_on),
        day_text(one.original_due_on),
        day_text(one.ended_on),
        day_text(one.told_on),
        numbers[one.made_in] if one.made_in else None,
    )


def _time_text(at: time | None) -> str | None:
    return at.isoformat("minutes") if at else None
