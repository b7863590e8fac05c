"""The tick boxes beside the results as lines: heads, and what can be ticked (SPEC §5.13)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from managernotes.domain.observation import Kind, ShareState
from managernotes_ui.search.found import Somebody

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Facet:
    """One tick box; `count` is None where it is not known."""

    tick: Kind | ShareState | Somebody
    words: str
    count: int | None
    is_ticked: bool


FacetLine: TypeAlias = str | Facet
"""A head, or a tick box."""


class FacetModel(QAbstractListModel):
    """Heads and tick boxes as a flat list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[FacetLine] = []

    @property
    def lines(self) -> Sequence[FacetLine]:
        """Every line in order."""
        return self._lines

    def show(self, lines: Sequence[FacetLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def facet_at(self, number: int) -> Facet | None:
        """Return the tick box of a line, or None."""
        line = self._lines[number] if 0 <= number < len(self._lines) else None
        return line if isinstance(line, Facet) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that tick boxes can be chosen, heads cannot."""
        if self.facet_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line, its words, whether it is ticked."""
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if isinstance(line, str):
            return line if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if line.is_ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.words if line.count is None else f"{line.words}, {line.count}"
        return None
