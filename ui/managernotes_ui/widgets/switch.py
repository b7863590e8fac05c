"""A switch: 32 × 18 with a knob of 14 (SPEC §4)."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.tooltip import tooltip

_WIDTH, _HEIGHT, _INSET = 32, 18, 2
_DISABLED = 0.45


class Switch(QCheckBox):
    """On or off at once, by click or Space; `name` is what it switches."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setToolTip(tooltip(name))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Return 32 × 18 at the present scale."""
        return QSize(self._theme.scale.icon(_WIDTH), self._theme.scale.icon(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on it."""
        return self.rect().contains(pos)

    def focus_ring_rect(self) -> QRect:
        """Return the whole switch."""
        return self.rect()

    def focus_ring_radius(self) -> int:
        """Return half the height: it is round."""
        return self.height() // 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lane and the knob."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1.0 if self.isEnabled() else _DISABLED)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent if self.isChecked() else tokens.control)
        radius = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        side = self.height() - 2 * _INSET
        left = self.width() - side - _INSET if self.isChecked() else _INSET
        painter.setBrush(tokens.raised)
        painter.drawEllipse(QRectF(left, _INSET, side, side))
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
