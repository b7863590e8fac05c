"""Sidebar rows and rail items as buttons."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.nav_row import GAP, PADDING, NavLook, nav_height, paint_nav_row
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.tooltip import set_tip


class NavButton(QAbstractButton):
    """One row of the sidebar; checked means: you are here."""

    def __init__(self, theme: Theme, look: NavLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = look
        self.setCheckable(True)
        self.setText(look.text)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()
        if look.key:
            set_tip(self, look.text, look.key)
        theme.changed.connect(self._on_theme_changed)

    def set_look(self, look: NavLook) -> None:
        """Show other words, another dot or count."""
        self._look = look
        self.setText(look.text)
        self._name()
        self.update()

    def set_count(self, count: str) -> None:
        """Show a quiet count at the right, or none."""
        self.set_look(replace(self._look, count=count))

    def sizeHint(self) -> QSize:
        """Return the room of the words beside the icon."""
        words = QFontMetricsF(self._theme.fonts.of(Type.BUTTON)).horizontalAdvance(self.text())
        sign = self._theme.scale.icon(16) + GAP
        person = self._look.dot is not None
        return QSize(round(words) + sign + 2 * PADDING, nav_height(self._theme, person=person))

    def minimumSizeHint(self) -> QSize:
        """Return a width at which the words may be cut."""
        return QSize(self._theme.scale.icon(16) + 4 * PADDING, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        painter = QPainter(self)
        paint_nav_row(
            painter,
            QRectF(self.rect()),
            self._theme,
            self._look,
            hovered=self.underMouse() and self.isEnabled(),
            selected=self.isChecked(),
            enabled=self.isEnabled(),
        )
        painter.end()

    def _name(self) -> None:
        self.setAccessibleName(f"{self._look.text} {self._look.count}".strip())

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class RailButton(QAbstractButton):
    """One item of the rail: an icon of 18 in 40 × 36; the tooltip names page and key."""

    def __init__(
        self, theme: Theme, text: str, icon: Icon, *, key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setCheckable(True)
        self.setText(text)
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_tip(self, text, key)
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Return 40 × 36, and what the icon grew."""
        grown = self._theme.scale.icon(18) - 18
        return QSize(40 + grown, 36 + grown)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground and icon."""
        painter = QPainter(self)
        here = self.isChecked()
        paint_row_ground(
            painter,
            QRectF(self.rect()),
            self._theme,
            hovered=self.underMouse(),
            selected=here,
            hairline=False,
            hover=Role.SIDE_HOVER,
        )
        side = self._theme.icons.side(18)
        at = QPointF((self.width() - side) // 2, (self.height() - side) // 2)
        colour = self._theme.tokens.accent if here else self._theme.tokens.muted
        self._theme.icons.paint(painter, at, self._icon, 18, colour)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
