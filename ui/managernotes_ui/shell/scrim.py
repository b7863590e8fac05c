"""The veil between a page and what lies over it: palette, key sheet, a panel on a narrow window."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from managernotes_ui.style.theme import Theme


class Scrim(QWidget):
    """Darkens what is under it; a click on it means "put that away"."""

    pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Lay the scrim colour over everything below."""
        QPainter(self).fillRect(self.rect(), self._theme.tokens.scrim)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the click, so that nothing below gets it."""
        event.accept()
        self.pressed.emit()
