"""The list of people: a virtual list in which the chosen person stays chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from managernotes.domain.identity import PersonId
from managernotes_ui.common.strings import people as strings
from managernotes_ui.people.people_list_delegate import PersonRowDelegate
from managernotes_ui.people.people_list_model import ROW_ROLE, PeopleListModel
from managernotes_ui.people.people_list_vm import PersonRow
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.scroll_bar import calm_scrolling

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PeopleList(QListView):
    """A click or Enter opens somebody."""

    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = PeopleListModel()
        self._people.setParent(self)
        self._kept: PersonId | None = None
        self._awaited: PersonId | None = None
        self.setModel(self._people)
        self.setItemDelegate(PersonRowDelegate(theme, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(strings.LIST_NAME)
        calm_scrolling(theme, self)
        self.clicked.connect(self._on_opened)
        theme.changed.connect(self._on_theme_changed)

    @property
    def person(self) -> PersonId | None:
        """Who is chosen."""
        index = self.currentIndex()
        return index.data(ROW_ROLE).id if index.isValid() else None

    def show_rows(self, rows: Sequence[PersonRow]) -> None:
        """Show other rows; who was chosen stays so, else the first is."""
        wanted = self._awaited or self.person or self._kept
        self._people.show_rows(rows)
        self._kept = wanted
        row = self._people.row_of(wanted)
        if row >= 0:
            self._awaited = None
        if rows and max(row, 0) != self.currentIndex().row():
            self._choose(max(row, 0))

    def choose(self, person: PersonId) -> None:
        """Choose somebody, now or as soon as they are shown."""
        row = self._people.row_of(person)
        if row >= 0:
            self._choose(row)
        else:
            self._awaited = person

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; letters are keys of actions, not a search."""
        if event.key() in _ENTER:
            self._on_opened(self.currentIndex())
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        index = self._people.index(row, 0)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(ROW_ROLE).id)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
