"""SQL for where an open vault lies."""

from __future__ import annotations

from pathlib import Path

from managernotes.vault.connection import Connection

_DATABASES = "PRAGMA database_list"


def vault_place(db: Connection) -> Path:
    """Return the database file that a connection has open."""
    _, _, file = db.execute(_DATABASES).fetchone()
    return Path(file)
