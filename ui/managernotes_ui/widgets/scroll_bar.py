"""Scroll bars that show on hover or while scrolling (SPEC §4)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)

from managernotes_ui.style.theme import Theme

_STAYS_MS = 900
_INSET, _RADIUS = 2, 4


class CalmScrollBar(QScrollBar):
    """A lane of 12 whose handle of 8 is drawn only when it is of use."""

    def __init__(
        self, theme: Theme, orientation: Qt.Orientation, parent: QWidget | None = None
    ) -> None:
        super().__init__(orientation, parent)
        self._theme = theme
        self._hide_soon = QTimer(self)
        self._hide_soon.setSingleShot(True)
        self._hide_soon.setInterval(_STAYS_MS)
        self._hide_soon.timeout.connect(self.update)
        self.valueChanged.connect(self._on_scrolled)

    @property
    def shows(self) -> bool:
        """Whether the handle is drawn now."""
        return self.underMouse() or self.isSliderDown() or self._hide_soon.isActive()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the handle."""
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide it again."""
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the handle, or nothing."""
        if not self.shows or self.maximum() <= self.minimum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar,
            option,
            QStyle.SubControl.SC_ScrollBarSlider,
            self,
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.control)
        inner = QRectF(handle).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.drawRoundedRect(inner, _RADIUS, _RADIUS)
        painter.end()

    @Slot()
    def _on_scrolled(self) -> None:
        self._hide_soon.start()
        self.update()


def calm_scrolling(theme: Theme, area: QAbstractScrollArea) -> None:
    """Give a list, text or scroll area the calm bars."""
    area.setVerticalScrollBar(CalmScrollBar(theme, Qt.Orientation.Vertical, area))
    area.setHorizontalScrollBar(CalmScrollBar(theme, Qt.Orientation.Horizontal, area))
