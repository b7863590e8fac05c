"""One column of the brief as a Qt model."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from managernotes.text.covered_words import spoken
from managernotes_ui.common.strings import brief as strings
from managernotes_ui.conversations.brief_fitting import BriefHead, BriefMore, Line
from managernotes_ui.conversations.brief_lines import BriefDots, BriefRow, BriefText
from managernotes_ui.widgets.covered_line import COVERED
from managernotes_ui.widgets.tooltip import tooltip

ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_ALOUD = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})


class BriefModel(QAbstractListModel):
    """The lines that fit."""

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

    @property
    def lines(self) -> Sequence[Line]:
        """The lines on show."""
        return self._lines

    def line_at(self, row: int) -> Line | None:
        """Return a line, or None outside the list."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let all but heads and counts be chosen."""
        line = self.line_at(index.row())
        head = isinstance(line, BriefHead | BriefMore)
        return Qt.ItemFlag.ItemIsEnabled if head else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line, or its words."""
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None or role == ROW_ROLE:
            return line
        if role in _ALOUD:
            return self._aloud(line)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(line, BriefRow) and self._tells():
            text = spoken(line.text, COVERED)
            return tooltip(" · ".join(filter(None, (text, line.meta, line.strong))))
        return None

    def _aloud(self, line: Line) -> str:
        match line:
            case BriefHead():
                return line.title
            case BriefMore():
                return strings.MORE.format(number=line.number)
            case BriefDots():
                return line.text
            case BriefText():
                return spoken(line.text, COVERED) if self._tells() else COVERED
            case BriefRow():
                text = spoken(line.text, COVERED) if self._tells() else COVERED
                return ", ".join(filter(None, (text, line.meta, line.strong)))
