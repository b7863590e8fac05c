"""Talks as a Qt model: heads of groups and rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from managernotes.domain.identity import ConversationId
from managernotes.text.covered_words import spoken
from managernotes_ui.talks.talk_look import talk_look
from managernotes_ui.talks.talk_words import TalkLine
from managernotes_ui.widgets.covered_line import COVERED
from managernotes_ui.widgets.tooltip import tooltip

ROW_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class TalkHead:
    """The head over a group, and one line of what it holds."""

    title: str
    note: str = ""


Line = TalkHead | TalkLine


class TalkModel(QAbstractListModel):
    """Lines as the view-model words them."""

    def __init__(self, covers_kinds: Callable[[], bool]) -> None:
        super().__init__()
        self._lines: Sequence[Line] = ()
        self._covers_kinds = covers_kinds
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

    def talk_at(self, row: int) -> TalkLine | None:
        """Return the talk in a row, or None for a head."""
        line = self.line_at(row)
        return line if isinstance(line, TalkLine) else None

    def row_of(self, talk: ConversationId | None) -> int:
        """Return the row of a talk, or -1."""
        if talk is None:
            return -1
        return next((at for at, line in enumerate(self._lines) if _id_of(line) == talk), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only talks be chosen."""
        is_talk = self.talk_at(index.row()) is not None
        return super().flags(index) if is_talk else Qt.ItemFlag.ItemIsEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line, or its words."""
        line = self.line_at(index.row()) if index.isValid() else None
        if line is None or role == ROW_ROLE:
            return line
        if isinstance(line, TalkHead):
            heads = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
            return line.title if role in heads else None
        words: dict[int, Callable[[], str]] = {
            Qt.ItemDataRole.DisplayRole: lambda: line.name,
            Qt.ItemDataRole.AccessibleTextRole: lambda: self._aloud(line),
            Qt.ItemDataRole.ToolTipRole: lambda: self._tip(line),
        }
        return words[role]() if role in words else None

    def _tip(self, line: TalkLine) -> str:
        text = spoken(line.text, COVERED) if self._tells() else ""
        return tooltip(" · ".join(filter(None, (line.full_day, line.name, text))))

    def _aloud(self, line: TalkLine) -> str:
        """Return kind, date, text and state, in that order (SPEC §6)."""
        kind = talk_look(line.row.type, covered=self._covers_kinds()).word
        text = spoken(line.text, COVERED) if self._tells() else COVERED
        parts = (kind, line.name, line.full_day, line.time, text, line.state.words)
        return ", ".join(filter(None, parts))


def _id_of(line: Line) -> ConversationId | None:
    return line.row.id if isinstance(line, TalkLine) else None
