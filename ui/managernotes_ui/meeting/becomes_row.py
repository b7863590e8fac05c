"""One row of what a talk becomes: 57 high, an icon, what and who, and at the right a choice."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

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


class BecomesRow(QWidget):
    """Words at the left, cut never before two lines; `choice` is what can be changed of it."""

    def __init__(
        self,
        theme: Theme,
        icon: Icon,
        choice: QWidget,
        uncover: Uncover | None = None,
        *,
        under: QWidget | None = None,
    ) -> None:
        super().__init__()
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
        if under is not None:
            words.addSpacing(4)
            words.addWidget(under)
        row = QHBoxLayout()
        row.setContentsMargins(0, _EDGE, 0, _EDGE)
        row.setSpacing(_GAP)
        row.addLayout(glyph)
        row.addLayout(words, 1)
        row.addWidget(choice, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline())
        column.addLayout(row)

    def say(self, text: str, who: str) -> None:
        """Say what, and under it who or when."""
        self.text.setText(text)
        self.who.setText(who)
        self.who.setVisible(bool(who))
