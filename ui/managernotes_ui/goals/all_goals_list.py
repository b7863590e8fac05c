"""The list of everybody's goals: names, and under each the goals in columns (SPEC §7.24)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from managernotes_ui.common.strings import goals as strings
from managernotes_ui.goals.all_goals_words import AllGoalsLine
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.course_dots import DOT, dots_width, paint_course_dots
from managernotes_ui.widgets.line_list import LineList, ListLine
from managernotes_ui.widgets.line_rows import LineRows
from managernotes_ui.widgets.text_block import TextBlock

DOTS, WORD, CHECKED, DUE = 84, 80, 108, 52
STACKED_BELOW = 540
"""Narrower than this, at text scale 1, what the columns say stands under the title."""
_HEAD, _ROW, _STACKED_ROW = 32, 32, 52
_GAP = 8


class AllGoalsList(LineList):
    """Enter opens a goal on its person's page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, strings.ALL_LIST_NAME)
        self.rows = AllGoalsRows(theme, self)
        self.setItemDelegate(self.rows)


class AllGoalsRows(LineRows):
    """Draws a name, or a goal and its columns."""

    @property
    def is_stacked(self) -> bool:
        """Whether the columns have no room beside the title."""
        return self.room < STACKED_BELOW

    def height_of(self, line: ListLine, _row: int) -> int:
        """Return the height of a head or a row."""
        grow = self._theme.scale.grow
        if line.key is None:
            return grow(_HEAD, 20)
        return grow(_STACKED_ROW, 20, 16) if self.is_stacked else grow(_ROW, 20)

    def paint_head(self, painter: QPainter, room: QRectF, line: ListLine) -> None:
        """Draw whose goals follow."""
        name = TextBlock(self._theme, line.text, Type.NAME, room.width(), max_lines=1)
        name.paint(painter, QPointF(room.left(), room.bottom() - name.height - 4), Role.TEXT)

    def paint_line(self, painter: QPainter, room: QRectF, line: ListLine, *, covers: bool) -> None:
        """Draw a goal."""
        assert isinstance(line, AllGoalsLine)
        if self.is_stacked:
            self._paint_stacked(painter, room, line, covers=covers)
            return
        px = self._theme.scale.px
        middle = room.center().y()
        due_left = room.right() - px(DUE)
        checked_left = due_left - px(CHECKED)
        dots_left = checked_left - px(DOTS) - px(WORD)
        width = dots_left - room.left() - _GAP
        title = TextBlock(self._theme, line.text, Type.BODY, width, max_lines=1, covers=covers)
        title.paint(painter, QPointF(room.left(), middle - title.height / 2), Role.TEXT)
        self._paint_dots(painter, QPointF(dots_left, middle), line)
        self._paint_meta(painter, dots_left + px(DOTS), middle, line.word, strong=line.is_off)
        self._paint_meta(painter, checked_left, middle, line.checked, strong=line.is_long_ago)
        due = self._meta(line.due, strong=False)
        due.paint(painter, QPointF(room.right() - due.width, middle - due.height / 2), Role.MUTED)

    def _paint_dots(self, painter: QPainter, at: QPointF, line: AllGoalsLine) -> None:
        side = self._theme.scale.icon(DOT)
        paint_course_dots(painter, at - QPointF(0, side / 2), self._theme, line.dots)

    def _meta(self, words: str, *, strong: bool) -> TextBlock:
        style = Type.META_MEDIUM if strong else Type.META
        return TextBlock(self._theme, words, style, max_lines=1, tabular=True)

    def _paint_meta(
        self, painter: QPainter, left: float, middle: float, words: str, *, strong: bool
    ) -> float:
        block = self._meta(words, strong=strong)
        at = QPointF(left, middle - block.height / 2)
        block.paint(painter, at, Role.TEXT if strong else Role.MUTED)
        return left + block.width

    def _paint_stacked(
        self, painter: QPainter, room: QRectF, line: AllGoalsLine, *, covers: bool
    ) -> None:
        theme = self._theme
        title = TextBlock(theme, line.text, Type.BODY, room.width(), max_lines=1, covers=covers)
        due = self._meta(line.due, strong=False)
        top = room.center().y() - (title.height + due.height) / 2
        title.paint(painter, QPointF(room.left(), top), Role.TEXT)
        middle = top + title.height + due.height / 2
        self._paint_dots(painter, QPointF(room.left(), middle), line)
        left = room.left() + (dots_width(theme, line.dots) + _GAP / 2 if line.dots else 0)
        left = self._paint_meta(painter, left, middle, line.word, strong=line.is_off)
        left += 2 * _GAP
        if left + self._meta(line.checked, strong=True).width + _GAP < room.right() - due.width:
            self._paint_meta(painter, left, middle, line.checked, strong=line.is_long_ago)
        due.paint(painter, QPointF(room.right() - due.width, middle - due.height / 2), Role.MUTED)
