"""A list of prepared lines: arrows choose, heads are passed over, Enter opens, letters are keys."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from managernotes.text.covered_words import spoken
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.covered_line import COVERED
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.tooltip import tooltip
from managernotes_ui.widgets.uncover import RowCover

LINE_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLine:
    """What every line has; one without a key is a head and cannot be chosen."""

    key: Hashable | None
    text: str
    """Its words of the vault, covered where texts are."""
    before: str = ""
    after: str = ""
    """What is said aloud before and after the words."""


class LineModel(QAbstractListModel):
    """Lines as a view-model words them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[ListLine, ...] = ()
        self.cover: RowCover | None = None

    def show_lines(self, lines: Sequence[ListLine]) -> None:
        """Show other lines; the same ones leave everything as it is."""
        if tuple(lines) != self.lines:
            self.beginResetModel()
            self.lines = tuple(lines)
            self.endResetModel()

    def line_at(self, row: int) -> ListLine | None:
        """Return a line, or None outside the list."""
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def row_of(self, key: Hashable | None) -> int:
        """Return the row with a key, or -1."""
        if key is None:
            return -1
        return next((row for row, line in enumerate(self.lines) if line.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let heads be passed over."""
        line = self.line_at(index.row())
        is_head = line is None or line.key is None
        return Qt.ItemFlag.ItemIsEnabled if is_head else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line, or its words."""
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None or role == LINE_ROLE:
            return line
        told = self.cover is None or self.cover.tells
        words = spoken(line.text, COVERED) if told else COVERED
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return ", ".join(filter(None, (line.before, words, line.after)))
        if role == Qt.ItemDataRole.ToolTipRole and told and line.key is not None:
            return tooltip(words)
        return None


class LineList(QListView):
    """Its delegate draws a line; `chosen` and `opened` bring the line's key."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, theme: Theme, name: str, *, holds_text: bool = True) -> None:
        super().__init__()
        self._theme = theme
        self._lines = LineModel(self)
        self.setModel(self._lines)
        self.cover = RowCover(theme, self) if holds_text else None
        self._lines.cover = self.cover
        self._awaited: Hashable | None = None
        self._dress(name)
        self.doubleClicked.connect(self._on_opened)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def chosen_key(self) -> Hashable | None:
        """The key of the chosen line, or None."""
        line = self._lines.line_at(self.currentIndex().row())
        return line.key if line is not None else None

    @property
    def lines(self) -> tuple[ListLine, ...]:
        """What is on show."""
        return self._lines.lines

    def show_lines(self, lines: Sequence[ListLine], *, chooses_first: bool = True) -> None:
        """Show other lines; the chosen one stays so, else the one in its place is."""
        key, row = self._awaited or self.chosen_key, self.currentIndex().row()
        self._lines.show_lines(lines)
        found = self._lines.row_of(key)
        if found >= 0:
            self._awaited = None
        elif chooses_first or row >= 0:
            found = self._near(max(row, 0))
        if found >= 0 and found != self.currentIndex().row():
            self._go_to(found)

    def choose(self, key: Hashable) -> None:
        """Choose a line, now or as soon as it is shown."""
        row = self._lines.row_of(key)
        if row >= 0:
            self._go_to(row)
        else:
            self._awaited = key

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move over heads, open with Enter; letters are keys of actions, not a search.

        A row is not copied: Qt's own would leave it in every clipboard history.
        """
        steps: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.matches(QKeySequence.StandardKey.Copy):
            event.accept()
        elif event.key() in _ENTER:
            self._on_opened(self.currentIndex())
        elif event.key() in steps and not event.modifiers():
            self._go_to(self._step(self.currentIndex().row(), steps[event.key()]))
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which line is chosen now."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid():
            self.chosen.emit(self.chosen_key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the lines out for the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    @property
    def content_height(self) -> int:
        """The height of all lines."""
        return sum(self.sizeHintForRow(row) for row in range(self._lines.rowCount()))

    def _dress(self, name: str) -> None:
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(name)
        calm_scrolling(self._theme, self)

    def _step(self, row: int, by: int) -> int:
        """Return the next row that can be chosen, or the same at the end."""
        wanted = row + by
        while (line := self._lines.line_at(wanted)) is not None and line.key is None:
            wanted += by
        return wanted if self._lines.line_at(wanted) is not None else row

    def _near(self, row: int) -> int:
        """Return a row that can be chosen at or near a row, or -1."""
        last = self._lines.rowCount() - 1
        by_distance = (way * by for by in range(last + 1) for way in (1, -1))
        tried = (min(row, last) + by for by in by_distance)
        found = ((at, self._lines.line_at(at)) for at in tried)
        return next((at for at, line in found if line is not None and line.key is not None), -1)

    def _go_to(self, row: int) -> None:
        if row < 0:
            return
        index = self._lines.index(row, 0)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)
        above = self._lines.line_at(row - 1)
        if above is not None and above.key is None:
            self.scrollTo(self._lines.index(row - 1, 0))
        self.scrollTo(index)

    def _on_opened(self, index: Index) -> None:
        line = self._lines.line_at(index.row())
        if line is not None and line.key is not None:
            self.opened.emit(line.key)
