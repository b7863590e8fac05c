"""A column that a low window scrolls as a whole; the lists in it are as high as their lines."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QVBoxLayout, QWidget

from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.line_list import LineList
from managernotes_ui.widgets.scroll_bar import calm_scrolling

RING = 4
"""What a column keeps free at both sides, so that the ring round a row is not cut."""


class ScrollColumn(QScrollArea):
    """Put widgets into `column`; `hold` a list so that its chosen row stays in view."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._lists: list[LineList] = []
        self._body = QWidget()
        self._body.setProperty("ground", "none")
        self.column = QVBoxLayout(self._body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.setWidget(self._body)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        calm_scrolling(theme, self)
        theme.changed.connect(self.fit)

    def hold(self, rows: LineList) -> None:
        """Give a list the height of its lines, and follow its chosen row."""
        rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.chosen.connect(lambda _key: self._bring(rows))
        self._lists.append(rows)

    def fit(self) -> None:
        """Give the lists their height: their lines, or the width, are others."""
        for rows in self._lists:
            rows.setFixedHeight(max(rows.content_height, 1))

    def bring(self, part: QWidget, rect: QRect) -> None:
        """Scroll until a part of a widget in the column is in view."""
        at = part.mapTo(self._body, rect.center())
        self.ensureVisible(at.x(), at.y(), 0, rect.height() // 2 + 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the lists out for the new width."""
        super().resizeEvent(event)
        self.fit()

    def event(self, event: QEvent) -> bool:
        """Fit again when something in the column has another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().event(event)

    def _bring(self, rows: QAbstractItemView) -> None:
        if rows.hasFocus():
            self.bring(rows, rows.visualRect(rows.currentIndex()))
