"""The rail: the sidebar of focus pages and narrow windows, 56 px of icons (SPEC §3)."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtCore import QPointF, QRect, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from managernotes_ui.common.strings import shell as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.shell.side_pages import LIT_BY, RAIL
from managernotes_ui.style.icons import Icon
from managernotes_ui.widgets.nav_button import RailButton

WIDTH, PADDING, GAP = 56, 12, 4


class _Brand(RailButton):
    """The app's mark, always in the accent."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark."""
        theme = self._theme
        side = theme.icons.side(18)
        at = QPointF((self.width() - side) // 2, (self.height() - side) // 2)
        painter = QPainter(self)
        theme.icons.paint(painter, at, Icon.NOTEBOOK_PEN, 18, theme.tokens.accent)
        painter.end()


class Rail(QFrame):
    """Icons only; every tooltip names its page and key."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.theme
        self.brand = _Brand(theme, strings.APP_MENU, Icon.NOTEBOOK_PEN, key="F10")
        self._find = RailButton(theme, strings.PALETTE, Icon.SEARCH, key="Ctrl+K")
        self._pages = {
            side.page: RailButton(theme, side.spec.title, side.icon, key=side.key) for side in RAIL
        }
        settings = RailButton(theme, strings.SETTINGS, Icon.SETTINGS, key="Ctrl+,")
        self._pages[PageName.SETTINGS] = settings
        self._lock = RailButton(theme, strings.LOCK, Icon.LOCK, key="Ctrl+L")
        self._build()
        self._connect()

    def show_pages(self, pages: Container[PageName]) -> None:
        """Show the icons of the pages that exist."""
        for name, button in self._pages.items():
            button.setVisible(name in pages)

    def _build(self) -> None:
        self.setObjectName("rail")
        self.setProperty("ground", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(strings.SIDEBAR_NAME)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, PADDING, 0, PADDING)
        column.setSpacing(GAP)
        for button in (self.brand, self._find):
            button.setCheckable(False)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8 + GAP)
        for side in RAIL:
            column.addWidget(self._pages[side.page], 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        column.addWidget(self._pages[PageName.SETTINGS], 0, Qt.AlignmentFlag.AlignHCenter)
        self._lock.setCheckable(False)
        column.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignHCenter)

    def _connect(self) -> None:
        desk = self._desk
        self.brand.clicked.connect(lambda: desk.actions.get("menu").trigger())
        self._find.clicked.connect(lambda: desk.actions.get("palette").trigger())
        for name, button in self._pages.items():
            button.clicked.connect(lambda _=False, page=name: desk.navigator.go(Place(page)))
        self._lock.clicked.connect(lambda: desk.actions.get("lock").trigger())
        desk.navigator.moved.connect(self._on_moved)
        desk.theme.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline at the right."""
        super().paintEvent(event)
        edge = QRect(self.width() - 1, 0, 1, self.height())
        QPainter(self).fillRect(edge, self._desk.theme.tokens.line)

    @Slot()
    def _dress(self) -> None:
        self.setFixedWidth(WIDTH + self._desk.theme.scale.icon(18) - 18)

    @Slot(Place)
    def _on_moved(self, place: Place) -> None:
        for name, button in self._pages.items():
            button.setChecked(name is LIT_BY.get(place.page))
