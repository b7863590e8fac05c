"""SQL for drafts: words not saved yet, by the place they were typed in."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from managernotes.storage.stamps import milliseconds
from managernotes.vault.connection import Connection

_KEEP = """
    INSERT INTO draft (slot, text, updated_at) VALUES (:slot, :text, :at)
        ON CONFLICT (slot) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at
"""
_READ = "SELECT text FROM draft WHERE slot = :slot"
_DROP = "DELETE FROM draft WHERE slot = :slot"
_DROP_FOR = "DELETE FROM draft WHERE instr(slot, :record) > 0"


def keep(db: Connection, slot: str, text: str, at: datetime) -> None:
    """Store a slot's words in place of what it held."""
    db.execute(_KEEP, {"slot": slot, "text": text, "at": milliseconds(at)})


def read(db: Connection, slot: str) -> str:
    """Return a slot's words; empty when it holds none."""
    row = db.execute(_READ, {"slot": slot}).fetchone()
    return str(row[0]) if row else ""


def drop(db: Connection, slot: str) -> None:
    """Empty a slot."""
    db.execute(_DROP, {"slot": slot})


def drop_for(db: Connection, record: UUID) -> None:
    """Empty every slot that is named after a record."""
    db.execute(_DROP_FOR, {"record": str(record)})
