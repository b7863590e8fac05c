"""The ground of what is open: one column of 640 that scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.scroll_bar import calm_scrolling

_WIDTH, _SIDE, _TOP = 640, 32, 20


class Pane(QScrollArea):
    """A subclass adds its parts to `column`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._body = QWidget()
        self.setProperty("ground", "raised")
        self._body.setProperty("ground", "raised")
        inner = QWidget()
        inner.setProperty("ground", "raised")
        self._inner = inner
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        row = QHBoxLayout(self._body)
        row.setContentsMargins(_SIDE, _TOP, _SIDE, _TOP)
        row.addWidget(inner, 1000)
        row.addStretch(1)
        self.setWidget(self._body)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        calm_scrolling(theme, self)
        theme.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        self._inner.setMaximumWidth(self._theme.scale.px(_WIDTH))
