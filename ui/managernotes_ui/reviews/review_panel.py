"""The sunken panel beside the page Reviews; what it holds belongs to the tab on show (SPEC §8)."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from managernotes_ui.common.strings import reviews as strings
from managernotes_ui.style.theme import Theme

WIDTH, LEAST = 344, 296
OVER_BELOW = 1100
"""In a narrower window the panel lies over the page and has a stronger border (SPEC §8)."""


class ReviewPanel(QWidget):
    """Only a ground and a stack; Esc puts it away where it lies over the page."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stack = QStackedWidget()
        self.setAccessibleName(strings.PANEL)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.addWidget(self._stack)
        theme.changed.connect(self.update)

    @property
    def lies_over(self) -> bool:
        """Whether it lies over the page, because the window is narrow."""
        return self.window().width() < OVER_BELOW

    def show_content(self, content: QWidget) -> None:
        """Show what a tab has to say beside it."""
        if self._stack.indexOf(content) < 0:
            self._stack.addWidget(content)
        self._stack.setCurrentWidget(content)
        self.setFocusProxy(content)

    def sizeHint(self) -> QSize:
        """Return the width at which it opens."""
        return QSize(WIDTH, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the least width that its splitter allows."""
        return QSize(LEAST, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc where it lies over the page."""
        if event.key() == Qt.Key.Key_Escape and self.lies_over:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sunken ground, and its edge where no splitter draws a line."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.sunken)
        if self.lies_over:
            painter.fillRect(QRect(0, 0, 1, self.height()), tokens.control)
        painter.end()
