"""One row of what a talk becomes: 57 high, an icon, what and who, and at the right a choice."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

CHOICE = 120
_ICON, _GAP, _EDGE, _ICON_DOWN = 16, 12, 10, 2
_LEAST = 300
"""A row narrower than this has its choice under its words."""


class BecomesRow(QWidget):
    """Words at the left, cut never before two lines; `choice` is what can be changed of it."""

    def __init__(
        self,
        theme: Theme,
        icon: Icon,
        choice: QWidget,
        uncover: Uncover | None = None,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._choice = choice
        self._is_narrow = False
        self.text = TextLabel(theme, "", Type.BODY, lines=0)
        self.who = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=2)
        if uncover is not None:
            self.text.hold_text(uncover)
        glyph = QVBoxLayout()
        glyph.setContentsMargins(0, _ICON_DOWN, 0, 0)
        glyph.addWidget(GlyphLabel(theme, icon, _ICON, Role.ACCENT))
        glyph.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.text)
        words.addWidget(self.who)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, _EDGE, 0, _EDGE)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(0)
        self._grid.addLayout(glyph, 0, 0, 2, 1)
        self._grid.addLayout(words, 0, 1)
        self._grid.addWidget(choice, 0, 2, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addLayout(self._grid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choice under the words where there is no room beside them."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.scale.px(_LEAST)
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        self._grid.setVerticalSpacing(4 if narrow else 0)
        self._grid.removeWidget(self._choice)
        if narrow:
            self._grid.addWidget(self._choice, 1, 1, Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addWidget(self._choice, 0, 2, Qt.AlignmentFlag.AlignTop)

    def say(self, text: str, who: str) -> None:
        """Say what, and under it who or when."""
        self.text.setText(text)
        self.who.setText(who)
        self.who.setVisible(bool(who))
