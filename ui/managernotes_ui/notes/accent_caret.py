"""The caret in the accent colour (SPEC §1); Qt draws its own in the colour of the text."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QTextEdit

from managernotes_ui.style.theme import Theme

_WIDTH = 2


class AccentCaret(QObject):
    """Blinks as the system says, stands still while keys come, and takes Qt's caret away."""

    def __init__(self, theme: Theme, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._theme = theme
        self._editor = editor
        self._shown = True
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._on_blink)
        editor.setCursorWidth(0)
        editor.cursorPositionChanged.connect(self.restart)

    @Slot()
    def restart(self) -> None:
        """Show the caret and begin to blink anew."""
        half = QGuiApplication.styleHints().cursorFlashTime() // 2
        if half > 0 and self._theme.motion:
            self._blink.start(half)
        else:
            self._blink.stop()
        self._shown = True
        self._editor.viewport().update()

    def stop(self) -> None:
        """End the blinking; a field without the keyboard has no caret."""
        self._blink.stop()
        self._editor.viewport().update()

    def paint(self) -> None:
        """Draw the caret over the text, if it is to be seen now."""
        editor = self._editor
        if self._shown and editor.hasFocus() and not editor.isReadOnly():
            painter = QPainter(editor.viewport())
            painter.fillRect(self._rect(), self._theme.tokens.accent)
            painter.end()

    def _rect(self) -> QRect:
        rect = self._editor.cursorRect()
        left = min(rect.left(), self._editor.viewport().width() - _WIDTH)
        return QRect(left, rect.top(), _WIDTH, rect.height())

    @Slot()
    def _on_blink(self) -> None:
        self._shown = not self._shown
        self._editor.viewport().update(self._rect())
