"""Promises as a Qt model: heads of groups and rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from managernotes.domain.identity import PromiseId
from managernotes.text.covered_words import spoken
from managernotes_ui.promises.promise_words import Line, PromiseHead, PromiseLine
from managernotes_ui.widgets.covered_line import COVERED
from managernotes_ui.widgets.tooltip import tooltip

ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class PromiseModel(QAbstractListModel):
    """Lines as the view-model words them."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[Line] = ()
        self._tells: Callable[[], bool] = lambda: True

    def set_cover(self, tells: Callable[[], bool]) -> None:
        """Ask this whether a screen reader may be told the words."""
        self._tells = tells

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the same ones leave everything as it is."""
        if list(lines) == list(self._lines):
            return
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line_at(self, row: int) -> Line | None:
        """Return a line, or None outside the list."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def promise_at(self, row: int) -> PromiseLine | None:
        """Return the promise in a row, or None for a head."""
        line = self.line_at(row)
        return line if isinstance(line, PromiseLine) else None

    def row_of(self, promise: PromiseId | None) -> int:
        """Return the row of a promise, or -1."""
        if promise is None:
            return -1
        ids = (line.promise.id if isinstance(line, PromiseLine) else None for line in self._lines)
        return next((at for at, one in enumerate(ids) if one == promise), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only promises be chosen."""
        is_promise = self.promise_at(index.row()) is not None
        return super().flags(index) if is_promise else Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line, or its words."""
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None or role == ROW_ROLE:
            return line
        if isinstance(line, PromiseHead):
            heads = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
            return line.title if role in heads else None
        words: dict[int, Callable[[], str]] = {
            Qt.ItemDataRole.DisplayRole: lambda: line.who,
            Qt.ItemDataRole.AccessibleTextRole: lambda: self._aloud(line),
            Qt.ItemDataRole.ToolTipRole: lambda: self._tip(line),
        }
        return words[role]() if role in words else None

    def _tip(self, line: PromiseLine) -> str:
        text = spoken(line.text, COVERED) if self._tells() else ""
        return tooltip(" · ".join(filter(None, (text, line.who, line.full_day, line.first))))

    def _aloud(self, line: PromiseLine) -> str:
        """Return text, who, day and state, in that order (SPEC §6)."""
        text = spoken(line.text, COVERED) if self._tells() else COVERED
        parts = (text, line.who, line.full_day or line.due, line.first, line.state.words)
        return ", ".join(filter(None, parts))
