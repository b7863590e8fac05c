"""The veil: an eye that is shut and two lines, over the whole of a window (SPEC §8, 37b)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_block import Run, TextBlock

_ICON, _BELOW_ICON, _BETWEEN = 40, 20, 4
_STROKE = 1.5
_DOWN = 0.41
"""How far down it begins: 328 of 800."""
_SIDE = 16
_MEDIUM = 500


class Veil(QWidget):
    """Covers its window and grows with it; a click on it is `pressed`."""

    pressed = Signal()

    def __init__(self, theme: Theme, window: QWidget, title: str, text: str) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._title, self._text = title, text
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        window.installEventFilter(self)
        self.setGeometry(window.rect())

    def say(self, title: str, text: str) -> None:
        """Show other words."""
        self._title, self._text = title, text
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of a click anywhere."""
        event.accept()
        self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, the eye, the lines."""
        tokens, icons = self._theme.tokens, self._theme.icons
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.bg)
        side = icons.side(_ICON)
        width = max(float(self.width() - 2 * _SIDE), 1.0)
        title = TextBlock(self._theme, [Run(self._title, weight=_MEDIUM)], Type.EDITOR, width)
        text = TextBlock(self._theme, self._text, Type.LIST, width)
        whole = side + _BELOW_ICON + title.height + _BETWEEN + text.height
        top = min(self.height() * _DOWN, (self.height() - whole) / 2)
        pixmap = icons.pixmap(Icon.EYE_OFF, _ICON, tokens.muted, self.devicePixelRatioF(), _STROKE)
        painter.drawPixmap(QPointF(round((self.width() - side) / 2), round(top)), pixmap)
        top += side + _BELOW_ICON
        for block, role in ((title, Role.TEXT), (text, Role.MUTED)):
            left = (self.width() - block.width) / 2
            block.paint(painter, QPointF(max(left, _SIDE), top), role)
            top += block.height + _BETWEEN
        painter.end()
