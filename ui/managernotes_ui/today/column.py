"""One of the three columns: its head, and the cards under it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import today as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.today.card_list import CardList, StepsOf
from managernotes_ui.today.today_rows import Column
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.text_label import TextLabel

LANE = 12
"""Width of the scroll bar, which lies in the gap beside the column (SPEC 38a)."""
HEAD = 52
_ICONS = {Column.THANK: Icon.HEART, Column.HELP: Icon.LIFE_BUOY, Column.RAISE: Icon.FLAG}


class ColumnView(QWidget):
    """Icon, name, count and one line of meaning over the cards."""

    def __init__(
        self, theme: Theme, column: Column, steps_of: StepsOf, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.column = column
        head = self._head = QWidget(self)
        muted = Role.MUTED
        self._count = TextLabel(theme, "", Type.LIST, tone=muted, tabular=True, parent=head)
        self._meaning = TextLabel(
            theme, strings.MEANINGS[column], Type.META, tone=muted, parent=head
        )
        self._empty = TextLabel(
            theme, strings.NOTHING[column], Type.META, tone=muted, lines=0, parent=self
        )
        self.list = CardList(theme, strings.TITLES[column], steps_of, self)
        self._build()
        theme.changed.connect(self._measure)
        self._measure()

    def show_number(self, number: int) -> None:
        """Show how many there are in all; none is said in words."""
        self._count.setText(str(number) if number else "")
        self.list.setVisible(number > 0)
        self._empty.setVisible(number == 0)

    def set_area(self, height: int) -> None:
        """Give the cards a height in pixels."""
        self.list.setFixedHeight(max(height, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the meaning in fewer words where there is no room."""
        super().resizeEvent(event)
        self._fit()

    @property
    def head_height(self) -> int:
        """Height of the head in pixels."""
        return self._head.height()

    def _build(self) -> None:
        name = QHBoxLayout()
        name.setSpacing(8)
        name.addWidget(GlyphLabel(self._theme, _ICONS[self.column], 16, Role.ACCENT))
        name.addWidget(TextLabel(self._theme, strings.TITLES[self.column], Type.SECTION))
        name.addWidget(self._count)
        name.addStretch(1)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, LANE, 0)
        head.setSpacing(2)
        head.addLayout(name)
        head.addWidget(self._meaning)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.list)
        column.addWidget(self._empty)
        column.addStretch(1)
        self._empty.setContentsMargins(0, 0, LANE, 0)

    @Slot()
    def _measure(self) -> None:
        self._head.setFixedHeight(self._theme.scale.grow(HEAD, 20, 16))
        self._fit()

    def _fit(self) -> None:
        metrics = QFontMetricsF(self._theme.fonts.of(Type.META))
        whole = strings.MEANINGS[self.column]
        fits = metrics.horizontalAdvance(whole) <= self.width() - LANE
        self._meaning.setText(whole if fits else strings.SHORT_MEANINGS[self.column])
