"""SQL for preferences that belong to the vault because they may say something about people."""

from __future__ import annotations

from managernotes.vault.connection import Connection

_KEEP = """
    INSERT INTO preference (name, value) VALUES (:name, :value)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""
_READ = "SELECT value FROM preference WHERE name = :name"


def keep(db: Connection, name: str, value: str) -> None:
    """Store a preference in place of what it was."""
    db.execute(_KEEP, {"name": name, "value": value})


def read(db: Connection, name: str) -> str | None:
    """Return a preference; None when it was never set."""
    row = db.execute(_READ, {"name": name}).fetchone()
    return str(row[0]) if row else None
