"""Items behind a month or a number, as rows of 24: whom, what, and a day (SPEC §7.26)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from managernotes_ui.reviews.look_back_words import ItemHead, ItemLine
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.line_list import LINE_ROLE, Index, LineList
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.text_block import TextBlock

REACH = 8
"""Pixels by which the ground of a chosen row reaches beyond its words."""
_HEAD, _FIRST_HEAD, _ROW, _GAP = 45, 32, 24, 12
_ABOVE_HEAD = 12


class ItemList(LineList):
    """Enter opens an item where it lives."""

    def __init__(self, theme: Theme, name: str, *, row: int = _ROW) -> None:
        super().__init__(theme, name)
        self.setItemDelegate(_ItemRows(theme, self, row))

    @property
    def line(self) -> ItemLine | None:
        """The chosen row."""
        found = (one for one in self.lines if isinstance(one, ItemLine))
        return next((one for one in found if one.key == self.chosen_key), None)


class _ItemRows(QStyledItemDelegate):
    """Draws heads with a hairline above, and rows; what is only words wraps."""

    def __init__(self, theme: Theme, view: LineList, row: int) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._row = row

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line at the text scale."""
        line, grow = index.data(LINE_ROLE), self._theme.scale.grow
        if isinstance(line, ItemHead):
            return QSize(0, grow(_FIRST_HEAD if line.is_first else _HEAD, 16))
        if isinstance(line, ItemLine) and line.item is None:
            room = float(self._view.viewport().width() - 2 * REACH)
            words = TextBlock(self._theme, line.text, Type.LIST, room)
            return QSize(0, round(words.height) + 4)
        return QSize(0, grow(self._row, 20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line = index.data(LINE_ROLE)
        rect = QRectF(option.rect)
        room = rect.adjusted(REACH, 0, -REACH, 0)
        if isinstance(line, ItemHead):
            self._paint_head(painter, room, line)
        elif isinstance(line, ItemLine):
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            paint_row_ground(
                painter,
                rect,
                self._theme,
                hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
                selected=selected and self._view.hasFocus(),
                hairline=False,
            )
            cover = self._view.cover
            covers = cover is not None and not cover.shows(index.row())
            self._paint_row(painter, room, line, covers=covers)

    def _paint_head(self, painter: QPainter, room: QRectF, head: ItemHead) -> None:
        top = room.top() if head.is_first else room.top() + _ABOVE_HEAD
        painter.fillRect(QRectF(room.left(), top, room.width(), 1), self._theme.tokens.line)
        words = TextBlock(self._theme, head.text, Type.META, room.width(), max_lines=1)
        at = QPointF(room.left(), room.bottom() - words.height - 4)
        words.paint(painter, at, Role.MUTED)

    def _paint_row(self, painter: QPainter, room: QRectF, line: ItemLine, *, covers: bool) -> None:
        theme = self._theme
        if line.item is None:
            whole = TextBlock(theme, line.text, Type.LIST, room.width(), covers=covers)
            whole.paint(painter, QPointF(room.left(), room.top() + 2), Role.TEXT)
            return
        style = Type.META_MEDIUM if line.is_strong else Type.META
        most = room.width() * 0.6
        aside = TextBlock(theme, line.aside, style, most, max_lines=1, tabular=True)
        width = room.width() - aside.width - _GAP
        words = TextBlock(theme, line.text, Type.LIST, width, max_lines=1, covers=covers)
        top = room.top() + (room.height() - words.height) / 2
        words.paint(painter, QPointF(room.left(), top), Role.TEXT)
        at = QPointF(room.right() - aside.width, top + (words.height - aside.height) / 2)
        aside.paint(painter, at, Role.TEXT if line.is_strong else Role.MUTED)
