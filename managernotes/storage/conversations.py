"""SQL for talks: one by one, their facts and who was there. Callers own the transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from uuid import UUID

from managernotes.domain.conversation import (
    Conversation,
    ConversationState,
    ConversationType,
    Outcome,
)
from managernotes.domain.identity import ConversationId, PersonId
from managernotes.errors import PaperNotFoundError
from managernotes.storage import people as storage_people
from managernotes.storage.conversation_words import to_json, words_of
from managernotes.storage.papers import COLUMNS, paper_of
from managernotes.storage.stamps import day_of, day_text
from managernotes.vault.connection import Connection
from managernotes.vault.cursor import Row

__all__ = [
    "conversation",
    "conversation_key",
    "insert",
    "numbered",
    "set_people",
    "time_of",
    "to_json",
    "update",
    "words_of",
]

_FACTS = """
    c.type, c.state, c.planned_on, c.planned_at, c.minutes, c.moved_from, c.held_on, c.began_at,
    c.ended_at, c.follow_up_on, c.outcome, c.template, c.template_version, c.asked_nothing,
    c.brief_read_on, c.logged_on, c.log_again_on, c.recap_sent_on, c.followed_up_on
"""
_SELECT = f"""
    SELECT {COLUMNS}, {_FACTS},
           (SELECT id FROM paper WHERE key = c.parent_key) AS parent,
           (SELECT id FROM paper WHERE key = c.within_key) AS within
      FROM paper JOIN conversation AS c USING (key)
"""
_ONE = f"{_SELECT} WHERE paper.id = :id"
_NUMBERED = f"{_SELECT} WHERE paper.key = :key"
_KEY = "SELECT key FROM paper JOIN conversation USING (key) WHERE paper.id = :id"
_PEOPLE = """
    SELECT p.id FROM conversation_person AS l JOIN person AS p ON p.key = l.person_key
     WHERE l.conversation_key = :key ORDER BY l.position
"""
_INSERT = """
    INSERT INTO conversation (
        key, type, state, planned_on, planned_at, minutes, parent_key, within_key
    ) VALUES (:key, :type, :state, :planned_on, :planned_at, :minutes, :parent_key, :within_key)
"""
_UPDATE = """
    UPDATE conversation
       SET state = :state, planned_on = :planned_on, planned_at = :planned_at, minutes = :minutes,
           moved_from = :moved_from, held_on = :held_on, began_at = :began_at,
           ended_at = :ended_at, follow_up_on = :follow_up_on, outcome = :outcome,
           within_key = :within_key, template = :template, template_version = :template_version,
           asked_nothing = :asked_nothing, brief_read_on = :brief_read_on,
           logged_on = :logged_on, log_again_on = :log_again_on,
           recap_sent_on = :recap_sent_on, followed_up_on = :followed_up_on
     WHERE key = :key
"""
_NOBODY = "DELETE FROM conversation_person WHERE conversation_key = :key"
_SOMEBODY = """
    INSERT INTO conversation_person (person_key, conversation_key, position)
    VALUES (:person, :key, :position)
"""


def conversation_key(db: Connection, identity: ConversationId) -> int:
    """Return the number of a talk; PaperNotFoundError when it was erased, or is no talk."""
    row = db.execute(_KEY, {"id": identity.bytes}).fetchone()
    if row is None:
        raise PaperNotFoundError
    return int(row[0])


def conversation(db: Connection, identity: ConversationId) -> Conversation:
    """Return one talk, in the bin or not; PaperNotFoundError when it was erased."""
    row = db.execute(_ONE, {"id": identity.bytes}).fetchone()
    if row is None:
        raise PaperNotFoundError
    return _conversation_from(db, row)


def numbered(db: Connection, key: int) -> Conversation | None:
    """Return the talk of a number, or None when that is no talk."""
    row = db.execute(_NUMBERED, {"key": key}).fetchone()
    return None if row is None else _conversation_from(db, row)


def insert(  # noqa: PLR0913  its number and what is known of it before it is held
    db: Connection,
    key: int,
    kind: ConversationType,
    state: ConversationState,
    people: Sequence[PersonId],
    *,
    planned_on: date | None,
    planned_at: time | None,
    minutes: int | None,
    parent: ConversationId | None,
    within: ConversationId | None,
) -> None:
    """Store a new talk beside its paper; PersonNotFoundError when somebody is unknown."""
    db.execute(
        _INSERT,
        {
            "key": key,
            "type": kind.value,
            "state": state.value,
            "planned_on": day_text(planned_on),
            "planned_at": _time_text(planned_at),
            "minutes": minutes,
            "parent_key": conversation_key(db, parent) if parent else None,
            "within_key": conversation_key(db, within) if within else None,
        },
    )
    set_people(db, key, people)


def update(db: Connection, key: int, talk: Conversation) -> None:
    """Store every fact of a talk as the value says; words and people have ways of their own."""
    db.execute(
        _UPDATE,
        {
            "key": key,
            "state": talk.state.value,
            "planned_on": day_text(talk.planned_on),
            "planned_at": _time_text(talk.planned_at),
            "minutes": talk.minutes,
            "moved_from": day_text(talk.moved_from),
            "held_on": day_text(talk.held_on),
            "began_at": _time_text(talk.began_at),
            "ended_at": _time_text(talk.ended_at),
            "follow_up_on": day_text(talk.follow_up_on),
            "outcome": talk.outcome.value if talk.outcome else None,
            "within_key": conversation_key(db, talk.within) if talk.within else None,
            "template": talk.template,
            "template_version": talk.template_version,
            "asked_nothing": int(talk.asked_nothing),
            "brief_read_on": day_text(talk.brief_read_on),
            "logged_on": day_text(talk.logged_on),
            "log_again_on": day_text(talk.log_again_on),
            "recap_sent_on": day_text(talk.recap_sent_on),
            "followed_up_on": day_text(talk.followed_up_on),
        },
    )


def set_people(db: Connection, key: int, people: Sequence[PersonId]) -> None:
    """Store who a talk is with, in this order; PersonNotFoundError when somebody is unknown."""
    keys = storage_people.person_keys(db, people)
    db.execute(_NOBODY, {"key": key})
    for position, who in enumerate(dict.fromkeys(people)):
        db.execute(_SOMEBODY, {"key": key, "person": keys[who], "position": position})


def time_of(stored: str | None) -> time | None:
    """Return the time of day that was stored."""
    return time.fromisoformat(stored) if stored else None


def _time_text(at: time | None) -> str | None:
    return at.strftime("%H:%M") if at else None


def _conversation_from(db: Connection, row: Row) -> Conversation:
    paper = paper_of(row)
    found = db.execute(_PEOPLE, {"key": paper.key})
    return Conversation(
        id=ConversationId(paper.id),
        type=ConversationType(row["type"]),
        state=ConversationState(row["state"]),
        people=tuple(PersonId(UUID(bytes=who[0])) for who in found),
        words=words_of(paper.words),
        planned_on=day_of(row["planned_on"]),
        planned_at=time_of(row["planned_at"]),
        minutes=row["minutes"],
        moved_from=day_of(row["moved_from"]),
        held_on=day_of(row["held_on"]),
        began_at=time_of(row["began_at"]),
        ended_at=time_of(row["ended_at"]),
        follow_up_on=day_of(row["follow_up_on"]),
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        parent=_id_of(row["parent"]),
        within=_id_of(row["within"]),
        template=row["template"],
        template_version=row["template_version"],
        asked_nothing=bool(row["asked_nothing"]),
        brief_read_on=day_of(row["brief_read_on"]),
        logged_on=day_of(row["logged_on"]),
        log_again_on=day_of(row["log_again_on"]),
        recap_sent_on=day_of(row["recap_sent_on"]),
        followed_up_on=day_of(row["followed_up_on"]),
        created_at=paper.created_at,
        updated_at=paper.updated_at,
        revision=paper.revision,
        binned_at=paper.binned_at,
    )


def _id_of(stored: bytes | None) -> ConversationId | None:
    return ConversationId(UUID(bytes=stored)) if stored else None
