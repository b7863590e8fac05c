"""A choice in the composer's tool row: icon, word, chevron, and a menu (SPEC §5.2)."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.menu import Menu

_HEIGHT, _LINE, _PADDING, _GAP, _RADIUS = 24, 16, 6, 6, 6


class ToolChip(QAbstractButton):
    """Shows what the line says now; a click, Space or Down opens the menu of what it could say.

    A click leaves the focus in the line; only Tab brings it here.
    """

    def __init__(self, theme: Theme, menu: Menu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._menu = menu
        self._icon = Icon.CIRCLE
        self._role = Role.MUTED
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open_menu)
        theme.changed.connect(self._on_theme_changed)

    def say(self, icon: Icon, role: Role, words: str, name: str) -> None:
        """Show an icon in a colour and words; `name` is what a screen reader says."""
        self._icon, self._role = icon, role
        self.setText(words)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for icon, words and chevron."""
        words = QFontMetricsF(self._theme.fonts.of(Type.META)).horizontalAdvance(self.text())
        sides = 2 * self._theme.icons.side(14)
        width = 2 * _PADDING + sides + 2 * _GAP + math.ceil(words)
        return QSize(width, self._theme.scale.grow(_HEIGHT, _LINE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it; hovered or open it has a ground."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self._menu.isVisible():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.hover)
            painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        side = self._theme.icons.side(14)
        top = round((self.height() - side) / 2)
        self._theme.icons.paint(
            painter, QPointF(_PADDING, top), self._icon, 14, tokens.of(self._role)
        )
        chevron = QPointF(self.width() - _PADDING - side, top)
        self._theme.icons.paint(painter, chevron, Icon.CHEVRON_DOWN, 14, tokens.muted)
        painter.setFont(self._theme.fonts.of(Type.META))
        painter.setPen(tokens.muted)
        room = QRectF(self.rect()).adjusted(_PADDING + side + _GAP, 0, 0, 0)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text()
        )
        painter.end()

    @Slot()
    def _open_menu(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + _GAP)))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
