"""A list whose rows are ticked one by one: a box, words, a muted line under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.marks import paint_check
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.line_list import LINE_ROLE, Index, LineList, ListLine
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.text_block import TextBlock
from managernotes_ui.widgets.uncover import RowCover

_PADDING, _BOX, _GAP = 12, 16, 12
_HEAD, _ONE, _TWO = 36, 40, 52


@dataclass(frozen=True, slots=True, kw_only=True)
class TickLine(ListLine):
    """A head, or a row with its box; `warning` stands out at the end of the line under it."""

    detail: str = ""
    warning: str = ""
    is_ticked: bool = False


class TickList(LineList):
    """Space, Enter or a click turns a tick; `turned` brings the row's key."""

    turned = Signal(object)

    def __init__(self, theme: Theme, name: str, *, covers: bool) -> None:
        super().__init__(theme, name, holds_text=False)
        if covers:
            self.cover = self._lines.cover = RowCover(theme, self, takes_space=False)
        self.setItemDelegate(_TickRows(theme, self))
        self.doubleClicked.disconnect(self._on_opened)  # its two clicks have turned the tick
        self.opened.connect(self.turned)

    def show_lines(self, lines: Sequence[ListLine], *, chooses_first: bool = True) -> None:
        """Show other lines; where only ticks are others, the list stays where it is."""
        if [line.key for line in lines] != [line.key for line in self.lines]:
            super().show_lines(lines, chooses_first=chooses_first)
        elif lines:
            self._lines.lines = tuple(lines)
            first, last = self._lines.index(0, 0), self._lines.index(len(lines) - 1, 0)
            self._lines.dataChanged.emit(first, last)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the tick of the chosen row with Space."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Turn the tick under the mouse."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._turn(self.indexAt(event.position().toPoint()))

    @Slot()
    def _turn(self, index: Index) -> None:
        line = self._lines.line_at(index.row()) if index.isValid() else None
        if line is not None and line.key is not None:
            self.turned.emit(line.key)


class _TickRows(QStyledItemDelegate):
    """Draws a head, or a box before one or two lines."""

    def __init__(self, theme: Theme, view: TickList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a head or a row at the text scale."""
        line: TickLine = index.data(LINE_ROLE)
        scale = self._theme.scale
        if line.key is None:
            return QSize(0, scale.grow(_HEAD, 20))
        return QSize(0, scale.grow(_TWO, 20, 16) if line.detail else scale.grow(_ONE, 20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line: TickLine = index.data(LINE_ROLE)
        rect = QRectF(option.rect)
        room = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        if line.key is None:
            head = TextBlock(self._theme, line.text, Type.NAME, room.width(), max_lines=1)
            head.paint(painter, QPointF(room.left(), room.bottom() - head.height - 6), Role.TEXT)
            return
        paint_row_ground(
            painter,
            rect,
            self._theme,
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
        )
        side = self._theme.scale.icon(_BOX)
        box = QRectF(room.left(), round(room.center().y() - side / 2), side, side)
        paint_check(painter, box, self._theme, on=line.is_ticked)
        room.setLeft(box.right() + _GAP)
        self._paint_words(painter, room, line, index.row())

    def _paint_words(self, painter: QPainter, room: QRectF, line: TickLine, row: int) -> None:
        theme, cover = self._theme, self._view.cover
        covers = cover is not None and not cover.shows(row)
        words = TextBlock(theme, line.text, Type.BODY, room.width(), max_lines=1, covers=covers)
        below = TextBlock(theme, line.detail, Type.META, room.width(), max_lines=1)
        height = words.height + (below.height if line.detail else 0)
        top = room.top() + (room.height() - height) / 2
        words.paint(painter, QPointF(room.left(), top), Role.TEXT)
        if not line.detail:
            return
        at = QPointF(room.left(), top + words.height)
        below.paint(painter, at, Role.MUTED)
        if line.warning:
            left = at.x() + below.width + _GAP
            warning = TextBlock(
                theme, line.warning, Type.META_MEDIUM, room.right() - left, max_lines=1
            )
            warning.paint(painter, QPointF(left, at.y()), Role.TEXT)
