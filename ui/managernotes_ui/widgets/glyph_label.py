"""One icon that stands by itself."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from managernotes_ui.style.icons import STROKE, Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role


class GlyphLabel(QWidget):
    """One icon that stands by itself; it says nothing to a screen reader."""

    def __init__(
        self,
        theme: Theme,
        icon: Icon,
        size: int,
        colour: Role = Role.MUTED,
        *,
        stroke: float = STROKE,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._size = size
        self._colour = colour
        self._stroke = stroke
        theme.changed.connect(self._on_theme_changed)
        self.setFixedSize(self.sizeHint())

    def show_icon(self, icon: Icon, colour: Role | None = None) -> None:
        """Show another icon, or another colour."""
        self._icon = icon
        self._colour = colour or self._colour
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's square."""
        return self._theme.icons.qsize(self._size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        icons = self._theme.icons
        colour = self._theme.tokens.of(self._colour)
        dpr = self.devicePixelRatioF()
        pixmap = icons.pixmap(self._icon, self._size, colour, dpr, self._stroke)
        painter.drawPixmap(0, 0, pixmap)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()
