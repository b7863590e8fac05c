"""One question with its answer, as a step shows it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.common.dates import DateWords
from managernotes_ui.preparing.prepare_vm import PrepareViewModel
from managernotes_ui.preparing.questions import Question
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover


@dataclass(frozen=True, slots=True)
class Tools:
    """What every part is built from."""

    theme: Theme
    dates: DateWords
    vm: PrepareViewModel
    uncover: Uncover


class Part(QWidget):
    """The question and its help line; a subclass adds the answer under them.

    The step's first question is the main one, 24/32; the others are 15 semibold (SPEC §5.6).
    """

    def __init__(self, tools: Tools, question: Question, *, is_main: bool) -> None:
        super().__init__()
        self._tools = tools
        self._theme = tools.theme
        self._vm = tools.vm
        self.question = question
        style = Type.QUESTION if is_main else Type.SECTION
        self._head = TextLabel(self._theme, question.text, style, lines=0)
        help_style = Type.BODY if is_main else Type.LIST
        self._help = TextLabel(self._theme, question.help, help_style, tone=Role.MUTED, lines=0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        if question.help:
            self._column.addSpacing(8 if is_main else 2)
            self._column.addWidget(self._help)
        self._column.addSpacing(16 if is_main else 12)

    @property
    def first(self) -> QWidget:
        """Where the keyboard goes when the step is shown."""
        return self

    def refresh(self) -> None:
        """Show what is chosen; words being typed stay."""

    def show_words(self) -> None:
        """Read the words afresh."""
