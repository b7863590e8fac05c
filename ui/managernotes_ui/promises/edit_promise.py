"""The sheet that words a promise anew; its day has a sheet of its own, which asks who knows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from managernotes.domain.identity import PromiseId
from managernotes.domain.promise import Promise, PromiseOwner
from managernotes.errors import ManagerNotesError
from managernotes_ui.common.session import Changed
from managernotes_ui.common.strings import promises as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.talks.form_sheet import FormSheet
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.line_edit import LineEdit


class EditPromiseSheet(FormSheet):
    """Reads the words as they are stored, so that no initials of discreet mode are saved."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, strings.EDIT_TITLE, strings.EDIT_YES, parent)
        self._desk = desk
        self._promise: Promise | None = None
        self.text = LineEdit(desk.theme, strings.TEXT)
        self.help = LineEdit(desk.theme, strings.HELP_FIELD, strings.HELP_HINT)
        self.text_field = LabelledField(desk.theme, strings.TEXT, self.text)
        self.help_field = LabelledField(desk.theme, strings.HELP_FIELD, self.help)
        self.add_row(self.text_field)
        self.add_row(self.help_field)
        self.text.textEdited.connect(lambda _words: self.text_field.show_error(""))
        self.submitted.connect(self._on_submitted)

    def offer(self, promise: PromiseId) -> None:
        """Open for a promise once its words are read."""
        self._desk.session.read(
            lambda workspace: workspace.promises.get(promise),
            done=self._begin,
            channel="promise-to-edit",
            as_stored=True,
        )

    def _begin(self, promise: Promise) -> None:
        self._promise = promise
        self.text.setText(promise.words.text)
        self.help.setText(promise.words.help)
        self.help_field.setVisible(promise.owner is not PromiseOwner.ME)
        self.text_field.show_error("")
        self.tell("")
        self.show_sheet(self.text)
        self.text.end(False)

    @Slot()
    def _on_submitted(self) -> None:
        promise, text = self._promise, self.text.text().strip()
        if promise is None:
            return
        if not text:
            self.text_field.show_error(strings.NEEDS_TEXT)
            self.refit()
            return
        words = replace(promise.words, text=text, help=self.help.text().strip())
        self._desk.session.write(
            lambda workspace: workspace.promises.reword(promise.id, words, promise.revision),
            changes=Changed.TALKS,
            done=lambda _done: self.close_sheet(),
            failed=self._on_failed,
        )

    def _on_failed(self, error: Exception) -> None:
        known = isinstance(error, ManagerNotesError)
        self.tell(str(error) if known else strings.NOT_STORED)
