"""The sheet of a check-in: what there is to see, how it goes in words, what helps (S07, S40)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from managernotes.domain.check_in_rules import WITHOUT_VALUE
from managernotes.domain.goal import CheckIn, CheckInWords, Confidence, Goal, NewCheckIn
from managernotes.domain.identity import CheckInId, GoalId
from managernotes.errors import InvalidInputError
from managernotes.practice.course_words import unit_of
from managernotes.services.workspace import Workspace
from managernotes_ui.common.strings import goals as strings
from managernotes_ui.goals.word_saving import save_check_in_word
from managernotes_ui.shell.desk import Desk
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.tokens import Role
from managernotes_ui.talks.deed_sheet import DayField, NumberField
from managernotes_ui.talks.saving_sheet import SavingSheet
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_area import TextArea
from managernotes_ui.widgets.text_label import TextLabel


@dataclass(frozen=True, slots=True)
class _Values:
    on: date
    confidence: Confidence
    value: float | None
    next_on: date | None


class CheckInSheet(SavingSheet):
    """`offer` opens it for a goal, `edit` for one of its check-ins."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, strings.CHECK_IN_TITLE, strings.ADD, save_check_in_word, parent)
        theme = desk.theme
        self._goal: Goal | None = None
        self._about = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=2)
        self.fact = TextArea(theme, strings.FACT, strings.FACT_HINT, least_lines=2)
        self.value = NumberField(theme, strings.VALUE)
        self.word = Select(theme, strings.WORD)
        self.obstacle = LineEdit(theme, strings.OBSTACLE, strings.OBSTACLE_HINT)
        self.help = LineEdit(theme, strings.HELP, strings.HELP_HINT)
        self.on = DayField(theme, strings.ON, strings.ON_HINT, self.today, is_past=True)
        self.next = DayField(theme, strings.NEXT, strings.NEXT_HINT, self.today)
        self._fact = LabelledField(theme, strings.FACT, self.fact)
        for confidence, words in strings.CONFIDENCE.items():
            self.word.addItem(words, confidence.value)
        self._lay_out()

    def offer(self, goal: GoalId) -> None:
        """Open with empty fields for a goal."""
        self._read(goal, None)

    def edit(self, goal: GoalId, check_in: CheckInId) -> None:
        """Open with a check-in as it is stored."""
        self._read(goal, check_in)

    def read_values(self) -> _Values:
        """Return days, word and value; InvalidInputError when one cannot be read."""
        goal = self._goal
        has_value = goal is not None and goal.measured_by not in WITHOUT_VALUE
        return _Values(
            self.on.read() or self.today(),
            Confidence(self.word.currentData()),
            self.value.read() if has_value else None,
            self.next.read(),
        )

    def store_values(self, workspace: Workspace, values: object) -> object:
        """Store what was corrected, and the day of the next look."""
        new = cast("_Values", values)
        goal, identity = cast("tuple[GoalId, CheckInId]", self.record)
        if new.next_on != workspace.goals.get(goal).next_on:
            workspace.goals.look_again(goal, new.next_on)
        return workspace.goals.correct_check_in(
            identity, on=new.on, confidence=new.confidence, value=new.value
        )

    def begin_new(self) -> None:
        """Store a new check-in."""
        goal = self._goal
        words = CheckInWords(
            fact=self.words_of("fact"),
            obstacle=self.words_of("obstacle"),
            help_offered=self.words_of("help_offered"),
        )
        if not words.fact:
            self._fact.show_error(strings.NEEDS_FACT)
            self.fact.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            values = self.read_values()
        except InvalidInputError:
            return
        if goal is None:
            return
        new = NewCheckIn(
            goal=goal.id,
            words=words,
            confidence=values.confidence,
            on=values.on,
            value=values.value,
            next_on=values.next_on,
        )
        self.do(lambda workspace: workspace.goals.check_in(new))

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self.add_row(self._about)
        self.add_row(self._fact)
        self.add_row(self.value, LabelledField(theme, strings.WORD, self.word))
        self.add_row(LabelledField(theme, strings.OBSTACLE, self.obstacle))
        self.add_row(LabelledField(theme, strings.HELP, self.help))
        self.add_row(self.on, self.next)
        self.add_hint()
        self.hold_words("fact", self.fact)
        self.hold_words("obstacle", self.obstacle)
        self.hold_words("help_offered", self.help)
        for value in (self.value.edit, self.on.edit, self.next.edit, self.word):
            self.hold_value(value)
        self.fact.textChanged.connect(lambda: self._fact.show_error(""))
        self.fact.textChanged.connect(self.refit)

    def _read(self, goal: GoalId, check_in: CheckInId | None) -> None:
        self._desk.session.read(
            lambda workspace: workspace.goals.get(goal),
            done=lambda found: self._begin(found, check_in),
            channel="check-in-to-write",
            as_stored=True,
        )

    def _begin(self, goal: Goal, check_in: CheckInId | None) -> None:
        self._goal = goal
        one = next((one for one in goal.check_ins if one.id == check_in), None)
        record = None if one is None else (goal.id, one.id)
        self.fill(record, one and one.words, strings.CHECK_IN_EDIT)
        title = self._desk.session.discreet.text(goal.words.title)
        unit = unit_of(goal)
        self._about.setText(f"{title} ({unit})" if unit else title)
        self.value.setVisible(goal.measured_by not in WITHOUT_VALUE)
        self._show_values(goal, one)
        self._fact.show_error("")
        self.take_values()
        self.show_sheet(self.fact)

    def _show_values(self, goal: Goal, one: CheckIn | None) -> None:
        self.value.show_number(one.value if one is not None else None)
        word = one.confidence if one is not None else goal.confidence
        if one is None and word is Confidence.NOT_STARTED:
            word = Confidence.ON_COURSE
        self.word.setCurrentIndex(self.word.findData(word.value))
        self.on.show_day(one.on if one is not None else None)
        ahead = goal.next_on if goal.next_on is not None and goal.next_on > self.today() else None
        self.next.show_day(goal.next_on if one is not None else ahead)
