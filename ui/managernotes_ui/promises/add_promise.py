"""The sheet that writes a promise down: whose, what, by when; the day may stand in the words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from managernotes.clock import today
from managernotes.domain.identity import PersonId
from managernotes.domain.promise import NewPromise, Promise, PromiseOwner, PromiseWords
from managernotes.errors import InvalidInputError, ManagerNotesError
from managernotes.text.promise_lines import read_lines
from managernotes_ui.common.session import Changed
from managernotes_ui.common.strings import promises as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.talks.form_sheet import FormSheet
from managernotes_ui.talks.typed_when import typed_day
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.select import Select

_OWNERS = (PromiseOwner.ME, PromiseOwner.THEM)
_LONGEST = 240


class AddPromiseSheet(FormSheet):
    """`offer` opens it with somebody chosen; the promise is stored at once."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, strings.ADD_TITLE, strings.ADD_YES, parent)
        self._desk = desk
        theme = desk.theme
        self.whose = Select(theme, strings.WHOSE)
        self.who = Select(theme, strings.WHO)
        self.text = LineEdit(theme, strings.TEXT, strings.TEXT_HINT)
        self.day = LineEdit(theme, strings.BY_WHEN, strings.DAY_HINT)
        self.help = LineEdit(theme, strings.HELP_FIELD, strings.HELP_HINT)
        self.text_field = LabelledField(theme, strings.TEXT, self.text)
        self.day_field = LabelledField(theme, strings.BY_WHEN, self.day)
        self.help_field = LabelledField(theme, strings.HELP_FIELD, self.help)
        self._lay_out()

    def offer(self, person: PersonId | None = None) -> None:
        """Open with empty fields, and with whom it is, if that is known."""
        people = self._desk.directory.people
        self.who.clear()
        for one in people:
            self.who.addItem(one.display_name, one.id)
        ids = [one.id for one in people]
        self.who.setCurrentIndex(ids.index(person) if person in ids else min(0, len(ids) - 1))
        self.whose.setCurrentIndex(0)
        for edit in (self.text, self.day, self.help):
            edit.clear()
        self._on_edited()
        self._on_whose()
        self.show_sheet(self.text)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self.whose.addItem(strings.I_OWE)
        self.whose.addItem(strings.THEY_OWE)
        self.text.setMaxLength(_LONGEST)
        self.add_row(self.text_field)
        self.add_row(
            LabelledField(theme, strings.WHOSE, self.whose),
            LabelledField(theme, strings.WHO, self.who),
            self.day_field,
        )
        self.add_row(self.help_field)
        self.whose.currentIndexChanged.connect(self._on_whose)
        self.submitted.connect(self._on_submitted)
        for edit in (self.text, self.day, self.help):
            edit.textEdited.connect(self._on_edited)

    @Slot()
    def _on_edited(self) -> None:
        self.text_field.show_error("")
        self.day_field.show_error("")
        self.tell("")

    @Slot()
    def _on_whose(self) -> None:
        self.help_field.setVisible(self._owner is PromiseOwner.THEM)
        self.refit()

    @property
    def _owner(self) -> PromiseOwner:
        return _OWNERS[max(self.whose.currentIndex(), 0)]

    @Slot()
    def _on_submitted(self) -> None:
        new = self._read()
        if new is None:
            return
        self._desk.session.write(
            lambda workspace: workspace.promises.add(new),
            changes=Changed.TALKS,
            done=self._on_added,
            failed=self._on_failed,
        )

    def _read(self) -> NewPromise | None:
        person = self.who.currentData()
        if person is None:
            self.tell(strings.NEEDS_PERSON)
            return None
        if not self.text.text().strip():
            self.text_field.show_error(strings.NEEDS_TEXT)
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self.refit()
            return None
        try:
            day = typed_day(self.day.text(), self._today())
        except InvalidInputError as error:
            self.day_field.show_error(str(error))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            self.refit()
            return None
        text, day = self._said(day)
        words = PromiseWords(text=text, help=self.help.text().strip())
        return NewPromise(owner=self._owner, people=(person,), words=words, due_on=day)

    def _said(self, day: date | None) -> tuple[str, date | None]:
        """Return what is promised and by when; a day in the words counts unless one is typed."""
        [line] = read_lines(self.text.text(), (), self._today()) or (None,)
        if line is None or day is not None or line.due_on is None:
            return self.text.text().strip(), day
        return line.text, line.due_on

    def _today(self) -> date:
        return today(self._desk.session.clock)

    def _on_added(self, _promise: Promise) -> None:
        self.close_sheet()

    def _on_failed(self, error: Exception) -> None:
        known = isinstance(error, ManagerNotesError)
        self.tell(str(error) if known else strings.NOT_STORED)
