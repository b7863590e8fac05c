"""The sheets that move a promise and that drop it: each asks whether they know (S17)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import IntEnum

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from managernotes.clock import today
from managernotes.domain.days import past_day
from managernotes.domain.promise import Promise, PromiseOwner
from managernotes.errors import InvalidInputError, ManagerNotesError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.session import Changed
from managernotes_ui.common.strings import promises as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.tokens import Role
from managernotes_ui.talks.form_sheet import FormSheet
from managernotes_ui.talks.typed_when import typed_day
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_label import TextLabel


class Told(IntEnum):
    """The answers to "do they know?": nothing is answered before it was asked."""

    UNANSWERED = 0
    NOT_YET = 1
    YES = 2


class _PromiseSheet(FormSheet):
    """Asks whether they know, and does something with one promise."""

    def __init__(self, desk: Desk, title: str, yes: str, parent: QWidget) -> None:
        super().__init__(desk, title, yes, parent)
        self._desk = desk
        self._promise: Promise | None = None
        theme = desk.theme
        self.told = Select(theme, strings.TOLD_QUESTION)
        for answer in ("", strings.NOT_YET, strings.YES_ON):
            self.told.addItem(answer)
        self.told_day = LineEdit(theme, strings.TOLD_DAY, "today")
        self.told_field = LabelledField(theme, strings.TOLD_QUESTION, self.told)
        self.told_day_field = LabelledField(theme, strings.TOLD_DAY, self.told_day)
        self.told.currentIndexChanged.connect(self._on_told)
        self.told_day.textEdited.connect(lambda _words: self.told_day_field.show_error(""))
        self.submitted.connect(self._on_submitted)

    def _begin(self, promise: Promise) -> None:
        """Empty what every such sheet asks."""
        self._promise = promise
        self.told.setCurrentIndex(Told.UNANSWERED)
        self.told_day.setText("today")
        self._on_told()
        self.tell("")

    def _read_told(self) -> tuple[bool, date | None]:
        """Return whether it was answered, and since which day they know, if they do."""
        answer = self.told.currentIndex()
        if answer <= Told.UNANSWERED:
            self.told_field.show_error(strings.NEEDS_ANSWER)
            self.told.setFocus(Qt.FocusReason.OtherFocusReason)
            self.refit()
            return False, None
        if answer == Told.NOT_YET:
            return True, None
        try:
            day = past_day(self.told_day.text().strip() or "today", self._today())
            if day is None:
                raise InvalidInputError(strings.NEEDS_DAY)  # noqa: TRY301 - told at the field
        except InvalidInputError as error:
            self.told_day_field.show_error(str(error))
            self.refit()
            return False, None
        return True, day

    def _today(self) -> date:
        return today(self._desk.session.clock)

    def _do(
        self, work: Callable[[Workspace], object], then: Callable[[], None] = lambda: None
    ) -> None:
        def done(_outcome: object) -> None:
            self.close_sheet()
            then()

        self._desk.session.write(work, changes=Changed.TALKS, done=done, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        known = isinstance(error, ManagerNotesError)
        self.tell(str(error) if known else strings.NOT_STORED)

    @Slot()
    def _on_told(self) -> None:
        self.told_field.show_error("")
        self.told_day_field.show_error("")
        self.told_day_field.setVisible(self.told.currentIndex() == Told.YES)
        self.refit()

    @Slot()
    def _on_submitted(self) -> None:
        """Do what the sheet is for; a subclass says it."""


class MovePromiseSheet(_PromiseSheet):
    """Gives a promise another day; the first one stays with it (INV-10)."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, strings.MOVE_TITLE, strings.MOVE_YES, parent)
        self._dates = DateWords()
        self.day = LineEdit(desk.theme, strings.NEW_DAY, strings.DAY_HINT)
        self.day_field = LabelledField(desk.theme, strings.NEW_DAY, self.day)
        self._stays = TextLabel(desk.theme, "", Type.META, tone=Role.MUTED, lines=0)
        self.day.textEdited.connect(lambda _words: self.day_field.show_error(""))
        self.add_row(self.day_field)
        self.add_row(self.told_field, self.told_day_field)
        self.add_row(self._stays)

    def offer(self, promise: Promise) -> None:
        """Open for a promise."""
        self.day.clear()
        self.day_field.show_error("")
        first = promise.original_due_on
        if first is not None:
            day = self._dates.weekday_and_day(first, self._today())
            self._stays.setText(strings.STAYS.format(day=day))
        self._stays.setVisible(first is not None)
        self._begin(promise)
        self.show_sheet(self.day)

    @Slot()
    def _on_submitted(self) -> None:
        promise, day = self._promise, self._read_day()
        if promise is None or day is None:
            return
        answered, told_on = self._read_told()
        if answered:
            self._do(lambda workspace: workspace.promises.move(promise.id, day, told_on))

    def _read_day(self) -> date | None:
        try:
            day = typed_day(self.day.text(), self._today())
            if day is None:
                raise InvalidInputError(strings.NEEDS_DAY)  # noqa: TRY301 - told at the field
        except InvalidInputError as error:
            self.day_field.show_error(str(error))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
            self.refit()
            return None
        return day


class DropPromiseSheet(_PromiseSheet):
    """Drops a promise with one sentence; mine stays on the list until they know."""

    def __init__(self, desk: Desk, parent: QWidget, dropped: Callable[[Promise], None]) -> None:
        super().__init__(desk, strings.DROP_TITLE, strings.DROP_YES, parent)
        self._dropped = dropped
        self.reason = LineEdit(desk.theme, strings.REASON, strings.REASON_HINT)
        self.reason_field = LabelledField(desk.theme, strings.REASON, self.reason)
        self.reason.textEdited.connect(lambda _words: self.reason_field.show_error(""))
        self.add_row(self.reason_field)
        self.add_row(self.told_field, self.told_day_field)

    def offer(self, promise: Promise) -> None:
        """Open for a promise; what they drop, they have told."""
        self.reason.clear()
        self.reason_field.show_error("")
        self._begin(promise)
        self.told_field.setVisible(promise.owner is PromiseOwner.ME)
        self.show_sheet(self.reason)

    @Slot()
    def _on_submitted(self) -> None:
        promise, reason = self._promise, self.reason.text().strip()
        if promise is None:
            return
        if not reason:
            self.reason_field.show_error(strings.NEEDS_REASON)
            self.refit()
            return
        if promise.owner is not PromiseOwner.ME:
            self._drop(promise, reason, self._today())
            return
        answered, told_on = self._read_told()
        if answered:
            self._drop(promise, reason, told_on)

    def _drop(self, promise: Promise, reason: str, told_on: date | None) -> None:
        self._do(
            lambda workspace: workspace.promises.drop(promise.id, reason, told_on),
            then=lambda: self._dropped(promise),
        )
