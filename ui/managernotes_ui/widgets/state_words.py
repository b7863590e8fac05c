"""A state at the end of a row: an icon of 14 and a few words, right aligned (SPEC §4)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme

GAP = 6


def state_width(theme: Theme, words: str, *, strong: bool = False) -> float:
    """Return how wide icon and words are, uncut, in pixels."""
    metrics = QFontMetricsF(theme.fonts.of(Type.META_MEDIUM if strong else Type.META))
    return metrics.horizontalAdvance(words) + theme.icons.side(14) + GAP


def paint_state(  # noqa: PLR0913 - what, where and how, by keyword
    painter: QPainter, rect: QRectF, theme: Theme, icon: Icon, words: str, *, strong: bool = False
) -> float:
    """Draw icon and words at the right of a rect; return their left edge in pixels."""
    colour = theme.tokens.text if strong else theme.tokens.muted
    font = theme.fonts.of(Type.META_MEDIUM if strong else Type.META)
    side = theme.icons.side(14)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width() - side - GAP + 1)
    left = rect.right() - metrics.horizontalAdvance(shown) - side - GAP
    painter.save()
    at = QPointF(round(left), round(rect.top() + (rect.height() - side) / 2))
    theme.icons.paint(painter, at, icon, 14, colour)
    painter.setFont(font)
    painter.setPen(colour)
    room = QRectF(left + side + GAP, rect.top(), rect.right() - left, rect.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()
    return left
