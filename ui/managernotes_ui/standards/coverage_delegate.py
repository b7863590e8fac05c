"""How the coverage grid is drawn: rows of 36, cells of 36 × 24, a ring round the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from managernotes_ui.standards.coverage_model import (
    FIRST_MONTH,
    GRID_ROLE,
    NAME,
    TALKED,
    CoverageModel,
    Index,
)
from managernotes_ui.standards.grid_words import GridLine
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.grid_cell import grid_cell_size, paint_grid_cell
from managernotes_ui.widgets.text_block import TextBlock
from managernotes_ui.widgets.uncover import RowCover

ROW, GAP = 36, 4
INDENT, END = 8, 4
"""Room before the words of the first column and after those of the last, for the ring."""
NAME_LINES = 3
_RING, _RING_GAP, _RADIUS = 2.0, 2.0, 4.0


class CoverageDelegate(QStyledItemDelegate):
    """Draws a cell of each sort; the name of the chosen line is in accent."""

    def __init__(self, theme: Theme, view: QTableView, model: CoverageModel) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._model = model
        self._cover: RowCover | None = None

    def set_cover(self, cover: RowCover) -> None:
        """Ask this whether a line shows its words."""
        self._cover = cover

    def row_height(self, row: int, name_width: float) -> int:
        """Return the height of a line whose name has this width, in pixels."""
        name = self._name(self._model.lines[row], name_width)
        return self._theme.scale.grow(ROW, 20) - self._theme.scale.px(20) + round(name.height)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line."""
        return QSize(0, self.row_height(index.row(), option.rect.width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell of the table."""
        line: GridLine = index.data(GRID_ROLE)
        rect = QRectF(option.rect)
        tokens = self._theme.tokens
        painter.save()
        column = index.column()
        left = INDENT if column == NAME else 0
        right = END if column == self._model.said_column else 0
        line_width = rect.width() - left - right
        painter.fillRect(QRectF(rect.left() + left, rect.top(), line_width, 1), tokens.line)
        rect = rect.adjusted(0, 1, 0, 0)
        if column == NAME:
            self._paint_name(painter, rect, line, index.row())
        elif column == TALKED:
            self._paint_talked(painter, rect, line)
        elif column == self._model.said_column:
            self._paint_said(painter, rect, line)
        else:
            self._paint_count(painter, rect, line.cells[column - FIRST_MONTH])
        if index == self._view.currentIndex():
            self._paint_ring(painter, self.ringed(rect, column))
        painter.restore()

    def ringed(self, rect: QRectF, column: int) -> QRectF:
        """Return the part of a cell that the ring goes round."""
        if FIRST_MONTH <= column < self._model.said_column:
            return self._count_rect(rect)
        edge = _RING + _RING_GAP
        reach = INDENT if column == TALKED else 0  # its words begin at its very edge
        return rect.adjusted(edge - reach, edge, -edge, -edge)

    def _count_rect(self, rect: QRectF) -> QRectF:
        size = grid_cell_size()
        width = min(self._theme.scale.px(size.width()), rect.width() - GAP)
        height = min(self._theme.scale.px(size.height()), rect.height() - 2 * GAP)
        left = rect.center().x() - width / 2
        return QRectF(round(left), round(rect.center().y() - height / 2), round(width), height)

    def _name(self, line: GridLine, width: float, *, covers: bool = False) -> TextBlock:
        room = width - 2 * INDENT
        style = Type.BUTTON if line.yardstick is not None else Type.LIST
        return TextBlock(self._theme, line.title, style, room, max_lines=NAME_LINES, covers=covers)

    def _paint_name(self, painter: QPainter, rect: QRectF, line: GridLine, row: int) -> None:
        covers = self._cover is not None and not self._cover.shows(row)
        is_own = line.yardstick is not None
        name = self._name(line, rect.width(), covers=covers and is_own)
        chosen = self._view.currentIndex().row() == row
        rest = Role.TEXT if is_own else Role.MUTED
        at = QPointF(rect.left() + INDENT, rect.center().y() - name.height / 2)
        name.paint(painter, at, Role.ACCENT if chosen else rest)

    def _paint_talked(self, painter: QPainter, rect: QRectF, line: GridLine) -> None:
        left, theme = rect.left(), self._theme
        if line.is_open:
            side = theme.icons.side(14)
            at = QPointF(left, round(rect.center().y() - side / 2))
            theme.icons.paint(painter, at, Icon.CIRCLE_DASHED, 14, theme.tokens.text)
            left += side + 6
        style = Type.META_MEDIUM if line.is_open else Type.META
        room = rect.right() - left - GAP
        words = TextBlock(theme, line.talked, style, room, max_lines=1, tabular=True)
        at = QPointF(left, rect.center().y() - words.height / 2)
        words.paint(painter, at, Role.TEXT if line.is_open else Role.MUTED)

    def _paint_said(self, painter: QPainter, rect: QRectF, line: GridLine) -> None:
        """Draw how much was said; a concern that was not makes it stand out."""
        theme = self._theme
        strong = bool(line.unsaid) and not theme.cover.kinds
        style = Type.META_MEDIUM if strong else Type.META
        words = TextBlock(theme, line.said, style, rect.width(), max_lines=1, tabular=True)
        at = QPointF(rect.right() - END - words.width, rect.center().y() - words.height / 2)
        words.paint(painter, at, Role.TEXT if strong else Role.MUTED)

    def _paint_count(self, painter: QPainter, rect: QRectF, number: int) -> None:
        paint_grid_cell(painter, self._count_rect(rect), self._theme, number)

    def _paint_ring(self, painter: QPainter, rect: QRectF) -> None:
        out = _RING_GAP + _RING / 2
        tokens = self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = tokens.accent if self._view.hasFocus() else tokens.control
        painter.setPen(QPen(colour, _RING))
        radius = _RADIUS + out
        painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius, radius)
