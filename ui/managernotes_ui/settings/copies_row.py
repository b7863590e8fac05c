"""Settings, Protection: the copies that a cloud folder made of the vault, one line each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes.services.vault_copies import ConflictCopy
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import vault_state as strings
from managernotes_ui.settings.protection_vm import ProtectionViewModel
from managernotes_ui.settings.setting_row import SettingRow
from managernotes_ui.style.theme import Theme


class CopiesRow(QWidget):
    """Lists them all; it offers nothing, because only the manager knows which one is right."""

    def __init__(self, theme: Theme, vm: ProtectionViewModel) -> None:
        super().__init__()
        self._theme = theme
        self._vm = vm
        self._dates = DateWords()
        self._row: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.words = ""
        vm.copies_read.connect(self._on_read)

    @Slot(object)
    def _on_read(self, copies: Sequence[ConflictCopy]) -> None:
        now = self._vm.now.date()
        days = [self._dates.day(copy.changed_at.astimezone().date(), now) for copy in copies]
        lines = strings.copies_lines(copies, days)
        words = "\n".join([*lines, strings.COPIES_TEXT]) if lines else strings.NO_COPIES
        if words == self.words:
            return
        self.words = words
        if self._row is not None:
            self._row.hide()
            self._row.deleteLater()
        self._row = SettingRow(self._theme, strings.COPIES_ROW, words)
        self._column.addWidget(self._row)
