"""The coverage grid: arrows move the cell, Enter goes to the notes behind it (SPEC §5.11)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView

from managernotes.domain.identity import YardstickId
from managernotes.domain.look_back import Month
from managernotes_ui.common.strings import expectations as strings
from managernotes_ui.standards.coverage_delegate import CoverageDelegate
from managernotes_ui.standards.coverage_head import CoverageHead
from managernotes_ui.standards.coverage_model import FIRST_MONTH, NAME, CoverageModel, Index
from managernotes_ui.standards.grid_columns import widths
from managernotes_ui.standards.grid_words import GridLine, GridWords
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.uncover import RowCover

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CoverageTable(QTableView):
    """`cell_chosen` follows whenever another cell is the current one."""

    cell_chosen = Signal()
    notes_wanted = Signal()

    def __init__(self, theme: Theme, words: GridWords) -> None:
        super().__init__()
        self._theme = theme
        self._grid = CoverageModel(words, self)
        self._head = CoverageHead(theme, self)
        self._most = 0
        self.setModel(self._grid)
        self.setHorizontalHeader(self._head)
        self._rows = CoverageDelegate(theme, self, self._grid)
        self.setItemDelegate(self._rows)
        cover = RowCover(theme, self)
        self._rows.set_cover(cover)
        self._grid.cover = cover
        self._dress()
        theme.changed.connect(self._fit)

    @property
    def line(self) -> GridLine | None:
        """The line of the chosen cell."""
        row = self.currentIndex().row()
        return self._grid.lines[row] if 0 <= row < len(self._grid.lines) else None

    @property
    def month(self) -> Month | None:
        """The month of the chosen cell; None: the cell is about all twelve."""
        return self._grid.month_at(self.currentIndex().column())

    @property
    def lines(self) -> tuple[GridLine, ...]:
        """What is on show."""
        return self._grid.lines

    def show_grid(self, months: Sequence[Month], lines: Sequence[GridLine]) -> None:
        """Show another grid; the chosen line and month stay chosen, else the last month is."""
        line, month = self.line, self.month
        had = self.currentIndex().column() if line is not None else -1
        self._grid.show(months, lines)
        self._fit()
        wanted = line.yardstick if line is not None else None
        column = FIRST_MONTH + len(months) - 1
        if month is not None and month in months:
            column = FIRST_MONTH + tuple(months).index(month)
        elif had >= 0 and month is None:
            column = had if had < FIRST_MONTH else self._grid.said_column
        self.choose(wanted, column, first=line is None)

    def choose(
        self, yardstick: YardstickId | None, column: int | None = None, *, first: bool = False
    ) -> None:
        """Choose the cell of a line; one that has gone, or `first`, is the first line's."""
        keys = [line.yardstick for line in self._grid.lines]
        if not keys:
            return
        row = 0 if first or yardstick not in keys else keys.index(yardstick)
        at = self.currentIndex().column() if column is None else column
        index = self._grid.index(row, max(at, 0))
        flag = QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(index, flag)

    def set_most(self, height: int) -> None:
        """Take no more room than this; what is left scrolls."""
        self._most = height
        self._fit_height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the notes with Enter; letters are keys of actions, not a search."""
        if event.key() in _ENTER:
            self.notes_wanted.emit()
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which cell is chosen now; its line's name changes its colour."""
        super().currentChanged(current, previous)
        self.viewport().update()
        self._head.viewport().update()
        if current.isValid():
            self.cell_chosen.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring in accent."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Draw the ring in grey."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def focus_ring_rect(self) -> QRect:
        """Return nothing: the delegate draws the ring, with and without the keyboard."""
        return QRect()

    def focus_ring_radius(self) -> int:
        """Return the radius of a cell."""
        return 4

    def sizeHint(self) -> QSize:
        """Return the height of its lines."""
        return QSize(super().sizeHint().width(), self._height)

    def minimumSizeHint(self) -> QSize:
        """Return room for the head and a line."""
        least = self._head.height() + (self.rowHeight(0) if self._grid.lines else 0)
        return QSize(0, least)

    def _dress(self) -> None:
        self.setAccessibleName(strings.TABLE)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        calm_scrolling(self._theme, self)
        self.doubleClicked.connect(lambda _index: self.notes_wanted.emit())

    def _fit(self) -> None:
        count = len(self._grid.months)
        shares = widths(self.viewport().width(), count, self._theme.scale)
        for column in range(self._grid.columnCount()):
            self.setColumnWidth(column, shares.of(column, count))
        self._head.fit()
        for row in range(len(self._grid.lines)):
            self.setRowHeight(row, self._rows.row_height(row, self.columnWidth(NAME)))
        self._fit_height()
        self.scrollTo(self.currentIndex())

    @property
    def _height(self) -> int:
        rows = sum(self.rowHeight(row) for row in range(len(self._grid.lines)))
        whole = self._head.sizeHint().height() + rows
        return min(whole, self._most) if self._most else whole

    def _fit_height(self) -> None:
        self.setFixedHeight(max(self._height, self.minimumSizeHint().height()))
