"""The settings while the app runs: changed in one place, saved at once, heard everywhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from managernotes import settings as store
from managernotes.errors import ManagerNotesError
from managernotes.settings import Settings


class SettingsKeeper(QObject):
    """Holds what lies outside the vault; nothing private is among it (managernotes.settings)."""

    changed = Signal(object)
    failed = Signal(Exception)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._settings = store.load(file)

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    def change(self, **choices: Any) -> None:
        """Put some choices in force and keep them; one that cannot be kept holds until the end."""
        wanted = replace(self._settings, **choices)
        if wanted == self._settings:
            return
        self._settings = wanted
        try:
            store.save(wanted, self._file)
        except ManagerNotesError as error:
            self.failed.emit(error)
        self.changed.emit(wanted)
