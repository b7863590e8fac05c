"""The top of rehearsing: back, the four ways, and that nothing is recorded (SPEC §5.7)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from managernotes_ui.common.strings import rehearsing as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.segments import Segments
from managernotes_ui.widgets.text_label import TextLabel

_HEIGHT, _LINE, _SIDE, _GAP = 64, 20, 32, 16


class RehearseBar(QWidget):
    """`back_wanted` leads to preparing; `chosen` tells the number of another way."""

    back_wanted = Signal()
    chosen = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._back = make_button(
            theme,
            strings.BACK_TO_PREPARING,
            icon=Icon.ARROW_LEFT,
            role=ButtonRole.QUIET,
            key="Esc",
        )
        self._back.setAccessibleName(strings.BACK_TO_PREPARING)
        self.ways = Segments(theme, strings.WAYS_NAME, strings.WAYS)
        self._told = TextLabel(theme, strings.NOTHING_RECORDED, Type.META, tone=Role.MUTED)
        self._told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._lay_out()
        self._back.clicked.connect(self.back_wanted)
        self.ways.chosen.connect(self.chosen)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def say(self, words: str) -> None:
        """Say what was just done, in the place of what is always so; empty: the latter again."""
        self._told.setText(words or strings.NOTHING_RECORDED)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the words of the way back where there is no room; the tooltip has them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._back.setText(strings.BACK_TO_PREPARING)
        side = max(self._back.sizeHint().width(), self._told.sizeHint().width())
        wanted = 2 * (_SIDE + _GAP + side) + self.ways.sizeHint().width()
        narrow = wanted > self.width()
        if narrow:
            self._back.setText("")
        self._grid.setColumnStretch(0, 0 if narrow else 1)
        self._back.updateGeometry()

    def _lay_out(self) -> None:
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(_SIDE, 0, _SIDE, 0)
        grid.setHorizontalSpacing(_GAP)
        grid.addWidget(self._back, 0, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.ways, 0, 1)
        grid.addWidget(self._told, 0, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        for side in (0, 2):
            grid.setColumnMinimumWidth(side, 0)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.scale.grow(_HEIGHT, _LINE))
        self._fit()
