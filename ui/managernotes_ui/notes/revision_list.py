"""The list of a note's revisions, two of them chosen (SPEC §7, 39b)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from managernotes_ui.common.strings import notes as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_block import TextBlock

_ROW, _PADDING = 48, 12
_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


class RevisionRow(NamedTuple):
    """When a version was saved, what it changed, and on which side it stands, if on any."""

    when: str
    what: str
    side: str = ""


class RevisionModel(QAbstractListModel):
    """The versions as rows, newest first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[RevisionRow, ...] = ()

    def show_rows(self, rows: Sequence[RevisionRow]) -> None:
        """Show these rows; the same number of rows keeps the place in the list."""
        if len(rows) == len(self._rows):
            self._rows = tuple(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of versions."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the row, or its words for a screen reader."""
        row = self._rows[index.row()]
        if role == _ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return ", ".join(part for part in row if part)
        return None


class RevisionDelegate(QStyledItemDelegate):
    """Draws rows of 48: the moment and the side over what changed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of two lines at the text scale."""
        return QSize(0, self._theme.scale.grow(_ROW, 20, 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: RevisionRow = index.data(_ROLE)
        theme, rect = self._theme, QRectF(option.rect)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        chosen = bool(row.side)
        paint_row_ground(painter, rect, theme, hovered=hovered, selected=chosen, hairline=False)
        room = rect.adjusted(_PADDING, 6, -_PADDING, -6)
        font = theme.fonts.of(Type.META)
        painter.save()
        painter.setFont(font)
        painter.setPen(theme.tokens.muted)
        line = QRectF(room.left(), room.top(), room.width(), theme.fonts.line(Type.LIST))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(line, right, row.side)
        painter.restore()
        used = QFontMetricsF(font).horizontalAdvance(row.side) + _PADDING if chosen else 0
        style = Type.BUTTON if chosen else Type.LIST
        when = TextBlock(theme, row.when, style, room.width() - used, max_lines=1)
        when.paint(painter, room.topLeft(), Role.TEXT)
        what = TextBlock(theme, row.what, Type.META, room.width(), max_lines=1)
        what.paint(painter, QPointF(room.left(), room.top() + when.height), Role.MUTED)


class RevisionList(QListView):
    """Arrows and a click choose the left version, with Shift the right one."""

    chosen = Signal(int)
    chosen_right = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = RevisionModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(RevisionDelegate(theme, self))
        self.setAccessibleName(strings.REVISION_LIST)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        calm_scrolling(theme, self)

    def show_rows(self, rows: Sequence[RevisionRow], current: int) -> None:
        """Show the versions, the keyboard on one of them."""
        self._rows.show_rows(rows)
        self.setCurrentIndex(self._rows.index(current, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the row that the arrow reaches."""
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        after = self.currentIndex().row()
        if after != before:
            self._choose(after, event.modifiers())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the pointer."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self._choose(index.row(), event.modifiers())

    def _choose(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        right = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        (self.chosen_right if right else self.chosen).emit(row)
