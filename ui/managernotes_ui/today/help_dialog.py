"""One line for somebody who waits: what was done for them, or what is promised."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import today as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.text_label import TextLabel

_WIDTH, _PADDING, _GAP = 440, 24, 16


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, an example of an answer, what becomes of it, and the word that takes it."""

    title: str
    hint: str
    help: str
    yes: str


def what_was_done(name: str) -> Question:
    """Ask what was done for somebody."""
    return Question(
        strings.WHAT_DID_YOU_DO.format(name=name),
        strings.WHAT_DID_YOU_DO_HINT,
        strings.WHAT_DID_YOU_DO_HELP,
        strings.WRITE_IT,
    )


def what_is_promised(name: str) -> Question:
    """Ask what somebody is promised."""
    return Question(
        strings.WHAT_DO_YOU_PROMISE.format(name=name),
        strings.WHAT_DO_YOU_PROMISE_HINT,
        strings.WHAT_DO_YOU_PROMISE_HELP,
        strings.PROMISE_IT,
    )


class LineDialog(QDialog):
    """Asks for one line; `words` hold the answer once it was accepted."""

    def __init__(self, theme: Theme, asked: Question, parent: QWidget) -> None:
        super().__init__(parent)
        question = asked.title
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(question)
        self.field = LineEdit(theme, question, asked.hint)
        self.yes = make_button(theme, asked.yes, role=ButtonRole.PRIMARY, key="Enter")
        no = make_button(theme, strings.CANCEL, key="Esc")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(no)
        buttons.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(_GAP)
        column.addWidget(TextLabel(theme, question, Type.SECTION, lines=0))
        column.addWidget(TextLabel(theme, asked.help, Type.META, tone=Role.MUTED, lines=0))
        column.addWidget(self.field)
        column.addLayout(buttons)
        self.setFixedWidth(theme.scale.px(_WIDTH))
        self.yes.setEnabled(False)
        self.yes.setDefault(True)
        self.yes.clicked.connect(self.accept)
        no.clicked.connect(self.reject)
        self.field.textChanged.connect(self._on_typed)
        self.field.setFocus()

    @property
    def words(self) -> str:
        """What was typed."""
        return self.field.text().strip()

    @Slot()
    def _on_typed(self) -> None:
        self.yes.setEnabled(bool(self.words))
