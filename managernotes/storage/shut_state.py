"""SQL for whether the vault may be written: shut by a proof that failed, until it was looked at."""

from __future__ import annotations

from managernotes.storage import preferences
from managernotes.vault.connection import Connection

_NAME = "shut_for_writing"
_YES = "yes"


def is_shut(db: Connection) -> bool:
    """Tell whether the vault is to stay shut for writing."""
    return preferences.read(db, _NAME) == _YES


def keep_shut(db: Connection, *, shut: bool) -> None:
    """Remember it; callers own the transaction."""
    preferences.keep(db, _NAME, _YES if shut else "")
