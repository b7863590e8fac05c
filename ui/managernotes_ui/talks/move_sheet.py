"""The sheets that give a talk another day, and that cancel it; the reason is kept with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from managernotes.clock import today
from managernotes.domain.conversation import PREPARED_TYPES, ConversationRow
from managernotes.errors import InvalidInputError, ManagerNotesError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed
from managernotes_ui.common.strings import plan_talk as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.talks.form_sheet import FormSheet
from managernotes_ui.talks.typed_when import typed_day
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.line_edit import LineEdit


class _ReasonSheet(FormSheet):
    """Asks for the reason, and does something with one talk."""

    def __init__(self, desk: Desk, title: str, yes: str, parent: QWidget) -> None:
        super().__init__(desk, title, yes, parent)
        self._desk = desk
        self._row: ConversationRow | None = None
        self.reason = LineEdit(desk.theme, strings.REASON, strings.REASON_HINT)
        self.reason_field = LabelledField(desk.theme, strings.REASON, self.reason)
        self.reason.textEdited.connect(lambda _words: self.reason_field.show_error(""))
        self.submitted.connect(self._on_submitted)

    def _do(self, work: Callable[[Workspace], object]) -> None:
        self._desk.session.write(
            work,
            changes=Changed.TALKS,
            done=lambda _done: self.close_sheet(),
            failed=self._on_failed,
        )

    def _on_failed(self, error: Exception) -> None:
        known = isinstance(error, ManagerNotesError)
        self.tell(str(error) if known else strings.NOT_MOVED)

    @Slot()
    def _on_submitted(self) -> None:
        """Do what the sheet is for; a subclass says it."""


class MoveSheet(_ReasonSheet):
    """Postpones a talk to a day, with the reason; its first day stays known."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, strings.MOVE_TITLE, strings.MOVE, parent)
        self.day = LineEdit(desk.theme, strings.NEW_DAY, strings.DAY_HINT)
        self.day_field = LabelledField(desk.theme, strings.NEW_DAY, self.day)
        self.day.textEdited.connect(lambda _words: self.day_field.show_error(""))
        self.add_row(self.day_field, self.reason_field, shares=(1, 2))

    def offer(self, row: ConversationRow) -> None:
        """Open for a talk."""
        self._row = row
        self.day.clear()
        self.reason.clear()
        self.day_field.show_error("")
        self.tell("")
        self.show_sheet(self.day)

    @Slot()
    def _on_submitted(self) -> None:
        row, day = self._row, self._read()
        if row is None or day is None:
            return
        reason = self.reason.text()
        self._do(lambda workspace: workspace.talks.move(row.id, day, reason))

    def _read(self) -> date | None:
        try:
            day = typed_day(self.day.text(), today(self._desk.session.clock))
            if day is None:
                raise InvalidInputError(strings.NEEDS_DAY)  # noqa: TRY301 - told at the field
        except InvalidInputError as error:
            self.day_field.show_error(str(error))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            self.refit()
            return None
        return day


class CancelSheet(_ReasonSheet):
    """Cancels a talk; one that was being prepared is dropped, and its words are kept."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, strings.CANCEL_TITLE, strings.CANCEL_TALK, parent)
        self.no.setText(strings.KEEP_TALK)
        self.add_row(self.reason_field)

    def offer(self, row: ConversationRow) -> None:
        """Open for a talk."""
        self._row = row
        self.reason.clear()
        self.reason_field.show_error("")
        self.tell("")
        self.show_sheet(self.reason)

    @Slot()
    def _on_submitted(self) -> None:
        row, reason = self._row, self.reason.text().strip()
        if not reason:
            self.reason_field.show_error(strings.NEEDS_REASON)
            self.refit()
        elif row is not None:
            prepared = row.type in PREPARED_TYPES
            self._do(
                lambda workspace: (
                    workspace.talks.drop(row.id, reason)
                    if prepared
                    else workspace.talks.cancel(row.id, reason)
                )
            )
