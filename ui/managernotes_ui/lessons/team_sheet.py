"""What the team is told: roles instead of names, read once more, then copied."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from managernotes_ui.common.strings import lessons as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.tokens import Role
from managernotes_ui.talks.form_sheet import FormSheet
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.text_area import TextArea
from managernotes_ui.widgets.text_label import TextLabel


class TeamSheet(FormSheet):
    """`copied` brings the words that left, whether they were changed, and whether it is shared."""

    copied = Signal(str, bool, bool)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, strings.TEAM_SHEET, strings.COPY_NOW, parent)
        theme = desk.theme
        self._before = ""
        self.words = TextArea(theme, strings.TEAM_FIELD, least_lines=6, share=0.5)
        self.shares = QCheckBox(strings.TEAM_SHARED)
        self.add_row(TextLabel(theme, strings.TEAM_TEXT, Type.LIST, tone=Role.TEXT2, lines=0))
        self.add_row(LabelledField(theme, strings.TEAM_FIELD, self.words))
        self.add_row(self.shares)
        self.submitted.connect(self._on_submitted)
        self.words.textChanged.connect(self.refit)

    def offer(self, words: str) -> None:
        """Open with what would be copied."""
        self._before = words
        self.words.setPlainText(words)
        self.shares.setChecked(True)
        self.tell("")
        self.show_sheet(self.words)

    @Slot()
    def _on_submitted(self) -> None:
        words = self.words.toPlainText().strip()
        if not words:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.close_sheet()
        self.copied.emit(words, words != self._before, self.shares.isChecked())
