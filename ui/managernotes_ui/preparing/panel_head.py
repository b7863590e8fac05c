"""A heading of the right panel, 32 high, with a count at its right where there is room."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.text_label import TextLabel

_HEIGHT, _LINE, _GAP = 32, 20, 8


class PanelHead(QWidget):
    """The words are never cut; a count without room becomes their tooltip (SPEC 38b)."""

    def __init__(self, theme: Theme, words: str, count: TextLabel | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._title = TextLabel(theme, words, Type.NAME)
        self._count = count
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self._title, 1)
        if count is not None:
            row.addWidget(count)
        theme.changed.connect(self._dress)
        self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the count, or hang it on the words."""
        super().resizeEvent(event)
        if self._count is None:
            return
        used = self._title.sizeHint().width() + _GAP + self._count.sizeHint().width()
        self._count.setVisible(used <= self.width())
        self._title.setToolTip("" if used <= self.width() else self._count.text())

    @Slot()
    def _dress(self) -> None:
        self.setFixedHeight(self._theme.scale.grow(_HEIGHT, _LINE))
