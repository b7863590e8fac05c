"""The caret in the accent colour (SPEC §1); Qt can only draw it in the colour of the text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from managernotes_ui.style.app_style import OWN_CARET
from managernotes_ui.style.theme import Theme

_WIDTH = 1.5
_SHOWS_AGAIN = {QEvent.Type.FocusIn, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress}


class Caret(QObject):
    """Blinks as the system says; its field calls `paint` at the end of its own paintEvent."""

    def __init__(self, theme: Theme, field: QTextEdit | QLineEdit) -> None:
        super().__init__(field)
        self._theme = theme
        self._field = field
        self._lit = True
        self._blink = QTimer(self)
        self._blink.timeout.connect(self._on_blink)
        if isinstance(field, QTextEdit):
            field.setCursorWidth(0)
        else:
            field.setProperty(OWN_CARET, True)
        field.cursorPositionChanged.connect(self._on_moved)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the caret at once when something is done, and stop when the focus goes."""
        if event.type() in _SHOWS_AGAIN:
            self._on_moved()
        elif event.type() == QEvent.Type.FocusOut:
            self._blink.stop()
            self._canvas.update()
        return super().eventFilter(watched, event)

    def paint(self, painter: QPainter) -> None:
        """Draw the caret, if the field has the focus, can be written in, and it is lit."""
        field = self._field
        if not (self._lit and field.hasFocus()) or field.isReadOnly():
            return
        if isinstance(field, QLineEdit) and field.hasSelectedText():
            return
        place = self._place
        left = place.left() if isinstance(field, QTextEdit) else place.center().x()
        bar = QRectF(left, place.top(), _WIDTH, place.height())
        painter.fillRect(bar, self._theme.tokens.accent)

    @property
    def _place(self) -> QRect:
        # QLineEdit keeps its own to itself in C++; Python may ask.
        return self._field.cursorRect()

    @property
    def _canvas(self) -> QWidget:
        return self._field.viewport() if isinstance(self._field, QTextEdit) else self._field

    @Slot()
    def _on_moved(self) -> None:
        self._lit = True
        flash = QGuiApplication.styleHints().cursorFlashTime()
        if flash > 0:
            self._blink.start(flash // 2)
        self._canvas.update()

    @Slot()
    def _on_blink(self) -> None:
        self._lit = not self._lit
        self._canvas.update(self._place.adjusted(-2, -2, 4, 4))
