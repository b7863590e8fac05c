"""The words over the list of the tab "Even hand": who, and the weeks of the said line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from managernotes_ui.common.strings import even_hand as strings
from managernotes_ui.reviews.said_line import WEEKS, SaidAxis
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_block import TextBlock

_HEIGHT, _BEFORE = 24, 4


class EvenAxis(QWidget):
    """24 high; a week whose word has no room before the next is not named."""

    def __init__(
        self, theme: Theme, column: Callable[[QRectF], QRectF], is_stacked: Callable[[float], bool]
    ) -> None:
        super().__init__()
        self._theme = theme
        self._column = column
        self._is_stacked = is_stacked
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Return the height of a line of labels."""
        return QSize(0, self._theme.scale.grow(_HEIGHT, 16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        theme = self._theme
        painter = QPainter(self)
        rect = QRectF(self.rect())
        column = self._column(rect)
        axis = SaidAxis(theme, column.width())
        metrics = QFontMetricsF(theme.fonts.of(Type.LABEL))
        if not self._is_stacked(rect.width()):
            left = rect.left() + 12
            who = TextBlock(theme, strings.WHO, Type.LABEL, column.left() - left, max_lines=1)
            who.paint(painter, QPointF(left, (rect.height() - who.height) / 2), Role.MUTED)
        painter.setFont(theme.fonts.of(Type.LABEL))
        painter.setPen(theme.tokens.muted)
        free = 0.0
        for days, words in zip(WEEKS, strings.AXIS, strict=True):
            at = column.left() + axis.at(days) - _BEFORE
            if at >= free:
                room = QRectF(at, 0, rect.right() - at, rect.height())
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
                free = at + metrics.horizontalAdvance(words) + _BEFORE
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
