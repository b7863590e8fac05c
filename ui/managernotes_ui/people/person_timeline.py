"""The Timeline tab: composer, the year by kind, and every note by month (SPEC §5.2, 17)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from managernotes_ui.capture.composer import Composer
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import person as strings
from managernotes_ui.people.empty_person import empty_person
from managernotes_ui.people.person_vm import PersonViewModel, TimelineFilter
from managernotes_ui.people.timeline_delegate import REACH
from managernotes_ui.people.timeline_view import TimelineView
from managernotes_ui.people.year_strip import YearStrip
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import make_button
from managernotes_ui.widgets.empty_room import EmptyRoom
from managernotes_ui.widgets.empty_state import EmptyState

EMPTY_ABOVE = 58
"""With the gap under the composer it is the 72 of SPEC §5.17."""
LANE = 12
"""Width of the scroll bar, which lies in the page's margin."""


class PersonTimeline(QWidget):
    """Draws a PersonViewModel's timeline; empty, it teaches."""

    note_lit = Signal(object)
    compose_wanted = Signal()

    def __init__(
        self, theme: Theme, vm: PersonViewModel, composer: Composer, dates: DateWords
    ) -> None:
        super().__init__()
        self._theme = theme
        self._vm = vm
        self._composer = composer
        self.strip = YearStrip(theme, dates)
        self.list = TimelineView(theme, vm.timeline)
        self._first = empty_person(theme, self.compose_wanted.emit)
        self._all = make_button(theme, strings.SHOW_ALL)
        self._nothing = EmptyState(
            theme,
            Icon.LIST_FILTER,
            strings.NOTHING_HERE_TITLE,
            strings.NOTHING_HERE_TEXT,
            quiet=self._all,
        )
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    def set_padding(self, left: int, right: int) -> None:
        """Keep the page's padding; rows of the list reach 12 px into it (SPEC §5.2)."""
        self._line.setContentsMargins(left, 0, right, 0)
        self._strip_row.setContentsMargins(left, 0, right, 0)
        self._list_row.setContentsMargins(left - REACH, 0, right - REACH - LANE, 0)

    def _build(self) -> None:
        self._line = QVBoxLayout()
        self._line.addWidget(self._composer)
        self._strip_row = QVBoxLayout()
        self._strip_row.addWidget(self.strip)
        self._list_row = QVBoxLayout()
        self._list_row.addWidget(self.list)
        year_widget = QWidget()
        year = QVBoxLayout(year_widget)
        year.setContentsMargins(0, 0, 0, 0)
        year.setSpacing(0)
        year.addLayout(self._strip_row)
        year.addLayout(self._list_row, 1)
        rooms = (
            EmptyRoom(self._theme, state, above=EMPTY_ABOVE)
            for state in (self._first, self._nothing)
        )
        for page in (year_widget, *rooms):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(self._line)
        column.addWidget(self._stack, 1)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _connect(self) -> None:
        self.strip.kind_pressed.connect(self._vm.toggle_kind)
        self.strip.month_pressed.connect(self._vm.toggle_month)
        self._all.clicked.connect(lambda: self._vm.set_filter(TimelineFilter()))
        self._vm.summary_changed.connect(self._on_summary)
        self._vm.timeline_changed.connect(self._on_timeline)
        self.list.selectionModel().currentChanged.connect(self._on_current_changed)

    @Slot()
    def _on_summary(self) -> None:
        summary = self._vm.summary
        assert summary is not None
        self.strip.show_months(summary.months, self._vm.today())
        self._on_timeline()

    @Slot()
    def _on_timeline(self) -> None:
        summary, wanted = self._vm.summary, self._vm.filter
        self.strip.show_filter(wanted)
        has_notes = summary is None or summary.notes > 0
        if self._vm.timeline.rowCount() or (has_notes and wanted == TimelineFilter()):
            self._stack.setCurrentIndex(0)
        elif wanted == TimelineFilter():
            had_keyboard = self.list.hasFocus()
            self._stack.setCurrentIndex(1)
            if had_keyboard:  # there is nothing to choose from, but a first note to write
                self.compose_wanted.emit()
        else:
            self._stack.setCurrentIndex(2)

    @Slot()
    def _on_current_changed(self) -> None:
        self.note_lit.emit(self.list.note)
