"""SQL for whether what was prepared for a talk still stands."""

from __future__ import annotations

from managernotes.domain.identity import ConversationId
from managernotes.vault.connection import Connection

_STANDS = """
    SELECT 1 FROM preparation AS p JOIN paper ON paper.key = p.conversation_key
     WHERE paper.id = :talk AND p.ready_at IS NOT NULL AND p.stale IS NULL
"""


def stands(db: Connection, talk: ConversationId) -> bool:
    """Whether a talk was prepared, and nothing has made that stale since (INV-09)."""
    return db.execute(_STANDS, {"talk": talk.bytes}).fetchone() is not None
