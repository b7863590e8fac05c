"""Choices that stay in the vault, because a settings file may hold nothing private."""

from __future__ import annotations

from managernotes.services.desk import Desk
from managernotes.storage import preferences


class PreferencesService:
    """One text per name."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def keep(self, name: str, value: str) -> None:
        """Store a choice in place of what it was."""
        with self._desk.db.transaction():
            preferences.keep(self._desk.db, name, value)

    def read(self, name: str, default: str = "") -> str:
        """Return a choice, or the default when none was made."""
        stored = preferences.read(self._desk.db, name)
        return default if stored is None else stored
