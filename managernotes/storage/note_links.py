"""SQL for links between notes: they have no direction, whichever way they were made."""

from __future__ import annotations

from managernotes.vault.connection import Connection

_LINK = """
    INSERT INTO note_link (from_key, to_key)
    SELECT :one, :other
     WHERE NOT EXISTS (SELECT 1 FROM note_link WHERE from_key = :other AND to_key = :one)
        ON CONFLICT DO NOTHING
"""
_UNLINK = """
    DELETE FROM note_link
     WHERE (from_key = :one AND to_key = :other) OR (from_key = :other AND to_key = :one)
"""


def link(db: Connection, one: int, other: int) -> None:
    """Link two notes, by their numbers; nothing happens when they are linked already."""
    db.execute(_LINK, {"one": one, "other": other})


def unlink(db: Connection, one: int, other: int) -> None:
    """Undo the link between two notes, if there is one."""
    db.execute(_UNLINK, {"one": one, "other": other})
