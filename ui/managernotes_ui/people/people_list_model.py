"""The people as a Qt model."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from managernotes.domain.identity import PersonId
from managernotes.text.covered_words import spoken
from managernotes_ui.people.people_list_vm import PersonRow
from managernotes_ui.widgets.covered_line import COVERED
from managernotes_ui.widgets.tooltip import tooltip

ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class PeopleListModel(QAbstractListModel):
    """Rows as the view-model words them."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[PersonRow] = ()

    def show_rows(self, rows: Sequence[PersonRow]) -> None:
        """Show other rows; the same ones leave everything as it is."""
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, person: PersonId | None) -> int:
        """Return the row of somebody, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.id == person), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, or its words."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.aloud
        if role == Qt.ItemDataRole.ToolTipRole:
            about = spoken(row.about, COVERED)
            return tooltip(" · ".join(part for part in (row.name, about) if part))
        return None
