"""Steps of growth and mentoring: icon, what over of which kind, how far, by when."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from managernotes_ui.common.strings import growth as strings
from managernotes_ui.goals.growth_words import GrowthLine
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.chip import ChipLook, chip_size, paint_chip
from managernotes_ui.widgets.line_list import LineList, ListLine
from managernotes_ui.widgets.line_rows import LineRows
from managernotes_ui.widgets.text_block import TextBlock

_ROW = 48
_ICON, _BESIDE, _WHEN = 16, 12, 60


class GrowthList(LineList):
    """Enter opens a step to be edited."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, strings.LIST_NAME)
        self.setItemDelegate(_GrowthRows(theme, self))


class _GrowthRows(LineRows):
    def height_of(self, _line: ListLine, _row: int) -> int:
        """Return the height of two lines."""
        return self._theme.scale.grow(_ROW, 20, 16)

    def paint_line(self, painter: QPainter, room: QRectF, line: ListLine, *, covers: bool) -> None:
        """Draw one step."""
        assert isinstance(line, GrowthLine)
        theme = self._theme
        middle = room.center().y()
        side = theme.icons.side(_ICON)
        sign = QPointF(room.left(), round(middle - side / 2))
        theme.icons.paint(painter, sign, line.icon, _ICON, theme.tokens.muted)
        when = TextBlock(theme, line.when, Type.META, max_lines=1, tabular=True)
        when_width = max(float(theme.scale.px(_WHEN)), when.width + _BESIDE)
        at = QPointF(room.right() - when.width, middle - when.height / 2)
        when.paint(painter, at, Role.MUTED)
        look = ChipLook(line.state, Role.TEXT2, Role.NEUTRAL_SOFT)
        size = chip_size(theme, look)
        chip = QPointF(room.right() - when_width - size.width(), middle - size.height() / 2)
        paint_chip(painter, QRectF(chip, size), theme, look)
        left = room.left() + side + _BESIDE
        width = chip.x() - _BESIDE - left
        text = TextBlock(theme, line.text, Type.BODY, width, max_lines=1, covers=covers)
        detail = TextBlock(theme, line.detail, Type.META, width, max_lines=1, covers=covers)
        top = middle - (text.height + detail.height) / 2
        text.paint(painter, QPointF(left, top), Role.MUTED if line.is_past else Role.TEXT)
        detail.paint(painter, QPointF(left, top + text.height), Role.MUTED)
