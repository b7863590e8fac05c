"""The rows of one list of the Today page as a Qt model."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from managernotes_ui.today.today_rows import Head, More, Row
from managernotes_ui.widgets.covered_line import COVERED
from managernotes_ui.widgets.tooltip import tooltip

ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


def _always() -> bool:
    return True


class RowsModel(QAbstractListModel):
    """Rows as the view-model words them; heads cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()
        self.tells: Callable[[], bool] = _always
        """Whether the texts may be told now (SPEC §8)."""

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the same ones leave everything as it is."""
        if rows == self.rows:
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_of(self, key: Hashable | None) -> int:
        """Return the row of a target's key, or -1."""
        return next((at for at, row in enumerate(self.rows) if key_of(row) == key), -1)

    def step(self, at: int, by: int) -> int:
        """Return the next row that can be chosen, below (1) or above (-1), or -1."""
        at += by
        while 0 <= at < len(self.rows):
            if not isinstance(self.rows[at], Head):
                return at
            at += by
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that everything but heads can be chosen."""
        if index.isValid() and isinstance(self.rows[index.row()], Head):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, or its words."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._aloud(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            tip = getattr(row, "tip", "")
            return tooltip(tip) if tip and self.tells() else None
        return None

    def _aloud(self, row: Row) -> str:
        if isinstance(row, Head | More):
            return row.text
        return row.aloud if self.tells() else row.aloud.replace(row.text, COVERED)


def key_of(row: Row) -> Hashable | None:
    """Return what stays the same when a row is read again; a head has nothing."""
    match row:
        case Head():
            return None
        case More():
            return row.column
        case _:
            return row.target.key
