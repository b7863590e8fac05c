"""The part of a crumb that leads back: muted words that darken under the pointer."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme

_HEIGHT, _LINE, _LEAST = 32, 20, 48


class CrumbButton(QAbstractButton):
    """Cut at the end when there is no room, with the whole in the tooltip."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def show_words(self, words: str) -> None:
        """Show where it leads."""
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setVisible(bool(words))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for the words."""
        metrics = QFontMetricsF(self._theme.fonts.of(Type.LIST))
        height = self._theme.scale.grow(_HEIGHT, _LINE)
        return QSize(math.ceil(metrics.horizontalAdvance(self.text())) + 1, height)

    def minimumSizeHint(self) -> QSize:
        """Return a width at which a first name shows."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._theme.scale.px(_LEAST)), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words."""
        tokens, font = self._theme.tokens, self._theme.fonts.of(Type.LIST)
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(tokens.text if self.underMouse() else tokens.muted)
        metrics = QFontMetricsF(font)
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
