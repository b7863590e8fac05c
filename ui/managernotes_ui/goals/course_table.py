"""The table under the picture of a course: what keyboard and screen reader walk through."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from managernotes_ui.common.strings import goals as strings

Index = QModelIndex | QPersistentModelIndex
_ALOUD = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})


class CourseTable(QAbstractTableModel):
    """A row a check-in: day, value, word, agreed value; the first cell says the whole row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._sentences: tuple[str, ...] = ()

    def show_rows(self, rows: tuple[tuple[str, ...], ...], sentences: tuple[str, ...]) -> None:
        """Show other check-ins, the oldest first."""
        if (rows, sentences) != (self._rows, self._sentences):
            self.beginResetModel()
            self._rows, self._sentences = rows, sentences
            self.endResetModel()

    def sentence(self, row: int) -> str:
        """Return a row as it is read out; an empty text outside the table."""
        return self._sentences[row] if 0 <= row < len(self._sentences) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many check-ins there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many things are said of each."""
        return 0 if parent.isValid() else len(strings.COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell."""
        if not index.isValid() or role not in _ALOUD:
            return None
        if index.column() == 0 and role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(index.row())
        return self._rows[index.row()][index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a column is about."""
        if orientation is Qt.Orientation.Horizontal and role in _ALOUD:
            return strings.COLUMNS[section]
        return None
