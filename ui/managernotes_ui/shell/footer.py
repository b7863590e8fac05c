"""The line at the foot of a page: what it holds, and whether everything is saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from managernotes_ui.common.session import Session
from managernotes_ui.shell.discreet_line import DiscreetLine
from managernotes_ui.shell.footer_line import FooterItem, FooterLine
from managernotes_ui.shell.save_line import SaveLine
from managernotes_ui.style.theme import Theme

HEIGHT = 36


class Footer(QFrame):
    """36 px with a hairline across the page, 12 muted; the save state is its last item."""

    def __init__(self, theme: Theme, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setSpacing(16)
        self._items = FooterLine(theme)
        self._discreet = DiscreetLine(theme)
        self._left = QStackedWidget()
        self._saved = SaveLine(theme, session)
        self._build()
        theme.changed.connect(self._dress)
        theme.cover_changed.connect(self._on_cover_changed)
        self._on_cover_changed()
        self._dress()

    def set_items(self, items: Sequence[FooterItem | str]) -> None:
        """Show what the page says about itself, left to right."""
        self._items.set_items(items)

    def set_padding(self, side: int) -> None:
        """Keep the page's own left and right padding."""
        self._row.setContentsMargins(side, 0, side, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the hairline across the page."""
        super().paintEvent(event)
        QPainter(self).fillRect(QRect(0, 0, self.width(), 1), self._theme.tokens.line)

    def _build(self) -> None:
        self.set_padding(32)
        for line in (self._items, self._discreet):
            self._left.addWidget(line)
        self._left.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row.addWidget(self._left, 1)
        self._row.addWidget(self._saved)

    @Slot()
    def _dress(self) -> None:
        self.setFixedHeight(self._theme.scale.grow(HEIGHT, 16))

    @Slot()
    def _on_cover_changed(self) -> None:
        self._left.setCurrentIndex(int(self._theme.cover.kinds))
