"""One question with one sentence for an answer: what a state asks before it is reached."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from managernotes.services.workspace import Workspace
from managernotes_ui.common.strings import growth as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.talks.deed_sheet import DeedSheet
from managernotes_ui.widgets.labelled_field import LabelledField
from managernotes_ui.widgets.text_area import TextArea

Answered = Callable[[Workspace, str], object]
"""What is done with the answer, on the vault's thread."""


class AskSheet(DeedSheet):
    """`ask` opens it; the vault itself says what an answer lacks."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, strings.SENTENCE, strings.KEEP, parent)
        self.answer = TextArea(desk.theme, strings.SENTENCE, least_lines=2)
        self._answered: Answered | None = None
        self._then: Callable[[], None] = lambda: None
        self.add_row(LabelledField(desk.theme, strings.SENTENCE, self.answer))
        self.answer.textChanged.connect(self.refit)

    def ask(
        self,
        question: str,
        hint: str,
        answered: Answered,
        then: Callable[[], None],
        words: str = "",
    ) -> None:
        """Ask, with what was written before; `then` follows once the answer is on disk."""
        self._answered, self._then = answered, then
        self.title.setText(question)
        self.sheet.setAccessibleName(question)
        self.answer.setPlaceholderText(hint)
        self.answer.setPlainText(words)
        self.tell("")
        self.show_sheet(self.answer)

    def on_submitted(self) -> None:
        """Hand the answer over."""
        answered, words = self._answered, self.answer.toPlainText().strip()
        if not words:
            self.tell(strings.NEEDS_SENTENCE)
            self.answer.setFocus(Qt.FocusReason.OtherFocusReason)
        elif answered is not None:
            self.do(lambda workspace: answered(workspace, words), lambda _done: self._then())
