"""Which card of how many: done ones filled, the present one long (SPEC §5.7)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from managernotes_ui.style.theme import Theme

_DOT, _LONG, _GAP = 6, 20, 6


class ProgressDots(QWidget):
    """Dots of 6, the present one 20 wide; the words say the same to a screen reader."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._at = 0
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_progress(self, at: int, count: int, words: str) -> None:
        """Show the place of a card, counted from nought."""
        self._at, self._count = at, count
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for all of them."""
        width = self._count * (_DOT + _GAP) - _GAP + _LONG - _DOT if self._count else 0
        return QSize(width, _DOT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left = 0.0
        for number in range(self._count):
            width = _LONG if number == self._at else _DOT
            painter.setBrush(tokens.accent if number <= self._at else tokens.line2)
            painter.drawRoundedRect(QRectF(left, 0, width, _DOT), _DOT / 2, _DOT / 2)
            left += width + _GAP
        painter.end()
