"""How the rows of a list of lines lie: ground, hairline, cover; a subclass draws the words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.line_list import LINE_ROLE, Index, LineList, ListLine
from managernotes_ui.widgets.row_ground import paint_row_ground

REACH = 12
"""Pixels by which a chosen row reaches out to both sides of its words."""


class LineRows(QStyledItemDelegate):
    """Heads have no ground; a row's hairline lies above it and yields to a chosen neighbour."""

    has_hairlines = True

    def __init__(self, theme: Theme, view: LineList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    @property
    def room(self) -> float:
        """The width that the words of a row have, in pixels at text scale 1."""
        return (self._view.viewport().width() - 2 * REACH) / self._theme.scale.text

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a head or a row at the text scale and the width of the list."""
        return QSize(0, self.height_of(index.data(LINE_ROLE), index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line: ListLine = index.data(LINE_ROLE)
        rect = QRectF(option.rect)
        room = rect.adjusted(REACH, 0, -REACH, 0)
        if line.key is None:
            self.paint_head(painter, room, line)
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row_ground(
            painter,
            rect,
            self._theme,
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            selected=chosen,
            hairline=False,
        )
        current = self._view.currentIndex()
        above = current.isValid() and current.row() == index.row() - 1
        if self.has_hairlines and not chosen and not above:
            hairline = QRectF(room.left(), rect.top(), room.width(), 1)
            painter.fillRect(hairline, self._theme.tokens.line)
        cover = self._view.cover
        covers = cover is not None and not cover.shows(index.row())
        self.paint_line(painter, room, line, covers=covers)

    def height_of(self, line: ListLine, row: int) -> int:
        """Return the height of a line; a subclass says it."""
        raise NotImplementedError

    def paint_head(self, painter: QPainter, room: QRectF, line: ListLine) -> None:
        """Draw the words of a head; a list without heads needs none."""

    def paint_line(self, painter: QPainter, room: QRectF, line: ListLine, *, covers: bool) -> None:
        """Draw what stands in a row; a subclass does."""
        raise NotImplementedError
