"""A button that wears its key: the cap stands after the words (SPEC §5.7)."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent

from managernotes_ui.widgets.button import Button
from managernotes_ui.widgets.key_cap import key_cap_height, key_cap_width, paint_key_cap
from managernotes_ui.widgets.tooltip import set_tip

_GAP, _INSET = 6, 13


class KeyButton(Button):
    """Plain, 32 high; the tooltip names the key too."""

    _keys = ""

    def wear(self, keys: str) -> None:
        """Show a key."""
        self._keys = keys
        set_tip(self, self.text(), keys)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, then the cap in the room kept for it."""
        super().paintEvent(event)
        if self._keys:
            painter = QPainter(self)
            left = self.width() - _INSET - key_cap_width(self._theme, self._keys)
            top = (self.height() - key_cap_height(self._theme)) // 2
            paint_key_cap(painter, QPointF(round(left), top), self._theme, self._keys)
            painter.end()

    def _content_width(self) -> float:
        cap = key_cap_width(self._theme, self._keys) + _GAP if self._keys else 0.0
        return super()._content_width() + cap
