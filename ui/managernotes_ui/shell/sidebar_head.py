"""The two things on top of the sidebar: the app's mark, and the box that opens the palette."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from managernotes_ui.common.strings import shell as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.key_cap import key_cap_height, key_cap_width, paint_key_cap
from managernotes_ui.widgets.row_ground import paint_row_ground
from managernotes_ui.widgets.tooltip import set_tip

HEIGHT, PADDING, GAP, RADIUS = 32, 8, 8, 6


class _HeadButton(QAbstractButton):
    """32 px high, as wide as the sidebar lets it be."""

    def __init__(self, theme: Theme, text: str, tip: str, key: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text)
        self.setAccessibleName(tip)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_tip(self, tip, key)
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Return 32 px, and what the text grew."""
        return QSize(0, self._theme.scale.grow(HEIGHT, 20))

    def _paint_words(self, painter: QPainter, left: float, style: Type, colour: Role) -> None:
        painter.setFont(self._theme.fonts.of(style))
        painter.setPen(self._theme.tokens.of(colour))
        room = QRectF(left, 0, self.width() - left - PADDING, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_icon(self, painter: QPainter, icon: Icon, size: int, colour: Role) -> float:
        icons = self._theme.icons
        side = icons.side(size)
        at = QPointF(PADDING, round((self.height() - side) / 2))
        icons.paint(painter, at, icon, size, self._theme.tokens.of(colour))
        return PADDING + side + GAP

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()


class BrandButton(_HeadButton):
    """The app's mark and name; opens the menu of every action."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, strings.APP, strings.APP_MENU, "F10", parent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark in the accent and the name semibold."""
        painter = QPainter(self)
        paint_row_ground(
            painter,
            QRectF(self.rect()),
            self._theme,
            hovered=self.underMouse(),
            selected=False,
            hairline=False,
            hover=Role.SIDE_HOVER,
        )
        left = self._paint_icon(painter, Icon.NOTEBOOK_PEN, 16, Role.ACCENT)
        self._paint_words(painter, left, Type.NAME, Role.TEXT)
        painter.end()


class FindButton(_HeadButton):
    """Looks like a box to type in; a click or its key opens the palette."""

    KEY = "Ctrl+K"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, strings.FIND_OR_DO, strings.PALETTE, self.KEY, parent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, glass, words and key."""
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tokens.control if self.underMouse() else tokens.line2, 1))
        painter.setBrush(tokens.raised)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        left = self._paint_icon(painter, Icon.SEARCH, 14, Role.MUTED)
        self._paint_words(painter, left, Type.LIST, Role.MUTED)
        cap = QPointF(
            self.width() - PADDING - key_cap_width(self._theme, self.KEY),
            (self.height() - key_cap_height(self._theme)) // 2,
        )
        paint_key_cap(painter, cap, self._theme, self.KEY)
        painter.end()
