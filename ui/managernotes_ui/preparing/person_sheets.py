"""A conflict: one sheet a person, and only one of them on show (practice/3-preparation.md, 3.2)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from managernotes_ui.common.strings import preparing as strings
from managernotes_ui.preparing.choices import Choices
from managernotes_ui.preparing.part import Tools
from managernotes_ui.preparing.questions import Question
from managernotes_ui.preparing.text_part import TextPart


class PersonSheets(QWidget):
    """The words of one person are never beside those of another."""

    def __init__(self, tools: Tools, questions: Sequence[Question]) -> None:
        super().__init__()
        names = dict(tools.vm.read.called) if tools.vm.read is not None else {}
        labels = [names.get(one.person, "") if one.person else "" for one in questions]
        self.parts = [TextPart(tools, question, is_main=False) for question in questions]
        self.choice = Choices(tools.theme, strings.SHEET_OF, labels)
        self._stack = QStackedWidget()
        for part in self.parts:
            self._stack.addWidget(_top(part))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.choice)
        column.addWidget(self._stack)
        self.choice.setVisible(len(self.parts) > 1)
        self.choice.chosen.connect(self._on_chosen)
        self.choice.set_current(0)

    @Slot(int)
    def _on_chosen(self, at: int) -> None:
        self._stack.setCurrentIndex(at)


def _top(part: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(part)
    column.addStretch(1)
    return page
