"""A button that shows its key in a cap, as panels and cards have it (39a)."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent

from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import Button, ButtonRole, ButtonSize
from managernotes_ui.widgets.key_cap import key_cap_height, key_cap_width, paint_key_cap

_GAP = 8


class KeyButton(Button):
    """Words, then the cap; both centred as one."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        key: str,
        *,
        role: ButtonRole = ButtonRole.PLAIN,
        size: ButtonSize = ButtonSize.NORMAL,
    ) -> None:
        self._key = key
        super().__init__(theme, text, role=role, size=size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and words, then the cap behind them."""
        super().paintEvent(event)
        theme = self._theme
        right = (self.width() + self._content_width()) / 2
        top = (self.height() - key_cap_height(theme)) / 2
        painter = QPainter(self)
        at = QPointF(round(right - key_cap_width(theme, self._key)), round(top))
        paint_key_cap(painter, at, theme, self._key)
        painter.end()

    def _content_width(self) -> float:
        """Return the width of words, gap and cap."""
        return super()._content_width() + _GAP + key_cap_width(self._theme, self._key)
