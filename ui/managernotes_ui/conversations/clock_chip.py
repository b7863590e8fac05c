"""How long a talk has been going on, as a chip."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from managernotes_ui.common.strings import talk_page as strings
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.chip import chip_size, come_back_chip, paint_chip


class ClockChip(QWidget):
    """Only to be read; it changes once a minute and never urges."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._look = come_back_chip("")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_theme_changed)

    def show_minutes(self, minutes: int) -> None:
        """Show how many minutes it has been."""
        words = strings.MINUTES_IN.format(minutes=minutes)
        self._look = come_back_chip(words)
        self.setAccessibleName(f"{strings.CLOCK}: {words}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the chip's size."""
        return chip_size(self._theme, self._look).toSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        painter = QPainter(self)
        paint_chip(painter, QRectF(self.rect()), self._theme, self._look)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
