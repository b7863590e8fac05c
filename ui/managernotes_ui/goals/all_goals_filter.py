"""The row over everybody's goals: segments, how it goes, whose (SPEC §7.24)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from managernotes.domain.goal import Confidence
from managernotes.domain.goal_lists import GoalFilter, Standing
from managernotes.domain.identity import PersonId
from managernotes.domain.person import PersonOverview
from managernotes_ui.common.strings import goals as strings
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.segments import Segments
from managernotes_ui.widgets.select import Select

_WIDTH, _LEAST = 136, 64
_ALL = 1000
"""A stretch beside which the room at the end counts only once the selects have their width."""
_STANDINGS = tuple(Standing)
_LABELS = {
    Standing.UNDER_WAY: strings.UNDER_WAY,
    Standing.PAUSED: strings.PAUSED,
    Standing.FINISHED: strings.FINISHED,
}


class AllGoalsFilter(QWidget):
    """`wanted` follows every choice with the whole filter."""

    wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._people: Sequence[PersonOverview] = ()
        self.segments = Segments(theme, strings.SHOWN, [_LABELS[one] for one in _STANDINGS])
        self.course = Select(theme, strings.COURSE_NAME_FILTER, quiet=True, small=True)
        self.people = Select(theme, strings.PERSON_NAME, quiet=True, small=True)
        self.course.addItem(strings.ANY_COURSE, "")
        for confidence, words in strings.CONFIDENCE.items():
            self.course.addItem(words, confidence.value)
        self.people.addItem(strings.EVERYONE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.segments)
        row.addSpacing(16)
        for select in (self.course, self.people):
            select.setMinimumWidth(_LEAST)
            row.addWidget(select, _ALL)
        row.addStretch(1)
        self.segments.chosen.connect(self._on_chosen)
        self.course.activated.connect(self._on_chosen)
        self.people.activated.connect(self._on_chosen)
        theme.changed.connect(self._measure)
        self._measure()

    @property
    def filter(self) -> GoalFilter:
        """What is wanted."""
        course, number = self.course.currentData(), self.people.currentIndex()
        person = self._people[number - 1].id if 0 < number <= len(self._people) else None
        return GoalFilter(
            standing=_STANDINGS[self.segments.current()],
            confidence=Confidence(course) if course else None,
            person=person,
        )

    def show_people(self, people: Sequence[PersonOverview]) -> None:
        """Offer these people, A to Z (INV-13); who was chosen stays so."""
        if people == self._people:
            return
        self._fill(people, self.filter.person)

    def reset(self, standing: Standing = Standing.UNDER_WAY) -> None:
        """Let everybody's goals of one list through."""
        self.segments.blockSignals(True)
        self.segments.set_current(_STANDINGS.index(standing))
        self.segments.blockSignals(False)
        self.course.setCurrentIndex(0)
        self.people.setCurrentIndex(0)
        self._on_chosen()

    def _fill(self, people: Sequence[PersonOverview], chosen: PersonId | None) -> None:
        self._people = tuple(people)
        self.people.clear()
        self.people.addItem(strings.EVERYONE)
        for number, person in enumerate(people, start=1):
            self.people.addItem(person.display_name)
            if person.id == chosen:
                self.people.setCurrentIndex(number)

    @Slot()
    def _on_chosen(self) -> None:
        self.wanted.emit(self.filter)

    @Slot()
    def _measure(self) -> None:
        for select in (self.course, self.people):
            select.setMaximumWidth(self._theme.scale.px(_WIDTH))
