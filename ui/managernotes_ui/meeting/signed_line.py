"""The line that is written while talking: its sign in front, the field after it (SPEC §5.8)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from managernotes_ui.common.strings import discreet_view as strings
from managernotes_ui.style.fonts import SEMIBOLD
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.line_edit import LineEdit

_ROOM, _PADDING, _SIZE = 18, 10, 14


class SignedLine(LineEdit):
    """A field that shows by which sign its line begins."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, strings.LINE_NAME, parent=parent)
        self._sign = ""

    def show_sign(self, sign: str) -> None:
        """Show what the line begins with."""
        self._sign = sign
        self.setTextMargins(self._theme.scale.px(_ROOM), 0, 0, 0)
        self.setAccessibleName(strings.SIGNS.get(sign, strings.LINE_NAME))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then the sign."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self._theme.fonts.font(_SIZE, SEMIBOLD))
        painter.setPen(self._theme.tokens.accent)
        room = QRectF(_PADDING, 0, self.width(), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._sign)
        painter.end()
