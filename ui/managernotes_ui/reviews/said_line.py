"""From seen to said as a line: one moment, 11 px a day up to three weeks (SPEC §7)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_block import TextBlock

LONGEST = 21
"""Days; a longer wait ends there with its figure."""
WEEKS = (0, 7, 14, 21)
WIDTH = 384
_LEFT, _DAY, _BESIDE = 16, 11, 12
_SEEN, _SAID = 4.0, 5.0
_STROKE, _DASH_STROKE, _DASH, _HALO = 2.0, 1.5, 4.0, 4.0
_WORDS = 125
"""Room for "21 days, planned Thu" at text scale 1."""


@dataclass(frozen=True, slots=True)
class SaidSpan:
    """How long it took; `words` stand at the end, strong while it waits."""

    days: int
    is_said: bool
    words: str
    draws: bool = True
    """False: it was decided not to say it, and no line leads on."""


class SaidAxis:
    """Where days lie in a column of a width; in large text a day is shorter."""

    def __init__(self, theme: Theme, width: float) -> None:
        most = (width - _LEFT - _BESIDE - _WORDS * theme.scale.text) / LONGEST
        self._day = max(min(float(_DAY), most), 3.0)

    def at(self, days: int) -> float:
        """Return how far from the column's left edge a day lies."""
        return _LEFT + self._day * min(max(days, 0), LONGEST)


def paint_weeks(painter: QPainter, column: QRectF, theme: Theme) -> None:
    """Draw the lines of the weeks down a row."""
    axis = SaidAxis(theme, column.width())
    for days in WEEKS:
        line = QRectF(round(column.left() + axis.at(days)), column.top(), 1, column.height())
        painter.fillRect(line, theme.tokens.line)


def paint_said_line(
    painter: QPainter, column: QRectF, theme: Theme, span: SaidSpan, ground: Role
) -> None:
    """Draw the two dots, what joins them, and the words beside the end on the row's ground."""
    axis = SaidAxis(theme, column.width())
    middle = round(column.center().y())
    seen = QPointF(round(column.left() + axis.at(0)), middle)
    end = QPointF(round(column.left() + axis.at(span.days)), middle)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tokens = theme.tokens
    if span.draws and end.x() > seen.x():
        painter.setPen(_pen(theme, span))
        painter.drawLine(QLineF(seen + QPointF(_SEEN + 1, 0), end))
    painter.setPen(QPen(tokens.accent, _STROKE))
    painter.setBrush(tokens.of(ground))
    painter.drawEllipse(seen, _SEEN, _SEEN)
    if span.is_said:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent)
        painter.drawEllipse(end, _SAID, _SAID)
    left = (end.x() if span.draws else seen.x()) + _BESIDE
    beside = QRectF(left, column.top(), column.right() - left, column.height())
    _paint_words(painter, beside, theme, span, ground)
    painter.restore()


def _pen(theme: Theme, span: SaidSpan) -> QPen:
    if span.is_said:
        return QPen(theme.tokens.accent, _STROKE)
    pen = QPen(theme.tokens.control, _DASH_STROKE)
    pen.setDashPattern([_DASH / _DASH_STROKE, _DASH / _DASH_STROKE])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _paint_words(
    painter: QPainter, beside: QRectF, theme: Theme, span: SaidSpan, ground: Role
) -> None:
    waits = not span.is_said and span.draws
    left, room = beside.left(), max(beside.width() + _HALO, 0.0)
    style = Type.META_MEDIUM if waits else Type.META
    words = TextBlock(theme, span.words, style, room, max_lines=1, tabular=True)
    top = beside.center().y() - words.height / 2
    halo = QRectF(left - _HALO, top, words.width + 2 * _HALO, words.height)
    painter.fillRect(halo, theme.tokens.of(ground))
    words.paint(painter, QPointF(left, top), Role.TEXT if waits else Role.MUTED)
