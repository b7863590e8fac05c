"""Where an empty state stands: in the middle of its page, and scrolled when that is too low."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.empty_state import EmptyState
from managernotes_ui.widgets.scroll_bar import calm_scrolling

ABOVE, SIDE, BELOW = 56, 24, 24
_ALL = 1000
"""A stretch beside which the room at the sides counts only once the column has its width."""


class EmptyRoom(QScrollArea):
    """A page with one column in its middle (SPEC §5.17); small windows scroll it, not cut it."""

    def __init__(self, theme: Theme, state: EmptyState, *, above: int = ABOVE) -> None:
        super().__init__()
        body = QWidget()
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(state, _ALL)
        row.addStretch(1)
        column = QVBoxLayout(body)
        column.setContentsMargins(SIDE, above, SIDE, BELOW)
        column.addLayout(row)
        column.addStretch(1)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        calm_scrolling(theme, self)
        self.setWidget(body)
