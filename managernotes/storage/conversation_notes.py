"""SQL for the notes of a talk: what it is about, what is to be said there, what came of it."""

from __future__ import annotations

from uuid import UUID

from managernotes.domain.conversation import NoteRole
from managernotes.domain.identity import NoteId, YardstickId
from managernotes.vault.connection import Connection

_ATTACH = """
    INSERT INTO conversation_note (conversation_key, observation_key, role)
    VALUES (:talk, :note, :role) ON CONFLICT DO NOTHING
"""
_DETACH = """
    DELETE FROM conversation_note
     WHERE conversation_key = :talk AND observation_key = :note AND role = :role
"""
_NOTES = """
    SELECT l.role, o.id FROM conversation_note AS l JOIN observation AS o
        ON o.key = l.observation_key
     WHERE l.conversation_key = :talk AND o.binned_at IS NULL
     ORDER BY l.observation_key
"""
_YARDSTICKS = """
    SELECT paper.id FROM conversation_yardstick AS l JOIN paper ON paper.key = l.yardstick_key
     WHERE l.conversation_key = :talk AND paper.binned_at IS NULL
     ORDER BY l.yardstick_key
"""
_PLANNED_IN = """
    SELECT o.id FROM observation_record AS n CROSS JOIN observation AS o USING (key)
     WHERE n.planned_in = :talk AND o.share_state = 'planned'
     ORDER BY n.key
"""


def attach(db: Connection, talk: int, note: int, role: NoteRole) -> bool:
    """Put a note to a talk, both by their numbers; whether it was not there before."""
    values = {"talk": talk, "note": note, "role": role.value}
    return db.execute(_ATTACH, values).rowcount > 0


def detach(db: Connection, talk: int, note: int, role: NoteRole) -> bool:
    """Take a note away from a talk; whether it was there."""
    values = {"talk": talk, "note": note, "role": role.value}
    return db.execute(_DETACH, values).rowcount > 0


def notes_of(db: Connection, talk: int) -> dict[NoteRole, tuple[NoteId, ...]]:
    """Return the notes of a talk outside the bin, the oldest first, by what they are to it."""
    found: dict[NoteRole, tuple[NoteId, ...]] = {}
    for role, note in db.execute(_NOTES, {"talk": talk}):
        known = found.get(NoteRole(role), ())
        found[NoteRole(role)] = (*known, NoteId(UUID(bytes=note)))
    return found


def yardsticks_of(db: Connection, talk: int) -> tuple[YardstickId, ...]:
    """Return the expectations and values that a talk goes by."""
    found = db.execute(_YARDSTICKS, {"talk": talk})
    return tuple(YardstickId(UUID(bytes=row[0])) for row in found)


def planned_in(db: Connection, talk: int) -> list[NoteId]:
    """Return the notes that are planned to be said in a talk, in the bin or not."""
    found = db.execute(_PLANNED_IN, {"talk": talk})
    return [NoteId(UUID(bytes=row[0])) for row in found]
