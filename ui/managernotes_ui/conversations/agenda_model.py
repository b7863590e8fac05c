"""The agenda of a talk as a Qt model: heads and rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from managernotes.text.covered_words import spoken
from managernotes_ui.common.strings import talk_page as strings
from managernotes_ui.conversations.agenda_rows import AgendaHead, AgendaRow, Line
from managernotes_ui.widgets.covered_line import COVERED
from managernotes_ui.widgets.tooltip import tooltip

ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class AgendaModel(QAbstractListModel):
    """Lines as they are worded; the check of a row is told to screen readers."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[Line] = ()
        self._tells: Callable[[], bool] = lambda: True

    def set_cover(self, tells: Callable[[], bool]) -> None:
        """Ask this whether a screen reader may be told the words."""
        self._tells = tells

    def show_lines(self, lines: Sequence[Line]) -> bool:
        """Show other lines; return whether they differ."""
        if list(lines) == list(self._lines):
            return False
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()
        return True

    @property
    def lines(self) -> Sequence[Line]:
        """The lines on show."""
        return self._lines

    def line_at(self, row: int) -> Line | None:
        """Return a line, or None outside the list."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_at(self, row: int) -> AgendaRow | None:
        """Return the row at a place, or None for a head."""
        line = self.line_at(row)
        return line if isinstance(line, AgendaRow) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only rows be chosen."""
        is_row = self.row_at(index.row()) is not None
        return super().flags(index) if is_row else Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line, or its words."""
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None or role == ROW_ROLE:
            return line
        heads = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        if isinstance(line, AgendaHead):
            return line.title if role in heads else None
        if role in heads:
            return self._aloud(line)
        if role == Qt.ItemDataRole.ToolTipRole and self._tells():
            return tooltip(spoken(line.text, COVERED))
        return None

    def _aloud(self, row: AgendaRow) -> str:
        text = spoken(row.text, COVERED) if self._tells() else COVERED
        done = strings.TICKED if row.is_done else ""
        return ", ".join(filter(None, (text, row.meta, row.strong, done)))
