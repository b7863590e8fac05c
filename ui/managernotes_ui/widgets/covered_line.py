"""A covered line: a bar as long as the text would be (SPEC §7)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextDocument

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role

COVERED = "covered"
"""What a screen reader is told of a covered line."""

_STEP, _RADIUS = 4, 4
_HEIGHT, _HEIGHT_BELOW = 8, 6
_SMALL = frozenset({Type.META, Type.META_MEDIUM, Type.LABEL, Type.LABEL_MEDIUM})


def covered_width(width: float) -> int:
    """Return how long the bar of a text so wide is, in pixels: rounded to 4."""
    return max(_STEP, round(width / _STEP) * _STEP) if width > 0 else 0


def lines_of(document: QTextDocument) -> list[tuple[QPointF, float]]:
    """Return where each line of a laid out document begins, and how wide it is."""
    layout = document.documentLayout()
    lines: list[tuple[QPointF, float]] = []
    block = document.begin()
    while block.isValid():
        corner = layout.blockBoundingRect(block).topLeft()
        text = block.layout()
        for number in range(text.lineCount()):
            line = text.lineAt(number)
            at = corner + QPointF(line.naturalTextRect().left(), line.y())
            if line.naturalTextWidth() > 0:
                lines.append((at, line.naturalTextWidth()))
        block = block.next()
    return lines


def paint_covered_line(
    painter: QPainter, at: QPointF, theme: Theme, size: tuple[float, float], style: Type
) -> None:
    """Draw the bar of a line with its top left corner at a point; `size` is the text's own."""
    width, line = size
    small = style in _SMALL
    height = theme.scale.px(_HEIGHT_BELOW if small else _HEIGHT)
    top = at.y() + round((line - height) / 2)
    bar = QRectF(round(at.x()), top, covered_width(width), height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tokens.of(Role.LINE if small else Role.LINE2))
    radius = min(_RADIUS, height / 2)
    painter.drawRoundedRect(bar, radius, radius)
    painter.restore()
