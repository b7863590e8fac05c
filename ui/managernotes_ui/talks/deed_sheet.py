"""Sheets that do one thing in the vault, and fields of them that are read: a day, a number."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from managernotes.clock import today
from managernotes.domain.days import past_day
from managernotes.errors import InvalidInputError, ManagerNotesError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.session import Changed
from managernotes_ui.common.strings import deeds as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.style.theme import Theme
from managernotes_ui.talks.form_sheet import FormSheet
from managernotes_ui.talks.typed_when import typed_day
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.line_edit import LineEdit

T = TypeVar("T")


class DayField(LabelledField):
    """A day as it is typed; `is_past` reads days that have been, else days to come."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        hint: str,
        today: Callable[[], date],
        *,
        is_past: bool = False,
    ) -> None:
        self.edit = LineEdit(theme, label, hint)
        super().__init__(theme, label, self.edit)
        self._today = today
        self._is_past = is_past
        self._shown: tuple[str, date | None] = ("", None)
        self.edit.textEdited.connect(lambda _words: self.show_error(""))

    def show_day(self, day: date | None) -> None:
        """Show a day, or none."""
        words = "" if day is None else f"{day.day} {day:%b %Y}"
        self._shown = (words, day)
        self.edit.setText(words)
        self.show_error("")

    def read(self) -> date | None:
        """Return the day, None for none; says at the field what is wrong, and raises it."""
        words = self.edit.text().strip()
        if words == self._shown[0]:
            return self._shown[1]
        try:
            return self._past(words) if self._is_past else typed_day(words, self._today())
        except InvalidInputError as error:
            self.show_error(str(error))
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            raise

    def _past(self, words: str) -> date | None:
        if not words:
            return None
        day = past_day(words.replace(" ", ""), self._today())
        if day is None:
            raise InvalidInputError(strings.BAD_PAST_DAY)
        return day


class NumberField(LabelledField):
    """A number as it is typed."""

    def __init__(self, theme: Theme, label: str) -> None:
        self.edit = LineEdit(theme, label)
        super().__init__(theme, label, self.edit)
        self.edit.textEdited.connect(lambda _words: self.show_error(""))

    def show_number(self, value: float | None) -> None:
        """Show a number, or none."""
        self.edit.setText("" if value is None else f"{value:g}")
        self.show_error("")

    def read(self) -> float | None:
        """Return the number, None for none; says at the field what is wrong, and raises it."""
        words = self.edit.text().strip().replace(",", ".").removesuffix("%").strip()
        if not words:
            return None
        try:
            value = float(words)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            self.show_error(strings.BAD_NUMBER)
            self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            raise InvalidInputError(strings.BAD_NUMBER)
        return value


class DeedSheet(FormSheet):
    """A sheet that is put away once the vault has taken what it says; a refusal stands in it."""

    def __init__(self, desk: Desk, title: str, yes: str, parent: QWidget) -> None:
        super().__init__(desk, title, yes, parent)
        self._desk = desk
        self.submitted.connect(self.on_submitted)

    def today(self) -> date:
        """Return the local calendar day."""
        return today(self._desk.session.clock)

    def on_submitted(self) -> None:
        """Do what the sheet is for; a subclass says it."""
        raise NotImplementedError

    def do(
        self,
        work: Callable[[Workspace], T],
        then: Callable[[T], None] | None = None,
        changes: Changed = Changed.TALKS,
    ) -> None:
        """Change something in the vault; the sheet goes once that is on disk."""

        def done(outcome: T) -> None:
            self.close_sheet()
            if then is not None:
                then(outcome)

        self._desk.session.write(work, changes=changes, done=done, failed=self.on_refused)

    def on_refused(self, error: Exception) -> None:
        """Say what stands in the way."""
        known = isinstance(error, ManagerNotesError)
        self.tell(str(error) if known else strings.NOT_STORED)
