"""What stands over the columns of everybody's goals."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from managernotes_ui.common.strings import goals as strings
from managernotes_ui.goals.all_goals_list import CHECKED, DOTS, DUE, WORD
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_block import TextBlock

_HEIGHT = 24


class AllGoalsHead(QWidget):
    """Four words of 11; a narrow list has no columns, and then only the first stands."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_stacked = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_stacked(self, stacked: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Say whether the list has columns."""
        self._is_stacked = stacked
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of a line."""
        return QSize(0, self._theme.scale.grow(_HEIGHT, 16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        painter, px = QPainter(self), self._theme.scale.px
        right = float(self.width())
        checked = right - px(DUE) - px(CHECKED)
        due = self._block(strings.HEAD_DUE)
        self._paint(painter, 0.0, self._block(strings.HEAD_BY))
        if not self._is_stacked:
            self._paint(painter, checked - px(WORD) - px(DOTS), self._block(strings.HEAD_COURSE))
            self._paint(painter, checked, self._block(strings.HEAD_CHECKED))
            self._paint(painter, right - due.width, due)
        painter.end()

    def _block(self, words: str) -> TextBlock:
        return TextBlock(self._theme, words, Type.LABEL, max_lines=1)

    def _paint(self, painter: QPainter, left: float, block: TextBlock) -> None:
        block.paint(painter, QPointF(left, (self.height() - block.height) / 2), Role.MUTED)
