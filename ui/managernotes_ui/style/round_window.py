"""Small windows with round corners, also on an X server on which nothing is composited."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QBitmap, QGuiApplication, QPainter, QRegion
from PySide6.QtWidgets import QWidget

_X11 = "xcb"


def round_window(window: QWidget, radius: int, *, cut: bool | None = None) -> None:
    """Give a popup round corners, `radius` in pixels; what it draws outside of them is not seen.

    Where nothing is composited, see-through corners are black, and Qt does not tell: on X11 they
    are cut off instead. `cut` says so for other platforms.
    """
    if cut is None:
        cut = QGuiApplication.platformName() == _X11
    if not cut:
        window.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    elif window.findChild(_Cutter) is None:
        window.installEventFilter(_Cutter(window, radius))


class _Cutter(QObject):
    """Cuts the corners again with each new size."""

    def __init__(self, window: QWidget, radius: int) -> None:
        super().__init__(window)
        self._window = window
        self._radius = radius
        self._cut()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize:
            self._cut()
        return super().eventFilter(watched, event)

    def _cut(self) -> None:
        self._window.setMask(_rounded(self._window.size(), self._radius))


def _rounded(size: QSize, radius: int) -> QRegion:
    shape = QBitmap(size)
    shape.clear()
    painter = QPainter(shape)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.color1)
    painter.drawRoundedRect(QRectF(shape.rect()), radius, radius)
    painter.end()
    return QRegion(shape)
