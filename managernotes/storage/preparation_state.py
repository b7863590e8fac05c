"""SQL for whether what was prepared for a talk still stands."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from managernotes.domain.identity import ConversationId, PreparationId
from managernotes.storage.lists import id_list
from managernotes.vault.connection import Connection

_STANDS = """
    SELECT 1 FROM preparation AS p JOIN paper ON paper.key = p.conversation_key
     WHERE paper.id = :talk AND p.ready_at IS NOT NULL AND p.stale IS NULL
"""
_OF_ROWS = """
    WITH line (key, id) AS MATERIALIZED (
        SELECT key, id FROM paper WHERE id IN (SELECT unhex(value) FROM json_each(:talks))
    )
    SELECT line.id, paper.id
      FROM line CROSS JOIN preparation AS p ON p.conversation_key = line.key
           CROSS JOIN paper ON paper.key = p.key
     UNION ALL
    SELECT line.id, paper.id
      FROM line CROSS JOIN conversation AS c ON c.within_key = line.key
           CROSS JOIN preparation AS p ON p.conversation_key = c.key
           CROSS JOIN paper ON paper.key = p.key
           CROSS JOIN paper AS inside ON inside.key = c.key
     WHERE c.state IN ('drafting', 'prepared') AND inside.binned_at IS NULL
"""


def stands(db: Connection, talk: ConversationId) -> bool:
    """Whether a talk was prepared, and nothing has made that stale since (INV-09)."""
    return db.execute(_STANDS, {"talk": talk.bytes}).fetchone() is not None


def preparations_for(
    db: Connection, talks: Iterable[ConversationId]
) -> list[tuple[ConversationId, PreparationId]]:
    """Return the preparations of talks, and of the hard talks within them, each with its talk."""
    return [
        (ConversationId(UUID(bytes=talk)), PreparationId(UUID(bytes=preparation)))
        for talk, preparation in db.execute(_OF_ROWS, {"talks": id_list(talks)})
    ]
