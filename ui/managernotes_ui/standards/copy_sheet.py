"""The sheet with a person's own words for an expectation, a note, and the day of the talk."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from managernotes.domain.identity import YardstickId
from managernotes.domain.yardstick import CopyWords
from managernotes.errors import InvalidInputError
from managernotes_ui.common.strings import expectations as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.standards.expectations_vm import ExpectationsViewModel
from managernotes_ui.talks.deed_sheet import DayField
from managernotes_ui.talks.form_sheet import FormSheet
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.text_area import TextArea


class CopySheet(FormSheet):
    """Is put away once the vault has taken what it says."""

    def __init__(self, desk: Desk, vm: ExpectationsViewModel, parent: QWidget) -> None:
        super().__init__(desk, strings.SHEET_TITLE, strings.SAVE, parent)
        self._vm = vm
        self._yardstick: YardstickId | None = None
        theme = desk.theme
        self.theirs = TextArea(
            theme, strings.IN_THEIR_WORDS, strings.IN_THEIR_WORDS_HINT, least_lines=3, share=0.2
        )
        self.note = TextArea(
            theme, strings.LOCAL_NOTE, strings.LOCAL_NOTE_HINT, least_lines=2, share=0.2
        )
        self.day = DayField(
            theme, strings.TALKED_DAY, strings.TALKED_DAY_HINT, vm.today, is_past=True
        )
        self.add_row(LabelledField(theme, strings.IN_THEIR_WORDS, self.theirs))
        self.add_row(LabelledField(theme, strings.LOCAL_NOTE, self.note))
        self.add_row(self.day)
        self.submitted.connect(self._on_submitted)
        self.theirs.textChanged.connect(self.refit)
        self.note.textChanged.connect(self.refit)
        vm.changes.saved.connect(self._on_saved)
        vm.changes.refused.connect(self._on_refused)

    def offer(self, yardstick: YardstickId) -> None:
        """Open with what is stored."""
        self._vm.changes.read_copy(yardstick, lambda read: self._on_read(yardstick, *read))

    def _on_read(self, yardstick: YardstickId, words: CopyWords, day: date | None) -> None:
        self._yardstick = yardstick
        self.theirs.setPlainText(words.in_their_words)
        self.theirs.moveCursor(QTextCursor.MoveOperation.End)
        self.note.setPlainText(words.local_note)
        self.day.show_day(day)
        self.tell("")
        self.show_sheet(self.theirs)

    @Slot()
    def _on_submitted(self) -> None:
        if self._yardstick is None:
            return
        words = CopyWords(
            local_note=self.note.toPlainText(), in_their_words=self.theirs.toPlainText()
        )
        with suppress(InvalidInputError):  # which then stands at the field
            self._vm.changes.save_copy(self._yardstick, words, self.day.read())
        self.refit()

    @Slot()
    def _on_saved(self) -> None:
        if self.isVisible():
            self.close_sheet()

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        if self.isVisible():
            self.tell(sentence)
