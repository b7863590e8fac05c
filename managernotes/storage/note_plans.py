"""SQL for the talks in which notes are to be said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from managernotes.domain.conversation import ConversationState
from managernotes.domain.identity import ConversationId, PersonId
from managernotes.domain.observation import Observation
from managernotes.errors import PaperNotFoundError
from managernotes.storage.stamps import day_of
from managernotes.vault.connection import Connection

_TALK = """
    SELECT c.key, c.state, c.planned_on, c.held_on, paper.binned_at
      FROM paper JOIN conversation AS c USING (key) WHERE paper.id = :id
"""
_PEOPLE = """
    SELECT p.id FROM conversation_person AS l JOIN person AS p ON p.key = l.person_key
     WHERE l.conversation_key = :key
"""
_DROP = """
    DELETE FROM conversation_note
     WHERE role = 'to_say' AND observation_key = (SELECT key FROM observation WHERE id = :note)
       AND conversation_key = (SELECT key FROM paper WHERE id = :talk)
"""
_ADD = """
    INSERT INTO conversation_note (conversation_key, observation_key, role)
    VALUES (
        (SELECT key FROM paper WHERE id = :talk), (SELECT key FROM observation WHERE id = :note),
        'to_say'
    )
    ON CONFLICT DO NOTHING
"""


@dataclass(frozen=True, slots=True)
class TalkToSayIn:
    """What must be known of a talk before something is planned, or was said, in it."""

    state: ConversationState
    planned_on: date | None
    held_on: date | None
    is_binned: bool
    people: frozenset[PersonId]


def talk(db: Connection, identity: ConversationId) -> TalkToSayIn:
    """Return what matters of a talk; PaperNotFoundError when it is gone."""
    row = db.execute(_TALK, {"id": identity.bytes}).fetchone()
    if row is None:
        raise PaperNotFoundError
    people = db.execute(_PEOPLE, {"key": row["key"]}).fetchall()
    return TalkToSayIn(
        state=ConversationState(row["state"]),
        planned_on=day_of(row["planned_on"]),
        held_on=day_of(row["held_on"]),
        is_binned=row["binned_at"] is not None,
        people=frozenset(PersonId(UUID(bytes=found[0])) for found in people),
    )


def follow(db: Connection, old: Observation, new: Observation) -> None:
    """Bring the talks' lists of what is to be said in step with a note's new plan."""
    if old.planned_in == new.planned_in:
        return
    for talk_id, statement in ((old.planned_in, _DROP), (new.planned_in, _ADD)):
        if talk_id is not None:
            db.execute(statement, {"note": new.id.bytes, "talk": talk_id.bytes})
