"""The foot of the protection page: checking the whole vault, and what the last check found (16)."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from managernotes.services.verifying import VaultReport
from managernotes_ui.common.dates import count
from managernotes_ui.common.strings import protection as strings
from managernotes_ui.settings.protection_vm import ProtectionViewModel
from managernotes_ui.settings.protection_words import when
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import make_button
from managernotes_ui.widgets.text_label import TextLabel

_GAP = 8


class CheckRow(QWidget):
    """Says nothing of a check that was not made since the vault was opened."""

    def __init__(self, theme: Theme, vm: ProtectionViewModel) -> None:
        super().__init__()
        self._vm = vm
        self.check = make_button(theme, strings.CHECK, icon=Icon.SHIELD_CHECK)
        self.result = TextLabel(theme, "", Type.LIST, tone=Role.MUTED, lines=0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 16, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.check)
        row.addWidget(self.result, 1)
        self.check.clicked.connect(vm.check)
        vm.checked.connect(self._on_checked)
        vm.busy_changed.connect(self._on_busy_changed)

    @Slot(object, object)
    def _on_checked(self, report: VaultReport, at: datetime) -> None:
        moment = when(at, self._vm.now)
        if report.ok:
            pages = count(report.pages_checked, "page")
            self.result.setText(strings.LAST_CHECK.format(when=moment, pages=pages))
        else:
            problem = report.problems[0]
            self.result.setText(strings.CHECK_FOUND.format(when=moment, problem=problem))

    @Slot(str)
    def _on_busy_changed(self, words: str) -> None:
        self.check.setEnabled(not words)
        if words == strings.CHECKING:
            self.result.setText(words)
