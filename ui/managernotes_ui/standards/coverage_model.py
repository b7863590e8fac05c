"""The coverage grid as a table: name, talked through, twelve months, said aloud."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from managernotes.domain.look_back import Month
from managernotes.text.covered_words import spoken
from managernotes_ui.common.strings import expectations as strings
from managernotes_ui.standards.grid_words import GridLine, GridWords
from managernotes_ui.widgets.covered_line import COVERED
from managernotes_ui.widgets.tooltip import tooltip
from managernotes_ui.widgets.uncover import RowCover

NAME, TALKED, FIRST_MONTH = 0, 1, 2
GRID_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_SPOKEN = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}


class CoverageModel(QAbstractTableModel):
    """Every cell can be chosen, and says for itself which line and month it is."""

    def __init__(self, words: GridWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.lines: tuple[GridLine, ...] = ()
        self.months: tuple[Month, ...] = ()
        self.cover: RowCover | None = None

    def show(self, months: Sequence[Month], lines: Sequence[GridLine]) -> None:
        """Show another grid; the same one leaves everything as it is."""
        if (tuple(months), tuple(lines)) != (self.months, self.lines):
            self.beginResetModel()
            self.months, self.lines = tuple(months), tuple(lines)
            self.endResetModel()

    @property
    def said_column(self) -> int:
        """The last column."""
        return FIRST_MONTH + len(self.months)

    def month_at(self, column: int) -> Month | None:
        """Return the month of a column, or None."""
        at = column - FIRST_MONTH
        return self.months[at] if 0 <= at < len(self.months) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many expectations and values there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else self.said_column + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what stands over a column; aloud a month has its year."""
        if orientation == Qt.Orientation.Vertical or role not in _SPOKEN:
            return None
        month = self.month_at(section)
        if month is not None:
            is_aloud = role == Qt.ItemDataRole.AccessibleTextRole
            return self._words.month(month) if is_aloud else self._words.short_month(month)
        names = {NAME: strings.EXPECTATION, TALKED: strings.TALKED}
        return names.get(section, strings.SAID)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line, or what a cell says."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == GRID_ROLE:
            return line
        if role in _SPOKEN:
            return self._aloud(line, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and self._tells:
            return tooltip(self._aloud(line, index.column()))
        return None

    @property
    def _tells(self) -> bool:
        return self.cover is None or self.cover.tells

    def _aloud(self, line: GridLine, column: int) -> str:
        month = self.month_at(column)
        title = spoken(line.title, COVERED) if self._tells else COVERED
        if month is None:
            return ", ".join((title, *line.aloud))
        number = line.cells[column - FIRST_MONTH]
        return self._words.cell(title, month, number)
