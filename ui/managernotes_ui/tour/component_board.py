"""The board on which the component sheet is laid out: fixed places, captions, rings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.focus_ring import RingFrame
from managernotes_ui.widgets.text_label import TextLabel

SIZE = QSize(1280, 1704)
LEFT, RIGHT, COLUMN = 32, 664, 584
HEAD = 39
"""Pixels from the top of a section to its content."""


class SheetBoard(QWidget):
    """A page of fixed places, 1280 × 1704."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ringed: list[QWidget] = []
        self.setProperty("ground", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedSize(SIZE)
        self.put(TextLabel(theme, "Components", Type.TITLE), LEFT, 32)

    def put(self, widget: QWidget, x: float, y: float, width: int = 0) -> QWidget:
        """Place a component with its top left corner at a point."""
        widget.setParent(self)
        size = widget.sizeHint()
        wide = width or size.width()
        high = widget.heightForWidth(wide) if widget.hasHeightForWidth() else size.height()
        widget.setGeometry(round(x), round(y), wide, high)
        widget.show()
        return widget

    def section(self, title: str, x: int, y: int) -> tuple[int, int]:
        """Write a section's head and return where its content begins."""
        self.put(TextLabel(self._theme, title, Type.NAME), x, y)
        self.put(hairline(), x, y + 26, COLUMN)
        return x, y + HEAD

    def row(self, items: Sequence[tuple[QWidget, str]], x: int, y: int, gap: int = 12) -> None:
        """Place exhibits side by side, each centred in 32 px over its caption."""
        for widget, caption in items:
            fixed = widget.minimumWidth() if widget.minimumWidth() > 1 else 0
            high = widget.sizeHint().height()
            self.put(widget, x, y + max(0, (32 - high) / 2), fixed)
            label = TextLabel(self._theme, caption, Type.LABEL, tone=Role.MUTED)
            self.put(label, x, y + max(32, high) + 6)
            x += max(widget.width(), label.width()) + gap

    def ring(self, widget: QWidget) -> QWidget:
        """Have a component shown with the keyboard's ring."""
        self._ringed.append(widget)
        return widget

    def finish(self) -> None:
        """Put the rings on, when everything has its place."""
        for widget in self._ringed:
            frame = RingFrame(self._theme, widget)
            frame.show()
