"""A small quiet select whose list is the caller's: a menu or a calendar (SPEC §4, select)."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role

_HEIGHT, _LINE, _ICON = 28, 20, 14
_LEFT, _RIGHT, _GAP, _RADIUS = 10, 8, 8, 6


class ChoiceButton(QAbstractButton):
    """Icon, words and a chevron; `clicked` asks the owner to open the list under it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon: Icon | None = None
        self._role: Role | None = None
        self._name = name
        self._compact = False
        self._room_of = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def show_choice(
        self, words: str, icon: Icon | None, role: Role | None = None, *, room_of: str = ""
    ) -> None:
        """Show what is chosen; a role colours icon and words and sets them medium.

        Words that stand for covered ones keep the `room_of` those (SPEC §8: nothing moves).
        """
        self._icon = icon
        self._room_of = room_of
        self._role = role
        self.setText(words)
        self.setAccessibleName(f"{self._name}: {words}")
        self.setToolTip(f"{self._name}: {words}")
        self.updateGeometry()
        self.update()

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - a setter in Qt's manner
        """Leave out the words where there is no room; the tooltip has them."""
        if compact != self._compact:
            self._compact = compact
            self.updateGeometry()
            self.update()

    def list_corner(self) -> QPoint:
        """Return the global point where the list opens."""
        return self.mapToGlobal(QPoint(0, self.height() + 4))

    def sizeHint(self) -> QSize:
        """Return room for the words."""
        sign = self._theme.icons.side(_ICON)
        width = sign + _LEFT + _RIGHT + 2 + (sign + _GAP if self._icon is not None else 0)
        if not self._compact:
            metrics = QFontMetricsF(self._words_font)
            if self._room_of:
                metrics = QFontMetricsF(self._theme.fonts.of(Type.BUTTON))
            words = self._room_of or self.text()
            width += math.ceil(metrics.horizontalAdvance(words)) + _GAP
        return QSize(width, self._theme.scale.grow(_HEIGHT, _LINE))

    def minimumSizeHint(self) -> QSize:
        """Return the same: words are whole or not there."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with the arrow too, as a select does."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw border, icon, words and chevron."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        tokens = self._theme.tokens
        colour = tokens.text if self._role is None else tokens.of(self._role)
        colour = colour if self.isEnabled() else tokens.disabled
        side = self._theme.icons.side(_ICON)
        top = (self.height() - side) // 2
        left = _LEFT + 1.0
        if self._icon is not None:
            self._theme.icons.paint(painter, QPointF(left, top), self._icon, _ICON, colour)
            left += side + _GAP
        if not self._compact:
            painter.setFont(self._words_font)
            painter.setPen(colour)
            room = QRectF(left, 0, self.width() - left, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        sign = QPointF(self.width() - _RIGHT - 1 - side, top)
        muted = tokens.muted if self.isEnabled() else tokens.disabled
        self._theme.icons.paint(painter, sign, Icon.CHEVRON_DOWN, _ICON, muted)
        painter.end()

    @property
    def _words_font(self) -> QFont:
        return self._theme.fonts.of(Type.LIST if self._role is None else Type.BUTTON)

    def _paint_box(self, painter: QPainter) -> None:
        tokens = self._theme.tokens
        painter.setPen(QPen(tokens.line2, 1))
        painter.setBrush(tokens.hover if self.underMouse() and self.isEnabled() else tokens.raised)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _RADIUS - 0.5, _RADIUS - 0.5)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
