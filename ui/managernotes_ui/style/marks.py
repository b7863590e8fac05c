"""Check mark, choice and switch, for widgets and delegates alike (SPEC §4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from managernotes_ui.style.icons import Icon

if TYPE_CHECKING:
    from managernotes_ui.style.theme import Theme

_BORDER = 1.5
_CHECK_STROKE = 2.5


def paint_check(
    painter: QPainter, rect: QRectF, theme: Theme, *, on: bool, enabled: bool = True
) -> None:
    """Draw a check box of the rect's size: 16 px, radius 4, on: accent with a 12 px check."""
    tokens = theme.tokens
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = tokens.accent if on else tokens.control
    painter.setPen(QPen(edge if enabled else tokens.line2, _BORDER))
    painter.setBrush(tokens.accent if on and enabled else tokens.raised)
    inset = _BORDER / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 4 - inset, 4 - inset)
    if on:
        side = theme.icons.side(12)
        at = rect.center() - QPointF(side / 2, side / 2)
        colour = tokens.on_accent if enabled else tokens.disabled
        dpr = painter.device().devicePixelRatio()
        painter.drawPixmap(at, theme.icons.pixmap(Icon.CHECK, 12, colour, dpr, _CHECK_STROKE))
    painter.restore()


def paint_choice(
    painter: QPainter, rect: QRectF, theme: Theme, *, on: bool, enabled: bool = True
) -> None:
    """Draw a choice of the rect's size: 16 px round, on: an 8 px accent dot."""
    tokens = theme.tokens
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = tokens.accent if on else tokens.control
    painter.setPen(QPen(edge if enabled else tokens.line2, _BORDER))
    painter.setBrush(tokens.raised)
    inset = _BORDER / 2
    painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset))
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent if enabled else tokens.disabled)
        radius = rect.width() / 4
        painter.drawEllipse(rect.center(), radius, radius)
    painter.restore()
