"""The course of a goal: the agreed line, and what the check-ins found (SPEC §4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role

_DOT, _TODAY = 4.0, 5.0
_STROKE = 2


class Standing(Enum):
    """What a check-in found."""

    ON_COURSE = "on course"
    WOBBLING = "wobbling"
    OFF_COURSE = "off course"
    NOT_STARTED = "not started"


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


def paint_course(
    painter: QPainter, points: Sequence[CoursePoint], theme: Theme, *, ground: Role = Role.BG
) -> None:
    """Join the check-ins and draw their dots on a ground: each as its standing looks."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.tokens.accent, _STROKE))
    painter.drawPolyline(QPolygonF([point.at for point in points]))
    for point in points:
        _paint_dot(painter, point, theme, ground)
    painter.restore()


def _paint_dot(painter: QPainter, point: CoursePoint, theme: Theme, ground: Role) -> None:
    """Draw a dot: filled, hollow when wobbling, a double ring when off, grey when not started."""
    tokens = theme.tokens
    radius = _TODAY if point.today else _DOT
    filled = point.standing is Standing.ON_COURSE
    edge = tokens.control if point.standing is Standing.NOT_STARTED else tokens.accent
    painter.setBrush(tokens.accent if filled else tokens.of(ground))
    painter.setPen(QPen(edge, _STROKE))
    painter.drawEllipse(point.at, radius, radius)
    if point.standing is Standing.OFF_COURSE:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(point.at, radius + _STROKE * 2, radius + _STROKE * 2)
