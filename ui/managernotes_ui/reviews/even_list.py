"""The list of the tab "Even hand": groups A to Z, a line a moment (SPEC §7.27)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from managernotes_ui.common.strings import even_hand as strings
from managernotes_ui.reviews.even_rows import EvenHead, EvenNothing, EvenRow, Line
from managernotes_ui.reviews.said_line import WIDTH, paint_said_line, paint_weeks
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.line_list import LINE_ROLE, Index, LineList
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.text_block import TextBlock

REACH, LANE = 12, 12
"""Pixels by which a chosen row reaches into the margins; the scroll bar lies in the right one."""
HEAD, ROW, NOTHING, GAP = 36, 40, 32, 8
_LEAST_NAME = 180
"""A narrower column of names, at text scale 1, has the line below the words."""


class EvenList(LineList):
    """Moments; Enter opens the note."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, strings.LIST_NAME)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # keeps its lane
        self.rows = EvenDelegate(theme, self)
        self.setItemDelegate(self.rows)

    @property
    def row(self) -> EvenRow | None:
        """The chosen moment."""
        key = self.chosen_key
        found = (line for line in self.lines if isinstance(line, EvenRow) and line.key == key)
        return next(found, None)


class EvenDelegate(QStyledItemDelegate):
    """Draws heads and moments; the line stands right of the words, or below them."""

    def __init__(self, theme: Theme, view: EvenList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def is_stacked(self, width: float) -> bool:
        """Whether the said line has no room beside the words, in a list of a width."""
        return (width - 2 * REACH - WIDTH) / self._theme.scale.text < _LEAST_NAME

    def column(self, rect: QRectF) -> QRectF:
        """Return where the said line of a row lies."""
        right = rect.right() - REACH
        if not self.is_stacked(rect.width()):
            return QRectF(right - WIDTH, rect.top(), WIDTH, rect.height())
        high = self._theme.scale.px(20)
        return QRectF(rect.left() + REACH, rect.bottom() - high - 4, rect.width() - 2 * REACH, high)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line at the text scale."""
        grow = self._theme.scale.grow
        line: Line = index.data(LINE_ROLE)
        if isinstance(line, EvenHead):
            return QSize(0, grow(HEAD, 20))
        if isinstance(line, EvenNothing):
            room = self._view.viewport().width() - 2 * REACH
            words = TextBlock(self._theme, line.text, Type.LIST, float(room))
            return QSize(0, NOTHING - 20 + round(words.height))
        if self.is_stacked(self._view.viewport().width()):
            return QSize(0, grow(ROW + 20, 20, 16, 20))
        return QSize(0, grow(ROW, 20, 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line: Line = index.data(LINE_ROLE)
        rect = QRectF(option.rect)
        if isinstance(line, EvenHead):
            self._paint_head(painter, rect, line)
        elif isinstance(line, EvenNothing):
            self._paint_hairline(painter, rect)
            words = TextBlock(self._theme, line.text, Type.LIST, rect.width() - 2 * REACH)
            at = QPointF(rect.left() + REACH, rect.center().y() - words.height / 2)
            words.paint(painter, at, Role.MUTED)
        else:
            self._paint_row(painter, option, index, line)

    def _paint_head(self, painter: QPainter, rect: QRectF, head: EvenHead) -> None:
        theme, left = self._theme, rect.left() + REACH
        room = rect.width() - 2 * REACH
        title = TextBlock(theme, head.text, Type.NAME, room, max_lines=1)
        top = rect.bottom() - title.height - 4
        title.paint(painter, QPointF(left, top), Role.TEXT)
        beside = room - title.width - GAP
        note = TextBlock(theme, head.note, Type.META, max(beside, 0.0), max_lines=1)
        if not note.is_cut:
            below = top + (title.height - note.height) / 2
            note.paint(painter, QPointF(left + title.width + GAP, below), Role.MUTED)

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: EvenRow
    ) -> None:
        rect, theme = QRectF(option.rect), self._theme
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        paint_row_ground(painter, rect, theme, hovered=hovered, selected=selected, hairline=False)
        if not selected and not self._is_chosen(index.row() - 1):
            self._paint_hairline(painter, rect)
        column = self.column(rect)
        ground = Role.SELECTED if selected else Role.HOVER if hovered else Role.BG
        if not selected:
            paint_weeks(painter, column, theme)
        self._paint_words(painter, rect, row, covers=self._covers(index))
        paint_said_line(painter, column, theme, row.span, ground)

    def _paint_words(self, painter: QPainter, rect: QRectF, row: EvenRow, *, covers: bool) -> None:
        theme, column = self._theme, self.column(rect)
        stacked = self.is_stacked(rect.width())
        left = rect.left() + REACH
        width = (rect.right() - REACH if stacked else column.left()) - left
        name = TextBlock(theme, row.name, Type.BUTTON, width, max_lines=1)
        room = max(width - name.width - GAP, 0.0)
        day = TextBlock(theme, row.day, Type.META, room, max_lines=1, tabular=True)
        fact = TextBlock(theme, row.text, Type.META, width, max_lines=1, covers=covers)
        bottom = column.top() if stacked else rect.bottom()
        top = rect.top() + (bottom - rect.top() - name.height - fact.height) / 2
        name.paint(painter, QPointF(left, top), Role.TEXT)
        beside = QPointF(left + name.width + GAP, top + (name.height - day.height) / 2)
        day.paint(painter, beside, Role.MUTED)
        fact.paint(painter, QPointF(left, top + name.height), Role.TEXT2)

    def _covers(self, index: Index) -> bool:
        cover = self._view.cover
        return cover is not None and not cover.shows(index.row())

    def _paint_hairline(self, painter: QPainter, rect: QRectF) -> None:
        line = QRectF(rect.left() + REACH, rect.top(), rect.width() - 2 * REACH, 1)
        painter.fillRect(line, self._theme.tokens.line)

    def _is_chosen(self, row: int) -> bool:
        current = self._view.currentIndex()
        return current.isValid() and current.row() == row
