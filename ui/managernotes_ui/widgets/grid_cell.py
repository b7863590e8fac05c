"""Cells of the coverage grids: nothing, one or two, three and more (SPEC §4)."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from managernotes_ui.style.fonts import MEDIUM
from managernotes_ui.style.theme import Theme

_MANY = 3
_HATCH_STEP = 5
_DIAGONAL = 2**0.5


def grid_cell_size(*, small: bool = False) -> QSize:
    """Return a cell's size in pixels; `small` is the one of the review workspace."""
    return QSize(28, 16) if small else QSize(36, 24)


def paint_grid_cell(
    painter: QPainter, rect: QRectF, theme: Theme, count: int, *, small: bool = False
) -> None:
    """Draw a cell: hatched when there is nothing, otherwise the count on its ground."""
    paint_grid_swatch(painter, rect, theme, count, radius=3 if small else 4)
    if count:
        many = count >= _MANY
        painter.save()
        painter.setPen(theme.tokens.g2_text if many else theme.tokens.text)
        painter.setFont(theme.fonts.font(11 if small else 12, MEDIUM))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(count))
        painter.restore()


def paint_grid_swatch(
    painter: QPainter, rect: QRectF, theme: Theme, count: int, *, radius: float = 3
) -> None:
    """Draw the ground of a cell alone, as a legend shows it."""
    tokens = theme.tokens
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QPainterPath()
    shape.addRoundedRect(rect, radius, radius)
    if count == 0:
        painter.setClipPath(shape)
        painter.setPen(QPen(tokens.hatch, 1))
        painter.drawLines(_hatching(rect))
    else:
        painter.fillPath(shape, tokens.g2 if count >= _MANY else tokens.g1)
    painter.restore()


def _hatching(rect: QRectF) -> list[QLineF]:
    """Strokes at 45°, 5 px apart measured across them."""
    step = _HATCH_STEP * _DIAGONAL
    lines = []
    x = rect.left()
    while x < rect.right() + rect.height():
        lines.append(QLineF(x, rect.top(), x - rect.height(), rect.bottom()))
        x += step
    return lines
