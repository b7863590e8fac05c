"""The row over the list of talks: segments and three selects, 28 high (SPEC §7.20)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from managernotes.domain.conversation import ConversationType
from managernotes.domain.person import PersonOverview
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import conversations as strings
from managernotes_ui.common.strings import talks as talk_strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.segments import Segments
from managernotes_ui.widgets.select import Select
from managernotes_ui.widgets.text_label import TextLabel

_WIDTH, _LEAST = 136, 64
_GAPS = 16 + 8 + 2 * 8
_HINT_FROM = 880
"""Narrower rows, at text scale 1, have the hint in no place: the key sheet tells the keys."""


class TalksFilter(QWidget):
    """Says what is to be shown; the view-model does it."""

    segment_chosen = Signal(int)
    type_chosen = Signal(object)
    person_chosen = Signal(object)
    since_chosen = Signal(object)

    def __init__(self, theme: Theme, dates: DateWords, usual_since: date) -> None:
        super().__init__()
        self._theme = theme
        self._people: Sequence[PersonOverview] | None = None
        labels = (
            strings.ALL,
            talk_strings.TO_FOLLOW_UP,
            talk_strings.PLANNED,
            talk_strings.HELD,
        )
        self.segments = Segments(theme, strings.SHOWN, labels)
        self.types = Select(theme, strings.TYPE_NAME, quiet=True, small=True)
        self.people = Select(theme, strings.PERSON_NAME, quiet=True, small=True)
        self.since = Select(theme, strings.SINCE_NAME, quiet=True, small=True)
        self._hint = TextLabel(theme, strings.HINT, Type.META, tone=Role.MUTED)
        self._fill(dates, usual_since)
        self._build()
        self.segments.chosen.connect(self.segment_chosen)
        self.types.activated.connect(lambda _n: self.type_chosen.emit(self._type()))
        self.people.activated.connect(lambda _n: self.person_chosen.emit(self._person()))
        self.since.activated.connect(lambda _n: self.since_chosen.emit(self.since.currentData()))

    def show_people(self, people: Sequence[PersonOverview]) -> None:
        """Offer these people, A to Z (INV-13); who was chosen stays so."""
        if people == self._people:
            return
        self._people = people
        chosen = self._person()
        self.people.clear()
        self.people.addItem(strings.EVERYONE)
        for number, person in enumerate(people, start=1):
            self.people.addItem(person.display_name)
            if person.id == chosen:
                self.people.setCurrentIndex(number)

    def clear(self) -> None:
        """Let everything through again."""
        self.segments.set_current(0)
        for select in (self.types, self.people, self.since):
            select.setCurrentIndex(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the hint out where it has no room, and let the selects grow smaller together."""
        super().resizeEvent(event)
        self._measure()

    def _fill(self, dates: DateWords, usual: date) -> None:
        self.types.addItem(strings.ALL_TYPES)
        for words in talk_strings.TYPES.values():
            self.types.addItem(words)
        self.people.addItem(strings.EVERYONE)
        for since in (usual, usual.replace(month=1), usual.replace(year=usual.year - 1, month=1)):
            month = dates.month_and_year(since)
            words = month.removesuffix(f" {usual.year}") if since.year == usual.year else month
            self.since.addItem(strings.SINCE.format(month=words), since)
        self.since.addItem(strings.SINCE_EVER, None)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.segments)
        row.addSpacing(16)
        for select in (self.types, self.people, self.since):
            row.addWidget(select)
        row.addStretch(1)
        row.addWidget(self._hint)
        self._theme.changed.connect(self._measure)

    def _type(self) -> ConversationType | None:
        number = self.types.currentIndex()
        return list(talk_strings.TYPES)[number - 1] if number > 0 else None

    def _person(self) -> object:
        number = self.people.currentIndex()
        return self._people[number - 1].id if self._people and number > 0 else None

    @Slot()
    def _measure(self) -> None:
        scale = self._theme.scale
        left = self.width() - self.segments.sizeHint().width() - _GAPS
        width = min(scale.px(_WIDTH), max(_LEAST, left // 3))
        for select in (self.types, self.people, self.since):
            select.setFixedWidth(width)
        self._hint.setVisible(self.width() / scale.text >= _HINT_FROM)
