"""What protects this vault, read off the UI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from managernotes.services.protection import VaultProtection, protection_of
from managernotes_ui.common.session import Session


class ProtectionViewModel(QObject):
    """`changed` follows each look at the vault's files."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.protection: VaultProtection | None = None

    @Slot()
    def look_again(self) -> None:
        """Look at the files again."""
        self._session.read(protection_of, done=self._on_read, channel="protection")

    def _on_read(self, protection: VaultProtection) -> None:
        if protection != self.protection:
            self.protection = protection
            self.changed.emit()
