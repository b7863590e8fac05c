"""The one window: either the gate (locked, first run) or the open vault."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from managernotes_ui.common.strings import shell as strings

FIRST_SIZE = QSize(1280, 800)
LEAST_SIZE = QSize(800, 560)


class MainWindow(QMainWindow):
    """Shows one content at a time; the title is the app's name alone, always (SPEC §8)."""

    closing = Signal(QCloseEvent)

    def __init__(self, geometry: bytes = b"") -> None:
        super().__init__()
        self.setWindowTitle(strings.APP)
        self.setMinimumSize(LEAST_SIZE)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        if not (geometry and self.restoreGeometry(QByteArray(geometry))):
            self.resize(FIRST_SIZE)

    @property
    def content(self) -> QWidget | None:
        """What the window shows now."""
        return self._stack.currentWidget()

    def show_content(self, content: QWidget) -> None:
        """Show this and destroy what was shown before, with every text in it."""
        before = self._stack.currentWidget()
        self._stack.addWidget(content)
        self._stack.setCurrentWidget(content)
        if before is not None:
            self._stack.removeWidget(before)
            before.hide()
            before.deleteLater()

    def come_forward(self) -> None:
        """Stand in front of other windows, out of the dock if need be."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let unsaved text be saved before the window goes; who does that may hold it open."""
        self.closing.emit(event)
        if event.isAccepted():
            super().closeEvent(event)
