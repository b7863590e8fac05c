"""The text area of an answer: 15/24 on raised, growing with its words (SPEC §4, text area)."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFocusEvent

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.line_spacing import text_of
from managernotes_ui.widgets.text_area import TextArea


class AnswerArea(TextArea):
    """`typed` follows each change of its words by hand, `left` the keyboard going elsewhere."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, name: str, placeholder: str = "") -> None:
        super().__init__(theme, name, placeholder, style=Type.EDITOR)
        self._known = ""
        self.textChanged.connect(self._on_text_changed)

    def text(self) -> str:
        """Return the words, letter for letter."""
        return text_of(self.document())

    def show_text(self, text: str) -> None:
        """Show other words, with nothing to undo; the same ones change nothing."""
        if text != self._known:
            self._known = text
            self.setPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the answer was left."""
        super().focusOutEvent(event)
        self.left.emit()

    @Slot()
    def _on_text_changed(self) -> None:
        text = self.text()
        if text != self._known:
            self._known = text
            self.typed.emit(text)
