"""What the manager wants to be true afterwards: one private line (SPEC §7.22)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import brief as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.line_edit import LineEdit, Measure
from managernotes_ui.widgets.text_label import TextLabel

_LONGEST = 600


class WishRow(QWidget):
    """The question, a lock, and the line."""

    typed = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.line = LineEdit(theme, strings.WISH, strings.WISH_HINT, measure=Measure.LARGE)
        self.line.setMaxLength(_LONGEST)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(TextLabel(theme, strings.WISH, Type.NAME), 1)
        head.addWidget(GlyphLabel(theme, Icon.LOCK, 14))
        head.addWidget(TextLabel(theme, strings.WISH_NOTE, Type.META, tone=Role.MUTED))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(lambda _text: self.typed.emit())
        self.line.editingFinished.connect(self.left)

    def show_text(self, text: str) -> None:
        """Show a wish."""
        if text != self.line.text():
            self.line.setText(text)
