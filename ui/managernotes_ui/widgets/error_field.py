"""A field with one sentence under it when it cannot be read (SPEC §4)."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.line_edit import mark_error
from managernotes_ui.widgets.text_label import TextLabel

_GAP = 4


class ErrorField(QWidget):
    """Holds an editor; `show_error` turns its border to danger and says what to ask."""

    def __init__(self, theme: Theme, editor: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self._sentence = TextLabel(theme, "", Type.META, tone=Role.DANGER, lines=0)
        self._sentence.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_GAP)
        layout.addWidget(editor)
        layout.addWidget(self._sentence)
        self.setFocusProxy(editor)

    @property
    def error(self) -> str:
        """The sentence that shows now, or an empty text."""
        return self._sentence.text()

    def show_error(self, sentence: str) -> None:
        """Say what is wrong, in one sentence, to eyes and to screen readers."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        marked = self.editor.focusProxy() or self.editor
        mark_error(marked, error=bool(sentence))
        marked.setAccessibleDescription(sentence)

    def clear_error(self) -> None:
        """Take the sentence and the danger border away."""
        self.show_error("")
