"""The course of a goal: the agreed line, and what the check-ins found (SPEC §4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from managernotes_ui.style.theme import Theme

_DOT, _TODAY = 4.0, 5.0
_STROKE = 2


class Standing(Enum):
    """What a check-in found."""

    ON_COURSE = "on course"
    WOBBLING = "wobbling"
    OFF_COURSE = "off course"


@dataclass(frozen=True, slots=True)
class CoursePoint:
    """A check-in at its place in the plot."""

    at: QPointF
    standing: Standing = Standing.ON_COURSE
    today: bool = False


def paint_agreed_line(painter: QPainter, line: QLineF, theme: Theme) -> None:
    """Draw the dashed line from the start to the target."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.tokens.control, 1.5)
    pen.setDashPattern([4 / 1.5, 4 / 1.5])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(line)
    painter.restore()


def paint_course(painter: QPainter, points: Sequence[CoursePoint], theme: Theme) -> None:
    """Join the check-ins and draw their dots: filled, hollow when wobbling, a ring when off."""
    tokens = theme.tokens
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens.accent, _STROKE))
    painter.drawPolyline(QPolygonF([point.at for point in points]))
    for point in points:
        radius = _TODAY if point.today else _DOT
        filled = point.standing is Standing.ON_COURSE
        painter.setBrush(tokens.accent if filled else tokens.bg)
        painter.setPen(Qt.PenStyle.NoPen if filled else QPen(tokens.accent, _STROKE))
        painter.drawEllipse(point.at, radius, radius)
        if point.standing is Standing.OFF_COURSE:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(point.at, radius + _STROKE * 2, radius + _STROKE * 2)
    painter.restore()
