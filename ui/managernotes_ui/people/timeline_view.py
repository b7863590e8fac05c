"""The timeline on the screen: any number of rows, a sticky month head, drawn by its delegate.

QListView measures every row one by one unless all are alike; here heads and notes have two
heights, so the places are computed from the heads alone (SPEC §5.2, PERFORMANCE §4).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from managernotes.domain.identity import NoteId
from managernotes.domain.observation import Kind
from managernotes_ui.common.strings import timeline as strings
from managernotes_ui.people.timeline_delegate import TimelineDelegate
from managernotes_ui.people.timeline_model import TimelineModel
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.uncover import RowCover

Index = QModelIndex | QPersistentModelIndex


class TimelineView(QAbstractItemView):
    """Shows a TimelineModel; the chosen note keeps its place when the model is read again."""

    note_chosen = Signal(object)

    def __init__(self, theme: Theme, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._timeline = model
        self._rows = TimelineDelegate(theme, model, self)
        self._kept: NoteId | None = None
        self._kept_row = -1
        self._awaited: NoteId | None = None
        self.setModel(model)
        cover = RowCover(theme, self)
        self._rows.set_cover(cover)
        model.set_cover(lambda: cover.tells)
        self.setItemDelegate(self._rows)
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("ground", "bg")
        self.setAccessibleName(strings.LIST_NAME)
        calm_scrolling(theme, self)
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)
        theme.changed.connect(self._on_theme_changed)

    @property
    def note(self) -> NoteId | None:
        """The chosen note."""
        return self._timeline.note_in(self.currentIndex().row())

    @property
    def kind(self) -> Kind | None:
        """The kind of the chosen note."""
        return self._timeline.kind_in(self.currentIndex().row())

    @property
    def is_for_team(self) -> bool:
        """Whether the chosen note is marked as fit to tell the team."""
        return self._timeline.is_for_team_in(self.currentIndex().row())

    def choose(self, note: NoteId) -> None:
        """Choose a note and bring it into view, as soon as the model has it."""
        row = self._timeline.row_of(note)
        self._awaited = note if row < 0 else None
        if row >= 0:
            self.setCurrentIndex(self._timeline.index(row, 0))

    def step(self, by: int) -> None:
        """Choose the next note below (1) or above (-1)."""
        index = self._neighbour(self.currentIndex().row(), by)
        if index.isValid():
            self.setCurrentIndex(index)

    def step_month(self, by: int) -> None:
        """Go to the first note of the month before (1) or after (-1)."""
        heads = self._timeline.shape.heads
        here = self._timeline.shape.month_over(max(self.currentIndex().row(), 0))
        if here is None:
            return
        wanted = min(max(heads.index(here) + by, 0), len(heads) - 1)
        index = self._timeline.index(heads[wanted].row + 1, 0)
        self.setCurrentIndex(index)
        self.verticalScrollBar().setValue(self._top(heads[wanted].row))

    # --- what QAbstractItemView asks of a view ------------------------------------------------

    def visualRect(self, index: Index) -> QRect:
        """Return where a row is, in the viewport."""
        if not index.isValid():
            return QRect()
        top = self._top(index.row()) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._height(index.row()))

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into view, clear of the month head that sticks to the top."""
        bar, top = self.verticalScrollBar(), self._top(index.row())
        bottom = top + self._height(index.row())
        if hint == QAbstractItemView.ScrollHint.PositionAtTop or top - self._head < bar.value():
            bar.setValue(top - self._head)
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(bottom - self.viewport().height())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row under a point of the viewport."""
        if self._sticky() is not None and point.y() < self._head:
            return QModelIndex()
        row = self._row_at(point.y() + self.verticalOffset())
        return self._timeline.index(row, 0) if row < len(self._timeline.shape) else QModelIndex()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return where a key leads; month heads are passed over."""
        moves = QAbstractItemView.CursorAction
        row, last = self.currentIndex().row(), len(self._timeline.shape) - 1
        page = max(self.viewport().height() // self._note - 1, 1)
        if action in {moves.MoveUp, moves.MovePrevious, moves.MoveLeft}:
            return self._neighbour(row, -1)
        if action in {moves.MoveDown, moves.MoveNext, moves.MoveRight}:
            return self._neighbour(row, 1)
        starts = {
            moves.MoveHome: 0,
            moves.MoveEnd: last,
            moves.MovePageUp: max(row - page, 0),
            moves.MovePageDown: min(row + page, last),
        }
        start = starts.get(action, row)
        index = self._timeline.index(start, 0)
        return index if self._timeline.note_in(start) else self._neighbour(start, 1)

    def horizontalOffset(self) -> int:
        """Return 0: the list never scrolls sideways."""
        return 0

    def verticalOffset(self) -> int:
        """Return how many pixels are scrolled away above."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: Index) -> bool:
        """Return that nothing is hidden."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the row under a rectangle's corner: a click chooses one row."""
        index = self.indexAt(rect.topLeft())
        selection = QItemSelection(index, index) if self._is_note(index) else QItemSelection()
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return the area of the chosen rows."""
        region = QRegion()
        for index in selection.indexes():
            region = region.united(self.visualRect(index))
        return region

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in view, and the month head that sticks to the top."""
        painter = QPainter(self.viewport())
        offset = self.verticalOffset()
        row = self._row_at(event.rect().top() + offset)
        while row < len(self._timeline.shape):
            index = self._timeline.index(row, 0)
            rect = self.visualRect(index)
            if rect.top() > event.rect().bottom():
                break
            self._rows.paint(painter, self._option(index, rect), index)
            row += 1
        self._paint_sticky(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again: a narrow list has higher rows."""
        super().resizeEvent(event)
        self.updateGeometries()

    def updateGeometries(self) -> None:
        """Tell the scroll bar how long the list is."""
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._note // 2)
        bar.setRange(0, max(0, self._top(len(self._timeline.shape)) - self.viewport().height()))
        super().updateGeometries()

    def dataChanged(self, _first: Index, _last: Index, _roles: Sequence[int] = ()) -> None:
        """Draw again: texts have come."""
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen note with Enter; letters are keys of actions, not a search."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.note is not None:
            self.note_chosen.emit(self.note)
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    # --- places -------------------------------------------------------------------------------

    @property
    def _note(self) -> int:
        return self._rows.note_height(self.viewport().width())

    @property
    def _head(self) -> int:
        return self._rows.head_height

    def _top(self, row: int) -> int:
        heads = self._timeline.shape.heads_before(row)
        return heads * self._head + (row - heads) * self._note

    def _height(self, row: int) -> int:
        return self._note if self._timeline.shape.head_at(row) is None else self._head

    def _row_at(self, y: int) -> int:
        low, high = 0, len(self._timeline.shape)
        while low < high:
            middle = (low + high) // 2
            if self._top(middle + 1) <= y:
                low = middle + 1
            else:
                high = middle
        return low

    def _neighbour(self, row: int, by: int) -> QModelIndex:
        wanted = row + by
        if self._timeline.note_in(wanted) is None:
            wanted += by
        if self._timeline.note_in(wanted) is None:
            return self.currentIndex()
        return self._timeline.index(wanted, 0)

    def _is_note(self, index: QModelIndex) -> bool:
        return index.isValid() and self._timeline.note_in(index.row()) is not None

    def _sticky(self) -> int | None:
        """Return the row of the month whose head has scrolled out above its notes."""
        offset = self.verticalOffset()
        if not self._timeline.shape.heads or offset <= 0:
            return None
        head = self._timeline.shape.month_over(self._row_at(offset))
        return head.row if head is not None and self._top(head.row) < offset else None

    def _paint_sticky(self, painter: QPainter) -> None:
        row = self._sticky()
        if row is None:
            return
        shape = self._timeline.shape
        following = next((head.row for head in shape.heads if head.row > row), None)
        top = 0
        if following is not None:
            top = min(0, self._top(following) - self.verticalOffset() - self._head)
        rect = QRect(0, top, self.viewport().width(), self._head)
        painter.fillRect(rect, self._theme.tokens.bg)
        index = self._timeline.index(row, 0)
        self._rows.paint(painter, self._option(index, rect), index)

    def _option(self, index: QModelIndex, rect: QRect) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = rect
        pointer = self.viewport().mapFromGlobal(self.cursor().pos())
        if self.viewport().underMouse() and rect.contains(pointer):
            option.state |= QStyle.StateFlag.State_MouseOver
        if self.selectionModel().isSelected(index):
            option.state |= QStyle.StateFlag.State_Selected
        return option

    def sizeHint(self) -> QSize:
        """Return a few rows: the page gives what is left."""
        return QSize(400, self._head + 4 * self._note)

    def minimumSizeHint(self) -> QSize:
        """Return one row under its head."""
        return QSize(200, self._head + self._note)

    @Slot()
    def _on_about_to_reset(self) -> None:
        self._kept, self._kept_row = self.note, self.currentIndex().row()

    @Slot()
    def _on_reset(self) -> None:
        """Light the note that was lit; when it has left the list, the one in its place."""
        self.updateGeometries()
        awaited = -1 if self._awaited is None else self._timeline.row_of(self._awaited)
        if awaited >= 0:
            self._awaited = None
            self.setCurrentIndex(self._timeline.index(awaited, 0))
        elif self._kept is not None:
            self._light(self._timeline.row_of(self._kept), or_near=self._kept_row)
        self.viewport().update()

    def _light(self, row: int, *, or_near: int) -> None:
        """Choose a row without scrolling; a missing one gives way to the notes at its place."""
        near = min(or_near, len(self._timeline.shape) - 1)
        tried = (row, near, near + 1, near - 1)
        found = next((at for at in tried if self._timeline.note_in(at) is not None), None)
        if found is not None:
            index = self._timeline.index(found, 0)
            light = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, light)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometries()
        self.viewport().update()
