"""SQL for what waits to be said, about the team or about one of them: oldest first, and counted."""

from __future__ import annotations

from managernotes.domain.observation import Kind
from managernotes.storage.month_notes import DatedNote
from managernotes.storage.note_keys import day_of_key
from managernotes.vault.connection import Connection

_ABOUT = """
    EXISTS (SELECT 1 FROM observation_person AS l JOIN person AS p ON p.key = l.person_key
             WHERE l.observation_key = o.key AND p.binned_at IS NULL
               AND p.status NOT IN ('transferred', 'left')
               AND (:person IS NULL OR p.key = :person))
"""
_UNSAID = f"""
      FROM observation AS o INDEXED BY observation_unsaid_of_kind
     WHERE o.kind = :kind AND o.share_state = 'unsaid' AND o.binned_at IS NULL
       AND NOT o.unconfirmed AND {_ABOUT}
"""
_OLDEST = f"SELECT o.key {_UNSAID} ORDER BY o.key LIMIT :limit"
_COUNT = f"SELECT count(*) {_UNSAID}"
_PLANNED = f"""
    SELECT o.key FROM observation AS o INDEXED BY observation_planned
     WHERE o.kind = :kind AND o.share_state = 'planned' AND o.binned_at IS NULL
       AND NOT o.unconfirmed AND {_ABOUT}
     ORDER BY o.key LIMIT :limit
"""
_WAS_ANY = """
    SELECT EXISTS (
        SELECT 1 FROM observation AS o INDEXED BY observation_unsaid WHERE o.share_state = 'unsaid'
           AND o.binned_at IS NULL
    ) OR EXISTS (SELECT 1 FROM observation AS o WHERE o.share_state IS NOT NULL LIMIT 1)
"""
_WAS_ANY_ABOUT = """
    SELECT EXISTS (
        SELECT 1 FROM observation_person AS l CROSS JOIN observation AS o
               ON o.key = l.observation_key
         WHERE l.person_key = :person AND o.share_state IS NOT NULL AND o.binned_at IS NULL
    )
"""


def oldest(
    db: Connection, kind: Kind, limit: int, person: int | None = None
) -> tuple[list[DatedNote], int]:
    """Return the oldest notes of a kind that nobody plans to say, and how many there are."""
    values = {"kind": kind.value, "limit": limit, "person": person}
    keys = [row[0] for row in db.execute(_OLDEST, values)]
    total = db.execute(_COUNT, values).fetchone()[0]
    return [DatedNote(key, day_of_key(key)) for key in keys], int(total)


def planned(db: Connection, kind: Kind, limit: int, person: int | None = None) -> list[DatedNote]:
    """Return the oldest notes of a kind that are planned and not said."""
    values = {"kind": kind.value, "limit": limit, "person": person}
    return [DatedNote(row[0], day_of_key(row[0])) for row in db.execute(_PLANNED, values)]


def was_any(db: Connection, person: int | None = None) -> bool:
    """Whether there ever was a win or a concern, about anybody or about one of the team."""
    if person is None:
        return bool(db.execute(_WAS_ANY).fetchone()[0])
    return bool(db.execute(_WAS_ANY_ABOUT, {"person": person}).fetchone()[0])
