"""The sheet of a step of growth: of which kind, what for, your help, from when to when (S15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from managernotes.domain.growth import (
    LIVE_STEPS,
    GrowthKind,
    GrowthStep,
    NewGrowthStep,
    StepState,
    StepWords,
)
from managernotes.domain.identity import GrowthStepId, PersonId
from managernotes.errors import InvalidInputError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.strings import growth as strings
from managernotes_ui.goals.word_saving import save_step_word
from managernotes_ui.shell.desk import Desk
from managernotes_ui.talks.deed_sheet import DayField
from managernotes_ui.talks.saving_sheet import SavingSheet
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.select import Select

_REFLECTED = frozenset({StepState.DONE, StepState.APPLIED})


@dataclass(frozen=True, slots=True)
class _Values:
    kind: GrowthKind
    start_on: date | None
    due_on: date | None
    is_time_agreed: bool


class StepSheet(SavingSheet):
    """`offer` opens it for somebody, `edit` for a step."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, strings.STEP_TITLE, strings.ADD, save_step_word, parent)
        theme = desk.theme
        self._person: PersonId | None = None
        self.kind = Select(theme, strings.KIND)
        self.purpose = LineEdit(theme, strings.PURPOSE, strings.PURPOSE_HINT)
        self.help = LineEdit(theme, strings.HELP, strings.HELP_HINT)
        self.start = DayField(theme, strings.START, strings.START_HINT, self.today)
        self.due = DayField(theme, strings.DUE, strings.DUE_HINT, self.today)
        self.time = Select(theme, strings.TIME)
        self.reflection = LineEdit(theme, strings.REFLECTION, strings.REFLECTION_HINT)
        self.applied = LineEdit(theme, strings.APPLIED, strings.APPLIED_HINT)
        self._purpose = LabelledField(theme, strings.PURPOSE, self.purpose)
        self._reflection = LabelledField(theme, strings.REFLECTION, self.reflection)
        self._applied = LabelledField(theme, strings.APPLIED, self.applied)
        for kind, words in strings.KINDS.items():
            self.kind.addItem(words, kind.value)
        for words in (strings.TIME_OPEN, strings.TIME_IS_AGREED):
            self.time.addItem(words)
        self._lay_out()

    def offer(self, person: PersonId) -> None:
        """Open with empty fields."""
        self._person = person
        self._begin(None)

    def edit(self, step: GrowthStepId) -> None:
        """Open with a step as it is stored."""
        self._desk.session.read(
            lambda workspace: workspace.growth.step(step),
            done=self._begin,
            channel="step-to-write",
            as_stored=True,
        )

    def read_values(self) -> _Values:
        """Return kind, days and whether time was agreed."""
        kind = GrowthKind(self.kind.currentData())
        return _Values(kind, self.start.read(), self.due.read(), self.time.currentIndex() == 1)

    def store_values(self, workspace: Workspace, values: object) -> object:
        """Store kind, days and whether time was agreed."""
        new = cast("_Values", values)
        return workspace.growth.set_step(
            cast("GrowthStepId", self.record),
            kind=new.kind,
            start_on=new.start_on,
            due_on=new.due_on,
            is_time_agreed=new.is_time_agreed,
        )

    def begin_new(self) -> None:
        """Store a new step; it begins as an idea."""
        person, purpose = self._person, self.words_of("purpose")
        if not purpose:
            self._purpose.show_error(strings.NEEDS_PURPOSE)
            self.purpose.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            values = self.read_values()
        except InvalidInputError:
            return
        if person is None:
            return
        new = NewGrowthStep(
            person=person,
            kind=values.kind,
            words=StepWords(purpose=purpose, manager_help=self.words_of("manager_help")),
            start_on=values.start_on,
            due_on=values.due_on,
            is_time_agreed=values.is_time_agreed,
        )
        self.do(lambda workspace: workspace.growth.add_step(new))

    def _begin(self, step: GrowthStep | None) -> None:
        self.fill(step and step.id, step and step.words, strings.STEP_TITLE)
        kind = step.kind if step is not None else GrowthKind.STRETCH_WORK
        self.kind.setCurrentIndex(self.kind.findData(kind.value))
        self.start.show_day(step.start_on if step is not None else None)
        self.due.show_day(step.due_on if step is not None else None)
        self.time.setCurrentIndex(int(step is not None and step.is_time_agreed))
        state = step.state if step is not None else StepState.IDEA
        self._reflection.setVisible(state not in LIVE_STEPS)
        self._applied.setVisible(state in _REFLECTED)
        self._purpose.show_error("")
        self.take_values()
        self.show_sheet(self.purpose)
        self.purpose.end(False)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        kind = LabelledField(theme, strings.KIND, self.kind)
        time = LabelledField(theme, strings.TIME, self.time)
        self.add_row(self._purpose)
        self.add_row(kind, time)
        self.add_row(LabelledField(theme, strings.HELP, self.help))
        self.add_row(self.start, self.due)
        self.add_row(self._reflection)
        self.add_row(self._applied)
        self.add_hint()
        self.hold_words("purpose", self.purpose)
        self.hold_words("manager_help", self.help)
        self.hold_words("reflection", self.reflection)
        self.hold_words("applied_where", self.applied)
        for value in (self.start.edit, self.due.edit, self.kind, self.time):
            self.hold_value(value)
        self.purpose.textEdited.connect(lambda _words: self._purpose.show_error(""))
