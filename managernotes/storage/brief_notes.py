"""SQL for the notes that bear on a talk: what waits to be said, what came since, what grew.

Each walks one index and stops early; words are read of the chosen notes only.
"""

from __future__ import annotations

from datetime import date

from managernotes.domain.observation import Kind
from managernotes.storage.note_keys import day_of_key, first_key
from managernotes.vault.connection import Connection

_UNSAID = """
    SELECT o.key
      FROM observation AS o INDEXED BY observation_unsaid
           CROSS JOIN observation_person AS l
                ON l.person_key = :person AND l.observation_key = o.key
     WHERE o.share_state = 'unsaid' AND o.binned_at IS NULL AND NOT o.unconfirmed
     ORDER BY o.key
"""
_PLANNED = """
    SELECT r.key
      FROM observation_record AS r JOIN observation AS o USING (key)
     WHERE r.planned_in = :talk AND o.share_state = 'planned' AND o.binned_at IS NULL
    UNION
    SELECT l.observation_key
      FROM conversation_note AS l JOIN observation AS o ON o.key = l.observation_key
     WHERE l.conversation_key = :talk AND l.role = 'to_say' AND o.binned_at IS NULL
     ORDER BY 1
"""
_SINCE = """
    SELECT l.observation_key
      FROM observation_person AS l CROSS JOIN observation AS o ON o.key = l.observation_key
     WHERE l.person_key = :person AND l.observation_key >= :first
       AND o.binned_at IS NULL AND NOT o.unconfirmed
     ORDER BY l.observation_key DESC LIMIT :limit
"""
_OF_KIND = """
    SELECT o.key
      FROM observation_person AS l CROSS JOIN observation AS o ON o.key = l.observation_key
     WHERE l.person_key = :person AND o.kind = :kind AND o.binned_at IS NULL
       AND NOT o.unconfirmed
     ORDER BY l.observation_key DESC LIMIT :limit
"""


def unsaid(db: Connection, person: int) -> list[int]:
    """Return the wins and concerns that somebody has not heard and nobody plans, oldest first."""
    return [row[0] for row in db.execute(_UNSAID, {"person": person})]


def planned_in(db: Connection, talk: int) -> list[int]:
    """Return what is to be said in a talk, oldest first."""
    return [row[0] for row in db.execute(_PLANNED, {"talk": talk})]


def since(db: Connection, person: int, day: date, limit: int) -> list[int]:
    """Return the notes about somebody from a day on, newest first."""
    values = {"person": person, "first": first_key(day), "limit": limit}
    return [row[0] for row in db.execute(_SINCE, values)]


def of_kind(db: Connection, person: int, kind: Kind, limit: int) -> list[int]:
    """Return the newest notes of one kind about somebody."""
    values = {"person": person, "kind": kind.value, "limit": limit}
    return [row[0] for row in db.execute(_OF_KIND, values)]


def last_of_kind(db: Connection, person: int, kind: Kind) -> date | None:
    """Return the day of the newest note of a kind about somebody; None: not yet."""
    found = of_kind(db, person, kind, 1)
    return day_of_key(found[0]) if found else None
