"""The row over the list of promises: segments, whose, and the manager's own counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from managernotes.domain.identity import PersonId
from managernotes.domain.person import PersonOverview
from managernotes_ui.common.strings import promises as strings
from managernotes_ui.promises.promises_vm import Shown
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.segments import Segments
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_label import TextLabel

_WIDTH = 136
_GAPS = 24 + 24


class PromisesFilter(QWidget):
    """Says what is to be shown.

    With something `at_the_end` it is about one person: nobody to choose, and nothing counted.
    """

    segment_chosen = Signal(int)
    person_chosen = Signal(object)

    def __init__(self, theme: Theme, at_the_end: QWidget | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._at_the_end = at_the_end
        self._people: Sequence[PersonOverview] = ()
        self._wanted: PersonId | None = None
        labels = (strings.OPEN, strings.KEPT, strings.ALL)
        self.segments = Segments(theme, strings.SHOWN, labels)
        self.segments.set_current(Shown.ALL.value)
        self.people = Select(theme, strings.PERSON_NAME, quiet=True, small=True)
        self.people.addItem(strings.EVERYONE)
        self.counts = TextLabel(theme, "", Type.META, tone=Role.MUTED)
        self._build()
        self.segments.chosen.connect(self.segment_chosen)
        self.people.activated.connect(lambda _n: self.person_chosen.emit(self._person()))

    def show_people(self, people: Sequence[PersonOverview], chosen: PersonId | None) -> None:
        """Offer these people, A to Z (INV-13), one of them chosen."""
        if people == self._people and chosen == self._wanted:
            return
        self._people, self._wanted = tuple(people), chosen
        self.people.clear()
        self.people.addItem(strings.EVERYONE)
        for number, person in enumerate(people, start=1):
            self.people.addItem(person.display_name)
            if person.id == chosen:
                self.people.setCurrentIndex(number)

    def show_counts(self, words: str) -> None:
        """Say what became of the manager's own promises."""
        self.counts.setText(words)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the counts out where they have no room."""
        super().resizeEvent(event)
        self._measure()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.segments)
        row.addSpacing(24)
        row.addWidget(self.people)
        row.addStretch(1)
        row.addWidget(self.counts)
        if self._at_the_end is not None:
            row.addWidget(self._at_the_end)
            self.people.hide()
        self._theme.changed.connect(self._measure)

    def _person(self) -> object:
        number = self.people.currentIndex()
        self._wanted = self._people[number - 1].id if number > 0 else None
        return self._wanted

    @Slot()
    def _measure(self) -> None:
        width = self._theme.scale.px(_WIDTH)
        self.people.setFixedWidth(width)
        left = self.width() - self.segments.sizeHint().width() - width - _GAPS
        has_room = self.counts.sizeHint().width() <= left
        self.counts.setVisible(self._at_the_end is None and has_room)
