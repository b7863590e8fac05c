"""The notes of a backup as rows of two lines, to read or to tick."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from managernotes.domain.identity import NoteId
from managernotes.services.backup_reading import BackupRow
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import backup as strings
from managernotes_ui.widgets.covered_line import COVERED
from managernotes_ui.widgets.popup_row import Index

ROW_ROLE = Qt.ItemDataRole.UserRole
ABOUT_ROLE = Qt.ItemDataRole.UserRole + 1


class BackupNotesModel(QAbstractListModel):
    """Rows of a backup; `tickable` ones carry a check mark."""

    def __init__(self, *, tickable: bool, today: date, parent: QObject) -> None:
        super().__init__(parent)
        self.tickable = tickable
        self._today = today
        self._dates = DateWords()
        self._rows: Sequence[BackupRow] = ()
        self._ticked: set[NoteId] = set()
        self._tells: Callable[[], bool] = lambda: True

    def set_cover(self, tells: Callable[[], bool]) -> None:
        """Ask this whether a note's words may be told; else they are only said to be covered."""
        self._tells = tells

    @property
    def ticked(self) -> list[NoteId]:
        """The notes that are ticked, in the order of the list."""
        return [row.row.id for row in self._rows if row.row.id in self._ticked]

    def show_rows(self, rows: Sequence[BackupRow]) -> None:
        """Show other rows, none of them ticked."""
        self.beginResetModel()
        self._rows, self._ticked = rows, set()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row."""
        ticks = Qt.ItemFlag.ItemIsUserCheckable if self.tickable else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | ticks

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, its words, or whether it is ticked."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.CheckStateRole if self.tickable:
                ticked = row.row.id in self._ticked
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.DisplayRole:
                return self._told(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._told(row)}, {self._about(row)}"
        return {ROW_ROLE: row, ABOUT_ROLE: self._about(row)}.get(role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a row, or take the tick away."""
        if role != Qt.ItemDataRole.CheckStateRole or not self.tickable:
            return False
        identity = self._rows[index.row()].row.id
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._ticked.add(identity)
        else:
            self._ticked.discard(identity)
        self.dataChanged.emit(index, index)
        return True

    def about(self, index: Index) -> str:
        """Return the second line of a row."""
        return self._about(self._rows[index.row()]) if index.isValid() else ""

    def _told(self, row: BackupRow) -> str:
        return row.row.headline if self._tells() else COVERED

    def _about(self, row: BackupRow) -> str:
        day = self._dates.day(row.row.occurred_on, self._today)
        since = strings.SINCE[row.since] if row.since else ""
        return " · ".join(part for part in (day, ", ".join(row.people), since) if part)
