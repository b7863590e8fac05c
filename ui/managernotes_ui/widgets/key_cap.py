"""Key caps: 18 px high, one cap for each key or one for a whole chord (SPEC §4)."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme

_HEIGHT, _LINE, _PADDING, _LEAST, _RADIUS = 18, 16, 4, 18, 4


def key_words(keys: str) -> str:
    """Return a chord as it stands in a cap: "Ctrl+K" reads "Ctrl K"; a lone plus stays."""
    return (
        keys if len(keys) == 1 else keys.replace("++", "+\0").replace("+", " ").replace("\0", "+")
    )


def key_cap_width(theme: Theme, keys: str) -> float:
    """Return the width of a cap in pixels."""
    metrics = QFontMetricsF(theme.fonts.of(Type.LABEL_MEDIUM))
    wanted = metrics.horizontalAdvance(key_words(keys)) + 2 * (_PADDING + 1)
    return max(wanted, float(_LEAST))


def key_cap_height(theme: Theme) -> int:
    """Return the height of a cap in pixels."""
    return theme.scale.grow(_HEIGHT, _LINE)


def paint_key_cap(
    painter: QPainter, at: QPointF, theme: Theme, keys: str, *, on_tip: bool = False
) -> QRectF:
    """Draw a cap with its top left corner at a point and return where it is."""
    tokens = theme.tokens
    rect = QRectF(at.x(), at.y(), key_cap_width(theme, keys), key_cap_height(theme))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens.tip_muted if on_tip else tokens.line2, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if on_tip else tokens.raised)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS - 0.5, _RADIUS - 0.5)
    painter.setPen(tokens.tip_muted if on_tip else tokens.muted)
    painter.setFont(theme.fonts.of(Type.LABEL_MEDIUM))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, key_words(keys))
    painter.restore()
    return rect


class KeyCapLabel(QWidget):
    """A cap that stands by itself in a layout."""

    def __init__(
        self, theme: Theme, keys: str, *, on_tip: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._keys = keys
        self._on_tip = on_tip
        self.setAccessibleName(keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Return the cap's size."""
        width = math.ceil(key_cap_width(self._theme, self._keys))
        return QSize(width, key_cap_height(self._theme))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cap."""
        painter = QPainter(self)
        paint_key_cap(painter, QPointF(0, 0), self._theme, self._keys, on_tip=self._on_tip)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
