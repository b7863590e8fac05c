"""The sheet of a goal: a new one, and the words of an old one, which save themselves (S07)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from managernotes.domain.check_in_rules import WITHOUT_VALUE
from managernotes.domain.goal import Goal, GoalWords, Measure, NewGoal, SetBy
from managernotes.domain.identity import GoalId, PersonId, VisionLineId
from managernotes.domain.vision import Vision
from managernotes.errors import InvalidInputError
from managernotes.services.workspace import Workspace
from managernotes_ui.common.strings import goals as strings
from managernotes_ui.goals.word_saving import save_goal_word
from managernotes_ui.shell.desk import Desk
from managernotes_ui.talks.deed_sheet import DayField, NumberField
from managernotes_ui.talks.saving_sheet import SavingSheet
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.select import Select

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class _Values:
    measured_by: Measure | None
    start: float | None
    target: float | None
    due_on: date | None
    set_by: SetBy | None
    vision_line: VisionLineId | None


class GoalSheet(SavingSheet):
    """`offer` opens it for somebody, `edit` for a goal; what is missing is said in it."""

    added = Signal(object)
    """A new goal is on disk."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, strings.NEW, strings.ADD, save_goal_word, parent)
        theme = desk.theme
        self.name = LineEdit(theme, strings.NAME, strings.NAME_HINT)
        self.who = Select(theme, strings.FOR_WHOM)
        self.set_by = Select(theme, strings.SET_BY_FIELD)
        self.measure = LineEdit(theme, strings.MEASURE, strings.MEASURE_HINT)
        self.measured_by = Select(theme, strings.MEASURED_BY)
        self.start = NumberField(theme, strings.START)
        self.target = NumberField(theme, strings.TARGET)
        self.unit = LineEdit(theme, strings.UNIT, strings.UNIT_HINT)
        self.due = DayField(theme, strings.DUE_FIELD, strings.DUE_HINT, self.today)
        self.support = LineEdit(theme, strings.SUPPORT, strings.SUPPORT_HINT)
        self.why = LineEdit(theme, strings.WHY, strings.WHY_HINT)
        self.learned = LineEdit(theme, strings.LEARNED, strings.LEARNED_HINT)
        self.vision = Select(theme, strings.VISION)
        self._name = LabelledField(theme, strings.NAME, self.name)
        self._who = LabelledField(theme, strings.FOR_WHOM, self.who)
        self._unit = LabelledField(theme, strings.UNIT, self.unit)
        self._learned = LabelledField(theme, strings.LEARNED, self.learned)
        self._lay_out()
        self._hold()

    def offer(self, person: PersonId | None = None) -> None:
        """Open with empty fields."""
        self._desk.session.read(
            lambda workspace: workspace.vision.now(),
            done=lambda vision: self._begin(None, vision, person),
            channel="goal-to-write",
        )

    def edit(self, goal: GoalId, trouble: str = "") -> None:
        """Open with a goal as it is stored, and with what stands in the way of its next step."""
        self._desk.session.read(
            lambda workspace: (workspace.goals.get(goal), workspace.vision.now()),
            done=lambda read: self._begin(*read, None, trouble),
            channel="goal-to-write",
            as_stored=True,
        )

    def read_values(self) -> _Values:
        """Return measure, day and choices; InvalidInputError when one cannot be read."""
        has_value = self._measure not in WITHOUT_VALUE
        return _Values(
            self._measure,
            self.start.read() if has_value else None,
            self.target.read() if has_value else None,
            self.due.read(),
            SetBy(chosen) if (chosen := self.set_by.currentData()) else None,
            self.vision.currentData(),
        )

    def store_values(self, workspace: Workspace, values: object) -> object:
        """Store what is other than before; its first day stays known (INV-10)."""
        new, goals = cast("_Values", values), workspace.goals
        goal = goals.get(cast("GoalId", self.record))
        if new.due_on is None and goal.due_on is not None:
            raise InvalidInputError(strings.DAY_STAYS, strings.DAY_STAYS_ADVICE)
        before = (goal.measured_by, goal.start_value, goal.target_value)
        if (new.measured_by, new.start, new.target) != before:
            goals.set_measure(goal.id, new.measured_by, new.start, new.target)
        if new.due_on is not None and new.due_on != goal.due_on:
            goals.move(goal.id, new.due_on)
        if new.set_by is not goal.set_by:
            goals.set_by(goal.id, new.set_by)
        if new.vision_line != goal.vision_line:
            goals.serve(goal.id, new.vision_line)
        return goal

    def begin_new(self) -> None:
        """Store a new goal; it begins as proposed, whatever is missing."""
        person = self.who.currentData()
        if person is None:
            self.tell(strings.NEEDS_PERSON)
            return
        if not self.name.text().strip():
            self._name.show_error(strings.NEEDS_TITLE)
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            values = self.read_values()
        except InvalidInputError:
            return
        words = GoalWords(**{part.name: self.words_of(part.name) for part in fields(GoalWords)})
        new = NewGoal(
            person=person,
            words=words,
            measured_by=values.measured_by,
            start_value=values.start,
            target_value=values.target,
            due_on=values.due_on,
            set_by=values.set_by,
            vision_line=values.vision_line,
        )
        self.do(lambda workspace: workspace.goals.add(new), then=self.added.emit)

    def _begin(
        self,
        goal: Goal | None,
        vision: Vision | None,
        person: PersonId | None,
        trouble: str = "",
    ) -> None:
        self.fill(None if goal is None else goal.id, goal and goal.words, strings.EDIT_TITLE)
        self._show_people(person)
        self._who.setVisible(goal is None)
        self._show_vision(vision, goal.vision_line if goal else None)
        by = goal.measured_by if goal else None
        self.measured_by.setCurrentIndex(self.measured_by.findData(by.value if by else ""))
        who = goal.set_by if goal else None
        self.set_by.setCurrentIndex(self.set_by.findData(who.value if who else ""))
        self.start.show_number(goal.start_value if goal else None)
        self.target.show_number(goal.target_value if goal else None)
        self.due.show_day(goal.due_on if goal else None)
        self._learned.setVisible(goal is not None and goal.outcome is not None)
        self._name.show_error("")
        self._on_measure()
        self.take_values()
        self.tell(trouble)
        self.show_sheet(self.name)
        self.name.end(False)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self.measured_by.addItem(strings.NO_MEASURE, "")
        for measure, words in strings.MEASURES.items():
            self.measured_by.addItem(words, measure.value)
        self.set_by.addItem(strings.NO_MEASURE, "")
        for who, words in strings.SET_BY_CHOICES.items():
            self.set_by.addItem(words, who.value)
        self.name.setMaxLength(_LONGEST)
        by = LabelledField(theme, strings.SET_BY_FIELD, self.set_by)
        measured = LabelledField(theme, strings.MEASURED_BY, self.measured_by)
        self.add_row(self._name)
        self.add_row(self._who, by)
        self.add_row(LabelledField(theme, strings.MEASURE, self.measure))
        self.add_row(measured, self.due)
        self.add_row(self.start, self.target, self._unit)
        self.add_row(LabelledField(theme, strings.SUPPORT, self.support))
        self.add_row(LabelledField(theme, strings.WHY, self.why))
        self.add_row(LabelledField(theme, strings.VISION, self.vision))
        self.add_row(self._learned)
        self.add_hint()

    def _hold(self) -> None:
        words = {
            "title": self.name,
            "measure": self.measure,
            "unit": self.unit,
            "support_needed": self.support,
            "why": self.why,
            "learned": self.learned,
        }
        for name, edit in words.items():
            self.hold_words(name, edit)
        for value in (self.start.edit, self.target.edit, self.due.edit):
            self.hold_value(value)
        for choice in (self.measured_by, self.set_by, self.vision):
            self.hold_value(choice)
        self.measured_by.currentIndexChanged.connect(self._on_measure)
        self.name.textEdited.connect(lambda _words: self._name.show_error(""))

    def _show_people(self, person: PersonId | None) -> None:
        people = self._desk.directory.people
        self.who.clear()
        for one in people:
            self.who.addItem(one.display_name, one.id)
        ids = [one.id for one in people]
        self.who.setCurrentIndex(ids.index(person) if person in ids else min(0, len(ids) - 1))

    def _show_vision(self, vision: Vision | None, chosen: VisionLineId | None) -> None:
        lines = vision.words.lines if vision is not None else ()
        self.vision.clear()
        self.vision.addItem(strings.NO_VISION, None)
        for line in lines:
            self.vision.addItem(self._desk.session.discreet.text(line.text), line.id)
        ids = [line.id for line in lines]
        self.vision.setCurrentIndex(ids.index(chosen) + 1 if chosen in ids else 0)

    @property
    def _measure(self) -> Measure | None:
        chosen = self.measured_by.currentData()
        return Measure(chosen) if chosen else None

    @Slot()
    def _on_measure(self) -> None:
        """Ask for values only where there are some."""
        has_value = self._measure not in WITHOUT_VALUE
        for field in (self.start, self.target, self._unit):
            field.setVisible(has_value)
        self.refit()
