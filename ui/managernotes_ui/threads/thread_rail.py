"""The lines of a thread beside their rail: day, dot, kind, words (SPEC §7.29)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from managernotes.domain.thread import ThreadItemSort
from managernotes_ui.common.strings import threads as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.threads.thread_words import RailLine
from managernotes_ui.widgets.kind_look import paint_kind
from managernotes_ui.widgets.line_list import LINE_ROLE, Index, LineList
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.text_block import TextBlock

REACH = 12
"""Pixels by which a chosen row reaches out to the left."""
DAY, RAIL, KIND, BESIDE = 56, 32, 156, 12
_ROW, _TOP = 52, 8
_RING = 9
_STACKED_BELOW = 520
"""Narrower than this, at text scale 1, the words have a line of their own under the kind."""


class ThreadRail(LineList):
    """Enter opens the note, the talk or the promise of a line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, strings.RAIL_NAME)
        self.setItemDelegate(_RailRows(theme, self))


class _RailRows(QStyledItemDelegate):
    """Draws one line; filled dots are the setback itself, hollow ones what followed."""

    def __init__(self, theme: Theme, view: LineList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row at the text scale and the width of the list."""
        scale = self._theme.scale
        if self._is_stacked(self._view.viewport().width()):
            return QSize(0, scale.grow(_ROW + 20, 20, 20, 16))
        return QSize(0, scale.grow(_ROW, 20, 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, rail and words."""
        line: RailLine = index.data(LINE_ROLE)
        rect = QRectF(option.rect)
        paint_row_ground(
            painter,
            rect,
            self._theme,
            hovered=bool(option.state & QStyle.StateFlag.State_MouseOver),
            selected=bool(option.state & QStyle.StateFlag.State_Selected),
            hairline=False,
        )
        room = rect.adjusted(REACH, 0, -REACH, 0)
        self._paint_rail(painter, room, line, index.row())
        self._paint_day(painter, room, line)
        cover = self._view.cover
        covers = cover is not None and not cover.shows(index.row())
        self._paint_words(painter, room, line, covers=covers)

    def _is_stacked(self, width: float) -> bool:
        return (width - 2 * REACH) / self._theme.scale.text < _STACKED_BELOW

    def _middle(self, room: QRectF) -> QPointF:
        scale = self._theme.scale
        return QPointF(
            room.left() + scale.px(DAY) + RAIL / 2 - 7, room.top() + _TOP + scale.px(20) / 2
        )

    def _paint_rail(self, painter: QPainter, room: QRectF, line: RailLine, row: int) -> None:
        tokens, dot, ring = self._theme.tokens, self._middle(room), _RING / 2
        is_last = row == len(self._view.lines) - 1
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row:
            above = QRectF(dot.x() - 0.5, room.top(), 1, dot.y() - ring - room.top())
            painter.fillRect(above, tokens.line2)
        if not is_last:
            top = dot.y() + ring
            painter.fillRect(QRectF(dot.x() - 0.5, top, 1, room.bottom() - top), tokens.line2)
        ahead = line.item.sort is ThreadItemSort.AHEAD
        pen = QPen(tokens.control if ahead else tokens.accent, 1 if ahead else 2)
        if ahead:
            pen.setDashPattern([2.5, 2.5])
        painter.setPen(pen)
        filled = line.item.is_event
        painter.setBrush(tokens.accent if filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(dot, ring - 1, ring - 1)
        painter.restore()

    def _paint_day(self, painter: QPainter, room: QRectF, line: RailLine) -> None:
        width = self._theme.scale.px(DAY) - 4
        day = TextBlock(self._theme, line.day, Type.META, width, max_lines=1, tabular=True)
        top = self._middle(room).y() - day.height / 2
        day.paint(painter, QPointF(room.left(), top), Role.MUTED)

    def _paint_words(
        self, painter: QPainter, room: QRectF, line: RailLine, *, covers: bool
    ) -> None:
        scale = self._theme.scale
        left = room.left() + scale.px(DAY) + RAIL
        stacked = self._is_stacked(room.width() + 2 * REACH)
        text_line = scale.px(20)
        width = room.right() - left if stacked else scale.px(KIND)
        kind = QRectF(left, room.top() + _TOP, width, text_line)
        paint_kind(painter, kind, self._theme, line.look)
        at = QPointF(left, room.top() + _TOP)
        if stacked:
            at.setY(at.y() + text_line)
        else:
            at.setX(left + scale.px(KIND) + BESIDE)
        width = room.right() - at.x()
        text = TextBlock(self._theme, line.text, Type.BODY, width, max_lines=1, covers=covers)
        text.paint(painter, at, Role.TEXT)
        detail = TextBlock(self._theme, line.detail, Type.META, width, max_lines=1, covers=covers)
        detail.paint(painter, at + QPointF(0, text_line), Role.MUTED)
