"""The Expectations tab of a person: the coverage grid and the notes behind its chosen cell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from managernotes.domain.identity import NoteId, YardstickId
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import expectations as strings
from managernotes_ui.notes.standard_links import StandardLinks
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.overlay import ground_of
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.tab_body import TabBody
from managernotes_ui.standards import expectations_actions as keys
from managernotes_ui.standards.cell_notes import REACH, CellNotes
from managernotes_ui.standards.copy_sheet import CopySheet
from managernotes_ui.standards.expectation_words import ExpectationWords
from managernotes_ui.standards.expectations_empty import no_expectations
from managernotes_ui.standards.expectations_vm import Cell, ExpectationsViewModel
from managernotes_ui.standards.grid_card import GridCard
from managernotes_ui.standards.grid_words import GridWords
from managernotes_ui.standards.notes_head import NotesHead
from managernotes_ui.widgets.empty_room import EmptyRoom
from managernotes_ui.widgets.undo_bar import UndoBar

LANE = 12
_BLANK, _LISTED, _EMPTY = range(3)
_NARROW = 820
_NOTES_AT_LEAST, _GRID_AT_LEAST = 88, 100
"""Pixels that the notes keep, at text scale 1, where the grid would take the whole tab."""
_BETWEEN = 14
"""Pixels between the grid and the head of its notes."""


class ExpectationsTab(TabBody):
    """Draws an ExpectationsViewModel; without an expectation it teaches."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        dates = DateWords()
        self.vm = ExpectationsViewModel(desk.session, self)
        self._grid_words = GridWords(dates, self.vm.today)
        self._words = ExpectationWords(dates, self.vm.today, lambda: desk.theme.cover.kinds)
        self.card = GridCard(desk.theme, self._grid_words)
        self.head = NotesHead(desk.theme)
        self.list = CellNotes(desk.theme)
        self._empty = no_expectations(desk.theme, self._write_first)
        self._stack = QStackedWidget()
        self._undo = UndoBar(desk.theme, self, strings.UNDO)
        self._measures = StandardLinks(desk.theme, desk.session, desk.navigator.go, self)
        self._build()
        self._connect()
        keys.add_grid_actions(self, self.card.table, desk.actions)
        keys.add_note_actions(self, self.list, desk.actions)
        keys.add_tab_actions(self, self, desk.actions)

    @cached_property
    def sheet(self) -> CopySheet:
        """The sheet with their own words."""
        return CopySheet(self._desk, self.vm, ground_of(self))

    # --- what the page asks -------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        """Show the person of a place, and the expectation it names."""
        if place.person is not None:
            self.vm.show_person(place.person)
        if place.yardstick is not None:
            self.card.table.choose(place.yardstick)

    def take_focus(self) -> None:
        """Put the keyboard into the grid; without one, onto the button that writes the first."""
        is_empty = self._stack.currentIndex() == _EMPTY
        begin = self._empty.focusProxy() if is_empty else self.card.table
        assert begin is not None
        begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_padding(self, left: int, right: int) -> None:
        """Keep the page's padding; rows of the notes reach 12 px into it."""
        self._top.setContentsMargins(left, 0, right, 0)
        self._rows.setContentsMargins(left - REACH, 0, right - REACH - LANE, 0)

    def leave(self) -> None:
        """Let the grid rest until it is shown again."""
        self.vm.rest()

    @property
    def to_prepare(self) -> Place | None:
        """The first concern behind the chosen cell; else whose page it is."""
        if self.vm.person is None:
            return None
        return Place(PageName.PREPARE, person=self.vm.person, note=self.vm.to_prepare)

    @property
    def footer_items(self) -> Sequence[str]:
        """What an empty month means."""
        return (strings.FOOTER,)

    @property
    def panes(self) -> Sequence[QWidget]:
        """The grid and the notes behind it."""
        return (self.card.table, self.list)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the notes some rows where the grid is long."""
        super().resizeEvent(event)
        self._arrange()

    # --- what the keys ask --------------------------------------------------------------------

    @Slot()
    def prepare(self) -> None:
        """Prepare a talk from the notes behind the cell."""
        notes, cell = [row.id for row in self.vm.notes], self.vm.cell
        if self.vm.to_prepare is None or cell is None:
            self._desk.actions.get("prepare").trigger()
        else:
            self.vm.changes.prepare(self.vm.to_prepare, notes, cell.yardstick)

    @Slot()
    def mark_talked(self) -> None:
        """Say that the chosen expectation was talked through today."""
        if self._chosen is not None:
            self.vm.changes.talked_through(self._chosen)

    @Slot()
    def edit_copy(self) -> None:
        """Write down how they say it, and a note beside it."""
        if self._chosen is not None:
            self.sheet.offer(self._chosen)

    @Slot()
    def open_standard(self) -> None:
        """Show the chosen expectation among all of them."""
        place = Place(PageName.STANDARDS, person=self.vm.person, yardstick=self._chosen)
        self._desk.navigator.go(place)

    @Slot()
    def open_note(self) -> None:
        """Open the chosen note."""
        if self._note is not None:
            self._open(self._note)

    @Slot()
    def measure_note(self) -> None:
        """Offer what the chosen note can be measured by."""
        if self._note is not None:
            below = self.list.visualRect(self.list.currentIndex()).bottomLeft()
            self._measures.offer(self._note, self.list.viewport().mapToGlobal(below))

    # --- inside -------------------------------------------------------------------------------

    def _build(self) -> None:
        self._top = QVBoxLayout()
        self._top.setSpacing(0)
        self._top.addWidget(self.card)
        self._top.addSpacing(_BETWEEN)
        self._top.addWidget(self.head)
        self._rows = QVBoxLayout()
        self._rows.addWidget(self.list)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addLayout(self._rows, 1)
        for page in (QWidget(), listed, EmptyRoom(self._desk.theme, self._empty)):
            self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        table, vm = self.card.table, self.vm
        table.cell_chosen.connect(self._on_cell)
        table.notes_wanted.connect(self._to_notes)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(
            keys.grid_menu(self._desk.actions, self._desk.theme, table)
        )
        self.head.prepare.clicked.connect(self.prepare)
        self.head.standards.clicked.connect(self.open_standard)
        self.list.opened.connect(self._open)
        vm.changed.connect(self._on_changed)
        vm.notes_changed.connect(self._on_notes)
        vm.captions_changed.connect(lambda: self.card.show_captions(vm.captions))
        self._measures.done.connect(self._undo.offer)
        vm.changes.marked.connect(self._on_marked)
        vm.changes.begun.connect(self._on_begun)
        self._desk.theme.cover_changed.connect(self._on_notes)
        self._desk.theme.changed.connect(self._arrange)
        vm.notes_changed.connect(self._arrange)

    @property
    def _note(self) -> NoteId | None:
        key = self.list.chosen_key
        return NoteId(key) if isinstance(key, UUID) else None

    @property
    def _chosen(self) -> YardstickId | None:
        line = self.card.table.line
        return line.yardstick if line is not None else None

    @Slot()
    def _arrange(self) -> None:
        scale = self._desk.theme.scale
        narrow = self.width() / scale.text < _NARROW
        self.card.set_narrow(narrow=narrow)
        self.head.set_narrow(narrow=narrow)
        around = self.card.sizeHint().height() - self.card.table.height()
        taken = around + _BETWEEN + self.head.sizeHint().height() + scale.px(_NOTES_AT_LEAST)
        self.card.table.set_most(max(self.height() - taken, scale.px(_GRID_AT_LEAST)))

    @Slot()
    def _on_changed(self) -> None:
        read = self.vm.read
        if read is None:
            self._stack.setCurrentIndex(_BLANK)
            self.card.table.show_grid((), ())
            return
        was = self._stack.currentIndex()
        self._stack.setCurrentIndex(_LISTED if read.grid.rows else _EMPTY)
        self.card.version.setText(self._words.version(read))
        self.card.table.show_grid(read.grid.months, self._grid_words.lines(read.grid))
        self._show_head()
        if self._stack.currentIndex() != was and self.isVisible() and was != _BLANK:
            self.begin()

    @Slot()
    def _on_cell(self) -> None:
        table = self.card.table
        if table.line is not None:
            self.vm.choose(Cell(table.line.yardstick, table.month))
        self._show_head()

    @Slot()
    def _on_notes(self) -> None:
        self.list.show_lines([self._words.note(row) for row in self.vm.notes], chooses_first=False)
        self._show_head()

    def _show_head(self) -> None:
        line = self.card.table.line
        if line is not None:
            self.head.show_cell(line.title, self._words.cell(self.vm, self.card.table.month))
            self.head.show_copy(self._words.copy(self.vm.copy))
            self.head.show_nothing(nothing=self.vm.is_read_empty)

    @Slot()
    def _to_notes(self) -> None:
        if self.list.lines:
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if self.list.chosen_key is None:
                self.list.choose(self.list.lines[0].key)

    @Slot(object, object, object)
    def _on_marked(self, yardstick: YardstickId, before: date | None, now: date | None) -> None:
        words = strings.UNMARKED if now is None else strings.MARKED
        self._undo.offer(words, lambda: self.vm.changes.set_talked(yardstick, before))

    @Slot(object)
    def _on_begun(self, place: Place) -> None:
        self._desk.navigator.go(place)

    def _open(self, note: NoteId) -> None:
        self._desk.navigator.go(Place(PageName.NOTE, person=self.vm.person, note=note))

    def _write_first(self) -> None:
        self._desk.navigator.go(Place(PageName.STANDARDS, person=self.vm.person, query="new"))
