"""The last check-ins of a goal as dots of 8, the oldest first (SPEC §7)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.course_line import Standing

DOT, GAP = 8, 4
_RING, _OUTER = 1.5, 4


def dots_width(theme: Theme, dots: Sequence[Standing]) -> float:
    """Return how wide a row of dots is."""
    side = theme.scale.icon(DOT)
    return sum(side + GAP + (_OUTER if dot is Standing.OFF_COURSE else 0) for dot in dots)


def paint_course_dots(
    painter: QPainter, at: QPointF, theme: Theme, dots: Sequence[Standing]
) -> None:
    """Draw dots from the left: filled on course, hollow wobbling, a double ring off course."""
    tokens, side = theme.tokens, theme.scale.icon(DOT)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = at.x()
    for dot in dots:
        rect = QRectF(left, at.y(), side, side)
        edge = tokens.control if dot is Standing.NOT_STARTED else tokens.accent
        if dot is Standing.ON_COURSE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.accent)
            painter.drawEllipse(rect)
        elif dot is Standing.OFF_COURSE:
            rect.translate(_OUTER / 2, 0)
            left += _OUTER
            painter.setPen(QPen(edge, _RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
            painter.drawEllipse(rect.adjusted(-1.75, -1.75, 1.75, 1.75))
        else:
            painter.setPen(QPen(edge, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(rect.adjusted(1, 1, -1, -1))
        left += side + GAP
    painter.restore()
