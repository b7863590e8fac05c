"""The check-ins of a goal, the newest first: day, value, word, what there was to see."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from managernotes_ui.common.strings import goals as strings
from managernotes_ui.goals.goal_words import CheckInLine
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.line_list import LineList, ListLine
from managernotes_ui.widgets.line_rows import LineRows
from managernotes_ui.widgets.text_block import TextBlock

DAY, VALUE, WORD = 56, 56, 80
_ROW, _STACKED = 33, 56
_STACKED_BELOW = 440
_GAP = 8


class CheckInList(LineList):
    """Enter opens a check-in to be edited."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, strings.CHECK_INS_NAME)
        self.setItemDelegate(_CheckInRows(theme, self))


class _CheckInRows(LineRows):
    @property
    def _is_stacked(self) -> bool:
        return self.room < _STACKED_BELOW

    def height_of(self, _line: ListLine, _row: int) -> int:
        """Return the height of a row; narrow ones have their words in a second line."""
        grow = self._theme.scale.grow
        return grow(_STACKED, 20, 20) if self._is_stacked else grow(_ROW, 20)

    def paint_line(self, painter: QPainter, room: QRectF, line: ListLine, *, covers: bool) -> None:
        """Draw the columns of one check-in."""
        assert isinstance(line, CheckInLine)
        theme, px = self._theme, self._theme.scale.px
        top, line_high = room.top() + 7, px(20)
        day_width = px(DAY)
        if line.day.count(" ") > 1:  # a year behind the day
            day_width += px(32)
        left = room.left()
        day = TextBlock(theme, line.day, Type.LIST, day_width, max_lines=1, tabular=True)
        day.paint(painter, QPointF(left, top), Role.MUTED)
        left += day_width
        if line.value:
            value = TextBlock(theme, line.value, Type.BUTTON, max_lines=1, tabular=True)
            value.paint(painter, QPointF(left, top), Role.TEXT)
            left += max(px(VALUE), value.width + _GAP)
        style = Type.META_MEDIUM if line.is_strong else Type.META
        word = TextBlock(theme, line.word, style, px(WORD), max_lines=1)
        at = QPointF(left, top + (line_high - word.height) / 2)
        word.paint(painter, at, Role.TEXT if line.is_strong else Role.MUTED)
        left += px(WORD)
        if self._is_stacked:
            left, top = room.left(), top + line_high
        width = room.right() - left
        words = TextBlock(theme, line.text, Type.LIST, width, max_lines=1, covers=covers)
        words.paint(painter, QPointF(left, top), Role.TEXT)
