"""A vault that cannot be opened: the newest whole backup is offered in its place."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.errors import KeyProblemError, ManagerNotesError
from managernotes.services.backups import BackupFile
from managernotes.services.restoring_way import RestoringWay
from managernotes.services.ways_in import TypedWay
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.session import Session
from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.unlock.gatekeeper import Gatekeeper


class RescueViewModel(QObject):
    """Looks for a backup, and restores it with what is typed; `found` brings its words."""

    found = Signal(str)
    not_whole = Signal(str)
    busy_changed = Signal(bool)
    refused = Signal(str)
    opened = Signal(object)

    def __init__(self, gatekeeper: Gatekeeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gatekeeper = gatekeeper
        self._backup: BackupFile | None = None
        self._is_busy = False
        gatekeeper.backup_found.connect(self._on_found)
        gatekeeper.backup_refused.connect(self._on_backup_refused)

    @property
    def vault(self) -> Path:
        """Where the vault lies."""
        return self._gatekeeper.vault

    def look(self) -> None:
        """Look for a backup beside the vault."""
        self._gatekeeper.look_for_backup()

    def look_at(self, path: Path) -> None:
        """Look at a backup that was chosen; `found` or `not_whole` follows."""
        self._gatekeeper.look_at_backup(path)

    def restore(self, text: str) -> None:
        """Put the backup in the vault's place and open it with the passphrase or the code."""
        if self._backup is None or self._is_busy or not text.strip():
            return
        self._set_busy(True)
        self._gatekeeper.opened.connect(self._on_opened)
        self._gatekeeper.refused.connect(self._on_refused)
        moment = self._gatekeeper.clock.now()
        self._gatekeeper.open(RestoringWay(self._backup.path, TypedWay(text), moment))

    @Slot(object)
    def _on_found(self, backup: BackupFile) -> None:
        self._backup = backup
        today = self._gatekeeper.clock.now().date()
        when = DateWords().moment(backup.head.made_at, today)
        self.found.emit(strings.RESCUE_TITLE.format(when=when))

    @Slot(Exception)
    def _on_backup_refused(self, error: Exception) -> None:
        if isinstance(error, ManagerNotesError):
            self.not_whole.emit(f"{error.title} {error.advice}")

    @Slot(object)
    def _on_opened(self, session: Session) -> None:
        self._set_busy(False)
        self.opened.emit(session)

    @Slot(Exception)
    def _on_refused(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, KeyProblemError):
            self.refused.emit(strings.RESCUE_WRONG)
        elif isinstance(error, ManagerNotesError):
            self.refused.emit(f"{error.title} {error.advice}")
        else:
            self.refused.emit(strings.NOT_OPENED)

    def _set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        self._is_busy = busy
        if not busy:
            self._gatekeeper.opened.disconnect(self._on_opened)
            self._gatekeeper.refused.disconnect(self._on_refused)
        self.busy_changed.emit(busy)
