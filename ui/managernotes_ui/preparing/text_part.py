"""A question that is answered in a text of its own."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from managernotes_ui.preparing.answer_area import AnswerArea
from managernotes_ui.preparing.answers import text_of, with_text
from managernotes_ui.preparing.part import Part, Tools
from managernotes_ui.preparing.questions import Question


class TextPart(Part):
    """Writes into the words under the question's key, at every key press."""

    def __init__(self, tools: Tools, question: Question, *, is_main: bool) -> None:
        super().__init__(tools, question, is_main=is_main)
        self.area = AnswerArea(self._theme, question.text)
        self.area.setAccessibleDescription(question.help)
        self._column.addWidget(self.area)
        self.area.typed.connect(self._on_typed)
        self.area.left.connect(self._vm.save_now)
        self.show_words()

    @property
    def first(self) -> QWidget:
        """The text area."""
        return self.area

    def show_words(self) -> None:
        """Show the words under the key."""
        self.area.show_text(text_of(self._vm.words, self.question.key))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._vm.write(with_text(self._vm.words, self.question.key, text))
