"""Did the change hold: yes, partly or no, one sentence, and the day it is asked again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from managernotes.domain.lesson import Held, Lesson, LessonState
from managernotes_ui.common.strings import lessons as strings
from managernotes_ui.lessons.lesson_answers import SEEN
from managernotes_ui.lessons.lesson_words import LessonLines
from managernotes_ui.lessons.lessons_vm import LessonsViewModel
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, make_button
from managernotes_ui.widgets.line_edit import LineEdit
from managernotes_ui.widgets.text_label import TextLabel

_SIDE, _STACKED_BELOW = 16, 560


class HeldRow(QWidget):
    """`chosen` brings an answer, `typed` the sentence; `again_wanted` and `close_wanted` ask."""

    chosen = Signal(object)
    typed = Signal(str)
    again_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("ground", "none")
        self.choices = {held: QRadioButton(words) for held, words in strings.HELD.items()}
        self._group = QButtonGroup(self)
        self.seen = LineEdit(theme, strings.SEEN, strings.SEEN_HINT)
        self.asked = TextLabel(theme, "", Type.META, tone=Role.MUTED)
        self.again = make_button(
            theme, "", role=ButtonRole.QUIET, size=ButtonSize.TINY, tip=strings.AGAIN_NAME
        )
        self.close_it = make_button(
            theme,
            strings.CLOSE,
            size=ButtonSize.TINY,
            key="Ctrl+Enter",
            tip=strings.CLOSE_TIP,
        )
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        for held, choice in self.choices.items():
            choice.clicked.connect(lambda _on=False, held=held: self.chosen.emit(held))
        self.seen.textEdited.connect(self.typed)
        self.again.clicked.connect(self.again_wanted)
        self.close_it.clicked.connect(self.close_wanted)

    @property
    def first(self) -> QRadioButton:
        """The answer that stands, else the first."""
        return next((one for one in self.choices.values() if one.isChecked()), self._yes)

    def show_lesson(self, shown: Lesson, vm: LessonsViewModel, lines: LessonLines) -> None:
        """Show what was answered; what is being typed stays as it is."""
        is_closed = shown.state is LessonState.CLOSED
        self._group.setExclusive(False)  # else none could be unchecked again
        for held, choice in self.choices.items():
            choice.setChecked(shown.held is held)
            choice.setEnabled(not is_closed)
        self._group.setExclusive(True)
        self.asked.setText(lines.asked(shown))
        again = lines.again(shown)
        self.again.setText(again)
        self.again.setAccessibleName(f"{strings.AGAIN_NAME}: {again}")
        self.again.updateGeometry()
        self.again.setVisible(bool(again))
        self.close_it.setVisible(shown.held is Held.YES and not is_closed)
        wanted = vm.shown_answer(SEEN)
        self.seen.setReadOnly(vm.is_discreet)
        if self.seen.text() != wanted:
            self.seen.setText(wanted)
            self.seen.setCursorPosition(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sentence under the answers where there is no room beside them."""
        super().resizeEvent(event)
        narrow = self.width() / self._theme.scale.text < _STACKED_BELOW
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() is not wanted:
            self._row.setDirection(wanted)

    @property
    def _yes(self) -> QRadioButton:
        return self.choices[Held.YES]

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(TextLabel(self._theme, strings.DID_IT_HOLD, Type.NAME))
        head.addStretch(1)
        for part in (self.asked, self.again, self.close_it):
            head.addWidget(part)
        answers = QHBoxLayout()
        answers.setSpacing(24)
        for held, choice in self.choices.items():
            choice.setAccessibleName(f"{strings.DID_IT_HOLD} {strings.HELD[held]}")
            self._group.addButton(choice)
            answers.addWidget(choice)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addLayout(answers)
        self._row.addSpacing(16)
        self._row.addWidget(self.seen, 1)
        self._row.setAlignment(answers, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 8, _SIDE, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._row)
