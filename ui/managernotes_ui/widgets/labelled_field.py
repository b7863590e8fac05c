"""A label over a field, its help or its error under it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.error_field import ErrorField
from managernotes_ui.widgets.text_label import TextLabel

_GAP = 4


class LabelledField(QWidget):
    """The label names the editor for eyes; the editor's accessible name does for the ear."""

    def __init__(self, theme: Theme, label: str, editor: QWidget, help_text: str = "") -> None:
        super().__init__()
        self._field = ErrorField(theme, editor)
        self._help = TextLabel(theme, help_text, Type.META, tone=Role.MUTED, lines=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        column.addWidget(TextLabel(theme, label, Type.META_MEDIUM, tone=Role.TEXT2))
        column.addWidget(self._field)
        column.addWidget(self._help)
        column.addStretch(1)
        self.setFocusProxy(editor)
        self.show_error("")

    @property
    def error(self) -> str:
        """The sentence that shows now, or an empty text."""
        return self._field.error

    def show_error(self, sentence: str) -> None:
        """Say what is wrong in place of the help; an empty sentence takes it back."""
        self._field.show_error(sentence)
        self._help.setVisible(bool(self._help.text()) and not sentence)
