"""The linked notes of the panel: rows of 32 with their day at the right (39a)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QStyleOptionViewItem

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import TimelineRow
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import peek as strings
from managernotes_ui.notes.link_row import Index, LinkRow, LinkRowDelegate
from managernotes_ui.notes.linked_notes import LinkModel
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.uncover import RowCover

_ROW = 32
_MOST_ROWS = 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _RowDelegate(LinkRowDelegate):
    """The editor's row, four pixels lower."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row at the text scale."""
        return QSize(0, self._theme.scale.grow(_ROW, 20))


class PeekLinks(QListView):
    """A click or Enter opens a linked note."""

    opened = Signal(object)

    def __init__(self, theme: Theme, dates: DateWords) -> None:
        super().__init__()
        self._theme = theme
        self._dates = dates
        self._notes: tuple[NoteId, ...] = ()
        self._model = LinkModel(self)
        self.setModel(self._model)
        rows = _RowDelegate(theme, self)
        self.setItemDelegate(rows)
        cover = RowCover(theme, self)
        rows.set_cover(cover)
        self._model.set_cover(lambda: cover.tells)
        self.setAccessibleName(strings.LINKED)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_chosen)
        theme.changed.connect(self._fit)

    def show_links(self, linked: Sequence[TimelineRow], today: date) -> None:
        """Show these notes; with none the list is not there."""
        self._notes = tuple(row.id for row in linked)
        self._model.show_rows([self._row(row, today) for row in linked])
        self.setVisible(bool(linked))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._on_chosen(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _row(self, row: TimelineRow, today: date) -> LinkRow:
        day = self._dates.day(row.occurred_on, today)
        return LinkRow(row.headline or strings.NO_WORDS, day, Icon.LINK)

    @Slot()
    def _fit(self) -> None:
        height = self._theme.scale.grow(_ROW, 20)
        self.setFixedHeight(min(len(self._notes), _MOST_ROWS) * height)

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        self.opened.emit(self._notes[index.row()])
