"""Eight dots of 8: filled when something was said that week; never a streak (SPEC §4)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from managernotes_ui.style.theme import Theme

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
