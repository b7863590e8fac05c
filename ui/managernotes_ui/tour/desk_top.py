"""A window's frame on a plain desk, as the system would draw it: for pictures of small windows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme

BAR, RADIUS, CROSS = 32, 8, 14


Window = tuple[QPointF, str, QPixmap]
"""Where the frame's top left corner is, the title, and what is in the window."""


def desk_picture(theme: Theme, windows: Sequence[Window], size: QSize) -> QPixmap:
    """Return a desk of a size with windows on it."""
    picture = QPixmap(size)
    picture.fill(theme.tokens.desk)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place, title, content in windows:
        _paint_window(painter, theme, place, title, content)
    painter.end()
    return picture


def _paint_window(
    painter: QPainter, theme: Theme, place: QPointF, title: str, content: QPixmap
) -> None:
    tokens = theme.tokens
    width, height = content.width(), content.height() + BAR
    frame = QRectF(place.x(), place.y(), width, height)
    outline = QPainterPath()
    outline.addRoundedRect(frame, RADIUS, RADIUS)
    painter.save()
    painter.setClipPath(outline)
    painter.fillRect(frame, tokens.side)
    painter.drawPixmap(QPointF(place.x(), place.y() + BAR), content)
    painter.fillRect(QRectF(place.x(), place.y() + BAR, width, 1), tokens.line)
    painter.restore()
    painter.setPen(tokens.muted)
    painter.setFont(theme.fonts.of(Type.META_MEDIUM))
    bar = QRectF(place.x(), place.y(), width, BAR)
    painter.drawText(bar, Qt.AlignmentFlag.AlignCenter, title)
    cross = QPointF(place.x() + width - 10 - CROSS, place.y() + (BAR - CROSS) / 2)
    theme.icons.paint(painter, cross, Icon.X, CROSS, tokens.muted)
    painter.setPen(QPen(tokens.control, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
