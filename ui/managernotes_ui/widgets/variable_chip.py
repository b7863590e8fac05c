"""A variable of a template: neutral ground, radius 4, 13 medium (SPEC §7)."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme

RADIUS, _PADDING, _HEIGHT = 4, 6, 22


def variable_size(theme: Theme, name: str) -> QSizeF:
    """Return the size of a variable in pixels."""
    metrics = QFontMetricsF(theme.fonts.of(Type.BUTTON))
    width = math.ceil(metrics.horizontalAdvance(name)) + 2 * _PADDING
    return QSizeF(width, theme.scale.grow(_HEIGHT, 20))


def paint_variable(painter: QPainter, rect: QRectF, theme: Theme, name: str) -> None:
    """Draw a variable in a rect of its size; a name that has no room ends in an ellipsis."""
    tokens = theme.tokens
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens.neutral_soft)
    painter.drawRoundedRect(rect, RADIUS, RADIUS)
    font = theme.fonts.of(Type.BUTTON)
    painter.setFont(font)
    painter.setPen(tokens.text2)
    room = rect.adjusted(_PADDING, 0, -_PADDING + 1, 0)
    words = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    painter.restore()
