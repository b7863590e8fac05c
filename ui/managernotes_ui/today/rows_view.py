"""What the five lists of the Today page have in common: keys, choosing, and giving way."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from managernotes_ui.style.theme import Theme
from managernotes_ui.today.rows_model import ROW_ROLE, RowsModel, key_of
from managernotes_ui.today.today_rows import Row
from managernotes_ui.widgets.uncover import RowCover

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_UPRIGHT = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RowsView(QListView):
    """One list; only the one with the keyboard, or the one it was in last, has a chosen row.

    `left` asks for the list beside (−1, 1) and `passed` for the one above or below.
    """

    entered = Signal()
    opened = Signal(object)
    left = Signal(int)
    passed = Signal(int)
    row_changed = Signal()

    is_built = False
    """Whether all its parts are there: Qt lays a list out while it is still being made."""

    def __init__(
        self, theme: Theme, name: str, *, takes_space: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = RowsModel()
        self._rows.setParent(self)
        self._kept: Hashable | None = None
        self._kept_row = 0
        self.setModel(self._rows)
        self.cover = RowCover(theme, self, takes_space=takes_space)
        self._rows.tells = lambda: self.cover.tells
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setProperty("ground", "bg")
        self.setAccessibleName(name)
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self.doubleClicked.connect(self._on_opened)
        theme.changed.connect(self._on_theme_changed)

    @property
    def row(self) -> Row | None:
        """The chosen row, if this list has one now."""
        chosen = self.selectionModel().selectedIndexes()
        return chosen[0].data(ROW_ROLE) if chosen else None

    @property
    def rows(self) -> Sequence[Row]:
        """What it shows."""
        return self._rows.rows

    @property
    def is_empty(self) -> bool:
        """Whether nothing in it can be chosen."""
        return self._rows.step(-1, 1) < 0

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; what was chosen stays so, else what took its place is."""
        chosen = self.row
        key, at = (key_of(chosen), self.currentIndex().row()) if chosen else (None, -1)
        self._rows.show_rows(rows)
        self.updateGeometry()
        if chosen is not None and self.row is None:
            same = self._rows.row_of(key)
            self.choose(same if same >= 0 else self._near(at))

    def choose(self, row: int) -> None:
        """Choose a row and bring it into view; one that is not there is left alone."""
        if not 0 <= row < len(self._rows.rows):
            return
        index = self._rows.index(row, 0)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.scrollTo(index)

    def choose_first(self) -> None:
        """Choose the first row."""
        self.choose(self._rows.step(-1, 1))

    def enter(self, *, from_below: bool = False) -> None:
        """Take the keyboard; what was chosen here last is chosen again."""
        if from_below:
            self.choose(self._rows.step(len(self._rows.rows), -1))
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def chosen_place(self) -> QPoint | None:
        """Return the global point below the chosen row, or None."""
        chosen = self.selectionModel().selectedIndexes()
        return self._below(chosen[0]) if chosen else None

    def place_of(self, row: Row) -> QPoint | None:
        """Return the global point below a row of this list, or None for a row of another."""
        at = self._rows.row_of(key_of(row))
        return self._below(self._rows.index(at, 0)) if at >= 0 else None

    def rest(self) -> None:
        """Give up the choice, because another list has it."""
        self.clearSelection()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose something when the keyboard comes."""
        super().focusInEvent(event)
        if self.row is None:
            self.choose(self._near(max(self.currentIndex().row(), 0)))
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go with the arrows, open with Enter; letters are keys of actions, not a search."""
        key = Qt.Key(event.key())
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if plain and key in _ENTER:
            self._on_opened(self.currentIndex())
        elif plain and key in _SIDEWAYS:
            self.left.emit(_SIDEWAYS[key])
        elif plain and key in _UPRIGHT:
            self._step(_UPRIGHT[key])
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Return no height: the page decides."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the texts anew in another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def doItemsLayout(self) -> None:
        """Lay the rows out, and what stands in one of them."""
        super().doItemsLayout()
        if self.is_built:
            self.on_laid_out()

    def on_laid_out(self) -> None:
        """Move what stands in a row; does nothing where nothing does."""

    def _step(self, by: int) -> None:
        row = self._rows.step(self.currentIndex().row(), by)
        if row < 0:
            self.passed.emit(by)
        else:
            self.choose(row)

    def _below(self, index: QModelIndex) -> QPoint:
        rect = self.visualRect(index)
        return self.viewport().mapToGlobal(QPoint(rect.left(), rect.bottom()))

    def _near(self, row: int) -> int:
        """Return the row at a place, or the one before where the list has become shorter."""
        below = self._rows.step(row - 1, 1)
        return below if below >= 0 else self._rows.step(row, -1)

    @Slot()
    def _on_selected(self) -> None:
        self.row_changed.emit()

    @Slot(QModelIndex)
    def _on_opened(self, index: QModelIndex) -> None:
        if index.isValid() and (row := self.row) is not None:
            self.opened.emit(row)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
        self.viewport().update()
