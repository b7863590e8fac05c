"""The sheet that lets a topic wait for a day to come (SPEC §7, topic row)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from managernotes.clock import today
from managernotes.errors import InvalidInputError
from managernotes_ui.common.strings import plan_talk
from managernotes_ui.common.strings import talk_page as strings
from managernotes_ui.conversations.agenda_rows import AgendaRow
from managernotes_ui.shell.desk import Desk
from managernotes_ui.talks.form_sheet import FormSheet
from managernotes_ui.talks.typed_when import typed_day
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.line_edit import LineEdit


class GiveDaySheet(FormSheet):
    """`given` brings the row and the day."""

    given = Signal(object, object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, strings.GIVE_DAY_TITLE, strings.GIVE_DAY_YES, parent)
        self._desk = desk
        self._row: AgendaRow | None = None
        self.day = LineEdit(desk.theme, strings.UNTIL, plan_talk.DAY_HINT)
        self._field = LabelledField(desk.theme, strings.UNTIL, self.day)
        self.add_row(self._field)
        self.day.textEdited.connect(lambda _words: self._field.show_error(""))
        self.submitted.connect(self._on_submitted)

    def offer(self, row: AgendaRow) -> None:
        """Open for a topic."""
        self._row = row
        self.day.clear()
        self._field.show_error("")
        self.show_sheet(self.day)

    @Slot()
    def _on_submitted(self) -> None:
        try:
            day = typed_day(self.day.text(), today(self._desk.session.clock))
        except InvalidInputError as error:
            self._refuse(str(error))
            return
        if day is None:
            self._refuse(strings.NEEDS_DAY)
        else:
            self.close_sheet()
            self.given.emit(self._row, day)

    def _refuse(self, sentence: str) -> None:
        self._field.show_error(sentence)
        self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refit()
