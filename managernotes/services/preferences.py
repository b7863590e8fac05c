"""Choices that stay in the vault, because a settings file may hold nothing private."""

from __future__ import annotations

from managernotes.services.ledger import Ledger
from managernotes.storage import preferences


class PreferencesService:
    """One text per name."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def keep(self, name: str, value: str) -> None:
        """Store a choice in place of what it was."""
        with self._ledger.db.transaction():
            preferences.keep(self._ledger.db, name, value)

    def read(self, name: str, default: str = "") -> str:
        """Return a choice, or the default when none was made."""
        stored = preferences.read(self._ledger.db, name)
        return default if stored is None else stored
