"""The ground of a list row: hover, selection and hairline (SPEC §4)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role


def paint_row_ground(  # noqa: PLR0913 - the states of a row, by keyword
    painter: QPainter,
    rect: QRectF,
    theme: Theme,
    *,
    hovered: bool,
    selected: bool,
    hairline: bool = True,
    padding: float = 12,
    radius: float = 6,
    hover: Role = Role.HOVER,
) -> None:
    """Draw what lies under a row; the hairline runs inside the padding and yields to selection."""
    tokens = theme.tokens
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if selected or hovered:
        painter.setBrush(tokens.selected if selected else tokens.of(hover))
        painter.drawRoundedRect(rect, radius, radius)
    if hairline and not selected:
        line = QRectF(rect.left() + padding, rect.bottom() - 1, rect.width() - 2 * padding, 1)
        painter.fillRect(line, tokens.line)
    painter.restore()
