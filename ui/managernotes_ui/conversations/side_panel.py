"""The sunken ground of a column at the right, with a hairline at its left (SPEC §7.22)."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from managernotes_ui.style.theme import Theme


class SidePanel(QWidget):
    """Only a ground."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.sunken)
        painter.fillRect(QRect(0, 0, 1, self.height()), self._theme.tokens.line)
        painter.end()
