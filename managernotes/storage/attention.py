"""SQL that counts the notes about each person and the talks with them (M12)."""

from __future__ import annotations

from datetime import date

from managernotes.storage.note_keys import first_key
from managernotes.vault.connection import Connection

_NOTES = """
    SELECT l.person_key, count(*)
      FROM observation AS o
           CROSS JOIN observation_person AS l INDEXED BY observation_person_reverse
                ON l.observation_key = o.key
     WHERE o.key >= :first AND o.binned_at IS NULL AND NOT o.unconfirmed
     GROUP BY l.person_key
"""
_TALKS = """
    SELECT l.person_key, count(*)
      FROM conversation AS c INDEXED BY conversation_held
           CROSS JOIN conversation_person AS l ON l.conversation_key = c.key
           CROSS JOIN paper ON paper.key = c.key
     WHERE c.held_on >= :since AND paper.binned_at IS NULL
     GROUP BY l.person_key
"""


def notes_since(db: Connection, since: date) -> dict[int, int]:
    """Return how many notes about each person there are since a day, by their number."""
    return {row[0]: int(row[1]) for row in db.execute(_NOTES, {"first": first_key(since)})}


def talks_since(db: Connection, since: date) -> dict[int, int]:
    """Return how many talks were held with each person since a day, by their number."""
    return {row[0]: int(row[1]) for row in db.execute(_TALKS, {"since": since.isoformat()})}
