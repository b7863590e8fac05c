"""How the talk ended: one of six, chosen at the end of the questions."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import after_talk as strings
from managernotes_ui.meeting.after_vm import AfterViewModel
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_label import TextLabel

_ABOVE_FIELD = 6


class OutcomeChoice(QWidget):
    """A select under its question; nothing is chosen beforehand."""

    def __init__(self, theme: Theme, vm: AfterViewModel) -> None:
        super().__init__()
        self._vm = vm
        self.select = Select(theme, strings.OUTCOME)
        self.select.setPlaceholderText(strings.CHOOSE_OUTCOME)
        for outcome, words in strings.OUTCOMES.items():
            self.select.addItem(words, outcome)
        self.select.setCurrentIndex(-1)
        row = QHBoxLayout()
        row.addWidget(self.select)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(TextLabel(theme, strings.OUTCOME, Type.NAME))
        column.addSpacing(_ABOVE_FIELD)
        column.addLayout(row)
        self.select.activated.connect(self._on_chosen)

    def refresh(self) -> None:
        """Show what is chosen."""
        outcome = self._vm.sheet.outcome
        self.select.blockSignals(True)
        self.select.setCurrentIndex(-1 if outcome is None else self.select.findData(outcome))
        self.select.blockSignals(False)

    @Slot()
    def _on_chosen(self) -> None:
        self._vm.set_outcome(self.select.currentData())
