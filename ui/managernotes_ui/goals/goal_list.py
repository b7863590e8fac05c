"""The list of one person's goals, at the left of their tab (SPEC §5.10)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from managernotes_ui.common.strings import goals as strings
from managernotes_ui.goals.goal_words import GoalLine
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.line_list import LineList, ListLine
from managernotes_ui.widgets.line_rows import REACH, LineRows
from managernotes_ui.widgets.text_block import TextBlock

_ROW, _HEAD = 56, 36
_GAP = 8


class GoalList(LineList):
    """The chosen goal is shown beside."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, strings.LIST_NAME)
        self.setItemDelegate(_GoalRows(theme, self))


class _GoalRows(LineRows):
    has_hairlines = False

    def height_of(self, line: ListLine, _row: int) -> int:
        """Return the height of a head or of two lines."""
        grow = self._theme.scale.grow
        if line.key is None:
            return grow(_HEAD, 16)
        title = self._title(line, self._view.viewport().width() - 2 * REACH, covers=False)
        return int(grow(_ROW, 20, 16) - self._theme.scale.px(20) + title.height)

    def paint_head(self, painter: QPainter, room: QRectF, line: ListLine) -> None:
        """Draw the word of a head."""
        head = TextBlock(self._theme, line.text, Type.META_MEDIUM, room.width(), max_lines=1)
        head.paint(painter, QPointF(room.left(), room.bottom() - head.height - 4), Role.MUTED)

    def paint_line(self, painter: QPainter, room: QRectF, line: ListLine, *, covers: bool) -> None:
        """Draw the title, and under it who set it and when it is due."""
        assert isinstance(line, GoalLine)
        theme, width = self._theme, room.width()
        title = self._title(line, width, covers=covers)
        right = TextBlock(theme, line.right, Type.META, width, max_lines=1, tabular=True)
        left_width = width - right.width - _GAP
        left = TextBlock(theme, line.left, Type.META, left_width, max_lines=1)
        top = room.top() + (room.height() - title.height - left.height) / 2
        title.paint(painter, QPointF(room.left(), top), Role.TEXT)
        below = top + title.height
        left.paint(painter, QPointF(room.left(), below), Role.MUTED)
        right.paint(painter, QPointF(room.right() - right.width, below), Role.MUTED)

    def _title(self, line: ListLine, width: float, *, covers: bool) -> TextBlock:
        style = Type.BODY_MEDIUM
        return TextBlock(self._theme, line.text, style, width, max_lines=2, covers=covers)
