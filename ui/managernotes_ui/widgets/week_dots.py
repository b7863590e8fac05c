"""Eight dots of 8: filled when something was said that week; never a streak (SPEC §4)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.tooltip import set_tip

DOT, GAP = 8, 4
_RING = 1.5


def paint_week_dots(painter: QPainter, at: QPointF, theme: Theme, weeks: Sequence[bool]) -> None:
    """Draw one dot a week from the left, the oldest first."""
    side = theme.scale.icon(DOT)
    tokens = theme.tokens
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, filled in enumerate(weeks):
        rect = QRectF(at.x() + number * (side + GAP), at.y(), side, side)
        if filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent)
            painter.drawEllipse(rect)
        else:
            painter.setPen(QPen(tokens.control, _RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = _RING / 2
            painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset))
    painter.restore()


class WeekDots(QWidget):
    """The dots by themselves; a screen reader is told each week in words."""

    def __init__(self, theme: Theme, tip: str) -> None:
        super().__init__()
        self._theme = theme
        self._weeks: Sequence[bool] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_tip(self, tip)
        theme.changed.connect(self._on_theme_changed)

    def show_weeks(self, weeks: Sequence[bool], says: str) -> None:
        """Show weeks, the oldest first; `says` is what is read out."""
        self._weeks = tuple(weeks)
        self.setAccessibleName(says)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the dots in a line of 20."""
        side = self._theme.scale.icon(DOT)
        number = len(self._weeks)
        return QSize(number * side + max(number - 1, 0) * GAP, self._theme.scale.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dots in the middle of the line."""
        painter = QPainter(self)
        top = (self.height() - self._theme.scale.icon(DOT)) // 2
        paint_week_dots(painter, QPointF(0, top), self._theme, self._weeks)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
