"""The sheet that ends a look-back: one thing to try, and whether it is a promise (S45)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from managernotes.errors import InvalidInputError, ManagerNotesError
from managernotes_ui.common.strings import look_back as strings
from managernotes_ui.common.strings import promises as promise_strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.tokens import Role
from managernotes_ui.talks.form_sheet import FormSheet
from managernotes_ui.talks.typed_when import typed_day
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

Finish = Callable[[date | None, Callable[[Exception], None]], None]


class DoneSheet(FormSheet):
    """At most one promise, to oneself, with a day; without a day there is none."""

    def __init__(self, desk: Desk, parent: QWidget, today: Callable[[], date]) -> None:
        super().__init__(desk, strings.DONE_TIP, strings.DONE, parent)
        theme = desk.theme
        self._today = today
        self._finish: Finish | None = None
        self._thing = TextLabel(theme, "", Type.BODY, tone=Role.TEXT2, lines=0)
        self._thing.hold_text(Uncover(theme, self._thing, self))
        self.day = LineEdit(theme, strings.BY_WHEN, strings.BY_WHEN_HINT)
        self.day_field = LabelledField(theme, strings.BY_WHEN, self.day)
        self.add_row(self._thing)
        self.add_row(self.day_field)
        self.day.textEdited.connect(lambda _words: self.day_field.show_error(""))
        self.submitted.connect(self._on_submitted)

    def offer(self, month: str, one_thing: str, finish: Finish) -> None:
        """Open for a month; without one thing to try there is nothing to promise."""
        self._finish = finish
        self.title.setText(strings.DONE_TITLE.format(month=month))
        words = strings.ONE_THING_IS.format(text=one_thing) if one_thing else strings.NO_ONE_THING
        self._thing.setText(words)
        self.day.clear()
        self.day_field.show_error("")
        self.day_field.setVisible(bool(one_thing))
        self.tell("")
        self.show_sheet(self.day if one_thing else self.yes)

    @Slot()
    def _on_submitted(self) -> None:
        finish = self._finish
        if finish is None:
            return
        try:
            day = typed_day(self.day.text(), self._today())
        except InvalidInputError as error:
            self.day_field.show_error(str(error))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            self.refit()
            return
        finish(day, self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        known = isinstance(error, ManagerNotesError)
        self.tell(str(error) if known else promise_strings.NOT_STORED)
