"""The sheet of mentoring: with whom, what for, how often; never what is said between them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from managernotes.domain.growth import Mentoring, MentoringState, MentoringWords
from managernotes.domain.identity import MentoringId, PersonId
from managernotes.domain.person import Cadence
from managernotes.errors import InvalidInputError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.strings import growth as strings
from managernotes_ui.goals.word_saving import save_mentoring_word
from managernotes_ui.shell.desk import Desk
from managernotes_ui.talks.deed_sheet import DayField
from managernotes_ui.talks.saving_sheet import SavingSheet
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.select import Select


@dataclass(frozen=True, slots=True)
class _Values:
    every: Cadence | None
    first_on: date | None
    end_on: date | None


class MentoringSheet(SavingSheet):
    """`offer` opens it for somebody, `edit` for a mentoring."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, strings.MENTORING_TITLE, strings.ADD, save_mentoring_word, parent)
        theme = desk.theme
        self._person: PersonId | None = None
        self.aim = LineEdit(theme, strings.AIM, strings.AIM_HINT)
        self.mentor = LineEdit(theme, strings.MENTOR, strings.MENTOR_HINT)
        self.rules = LineEdit(theme, strings.RULES, strings.RULES_HINT)
        self.gained = LineEdit(theme, strings.GAINED, strings.GAINED_HINT)
        self.every = Select(theme, strings.EVERY)
        self.first = DayField(theme, strings.FIRST, strings.START_HINT, self.today)
        self.end = DayField(theme, strings.END, strings.DUE_HINT, self.today)
        self._aim = LabelledField(theme, strings.AIM, self.aim)
        self._gained = LabelledField(theme, strings.GAINED, self.gained)
        self.every.addItem(strings.NO_RHYTHM, "")
        for every, words in strings.RHYTHM.items():
            self.every.addItem(words, every.value)
        self._lay_out()

    def offer(self, person: PersonId) -> None:
        """Open with empty fields."""
        self._person = person
        self._begin(None)

    def edit(self, mentoring: MentoringId) -> None:
        """Open with a mentoring as it is stored."""
        self._desk.session.read(
            lambda workspace: workspace.growth.mentoring(mentoring),
            done=self._begin,
            channel="mentoring-to-write",
            as_stored=True,
        )

    def read_values(self) -> _Values:
        """Return rhythm and days."""
        chosen = self.every.currentData()
        return _Values(Cadence(chosen) if chosen else None, self.first.read(), self.end.read())

    def store_values(self, workspace: Workspace, values: object) -> object:
        """Store rhythm and days."""
        new = cast("_Values", values)
        return workspace.growth.set_mentoring(
            cast("MentoringId", self.record),
            every=new.every,
            first_on=new.first_on,
            end_on=new.end_on,
        )

    def begin_new(self) -> None:
        """Store a new mentoring; somebody is sought until one is found."""
        person = self._person
        if not self.words_of("aim"):
            self._aim.show_error(strings.NEEDS_AIM)
            self.aim.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            values = self.read_values()
        except InvalidInputError:
            return
        if person is None:
            return
        names = [part.name for part in fields(MentoringWords)]
        words = MentoringWords(**{name: self.words_of(name) for name in names})
        self.do(
            lambda workspace: workspace.growth.add_mentoring(
                person, words, values.every, values.first_on, values.end_on
            )
        )

    def _begin(self, one: Mentoring | None) -> None:
        self.fill(one and one.id, one and one.words, strings.MENTORING_TITLE)
        every = one.every if one is not None else Cadence.FORTNIGHTLY
        self.every.setCurrentIndex(self.every.findData(every.value if every else ""))
        self.first.show_day(one.first_on if one is not None else None)
        self.end.show_day(one.end_on if one is not None else None)
        self._gained.setVisible(one is not None and one.state is MentoringState.ENDED)
        self._aim.show_error("")
        self.take_values()
        self.show_sheet(self.aim)
        self.aim.end(False)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        mentor = LabelledField(theme, strings.MENTOR, self.mentor)
        every = LabelledField(theme, strings.EVERY, self.every)
        self.add_row(self._aim)
        self.add_row(mentor, every)
        self.add_row(self.first, self.end)
        self.add_row(LabelledField(theme, strings.RULES, self.rules))
        self.add_row(self._gained)
        self.add_hint()
        self.hold_words("aim", self.aim)
        self.hold_words("mentor", self.mentor)
        self.hold_words("ground_rules", self.rules)
        self.hold_words("gained", self.gained)
        for value in (self.first.edit, self.end.edit, self.every):
            self.hold_value(value)
        self.aim.textEdited.connect(lambda _words: self._aim.show_error(""))
