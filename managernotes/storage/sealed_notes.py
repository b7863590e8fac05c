"""SQL for the inbox of a locked vault: its keys, what was filed, and what waits for a look."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from managernotes.domain.identity import NoteId
from managernotes.storage.stamps import milliseconds
from managernotes.vault.connection import Connection
from managernotes.vault.sealed_box import SealingPair

_PUBLIC, _PRIVATE = "inbox_public_key", "inbox_private_key"
_READ = "SELECT value FROM vault_info WHERE name = :name"
_KEEP = "INSERT INTO vault_info (name, value) VALUES (:name, :value)"
_IS_FILED = "SELECT 1 FROM sealed_filed WHERE id = :id"
_REMEMBER = "INSERT INTO sealed_filed (id, filed_at) VALUES (:id, :at)"
_WAITING = """
    SELECT id FROM observation WHERE unconfirmed AND binned_at IS NULL
     ORDER BY key DESC LIMIT :limit
"""
_COUNT = "SELECT count(*) FROM observation WHERE unconfirmed AND binned_at IS NULL"


def sealing_pair(db: Connection) -> SealingPair | None:
    """Return the vault's own pair; None before there is one."""
    found = [db.execute(_READ, {"name": name}).fetchone() for name in (_PUBLIC, _PRIVATE)]
    if None in found:
        return None
    public, private = found
    return SealingPair(bytes(public[0]), bytes(private[0]))


def keep_sealing_pair(db: Connection, pair: SealingPair) -> None:
    """Store the vault's pair, once."""
    db.execute(_KEEP, {"name": _PUBLIC, "value": pair.public})
    db.execute(_KEEP, {"name": _PRIVATE, "value": pair.private})


def is_filed(db: Connection, line: UUID) -> bool:
    """Whether the line with this id has been filed before."""
    return db.execute(_IS_FILED, {"id": line.bytes}).fetchone() is not None


def remember_filed(db: Connection, line: UUID, at: datetime) -> None:
    """Remember that the line is filed; in the same transaction as its note."""
    db.execute(_REMEMBER, {"id": line.bytes, "at": milliseconds(at)})


def waiting(db: Connection, limit: int) -> list[NoteId]:
    """Return up to so many notes that wait for a look, those about the latest days first."""
    return [NoteId(UUID(bytes=row[0])) for row in db.execute(_WAITING, {"limit": limit})]


def count_waiting(db: Connection) -> int:
    """Return how many notes wait for a look."""
    return int(db.execute(_COUNT).fetchone()[0])
