"""The questions after a talk, at the left; on looking again three others (SPEC §5.9, 3.6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from managernotes.text.promise_lines import Span
from managernotes_ui.common.strings import after_talk as strings
from managernotes_ui.meeting.after_vm import AfterViewModel
from managernotes_ui.meeting.answer_question import AnswerQuestion
from managernotes_ui.meeting.becoming import names_in_lines
from managernotes_ui.meeting.looking_again import LookingAgain
from managernotes_ui.meeting.outcome_choice import OutcomeChoice
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.scroll_bar import calm_scrolling

_LEFT, _RIGHT, _TOP, _BOTTOM, _BETWEEN = 32, 40, 20, 12, 16
WENT_AHEAD = "went_ahead"


class AfterQuestions(QScrollArea):
    """Each field saves itself; which questions stand there depends on the talk."""

    def __init__(self, theme: Theme, vm: AfterViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vm = vm
        self.questions: dict[str, AnswerQuestion] = {
            "asked": AnswerQuestion(theme, strings.ASKED, strings.ASKED_HELP),
            WENT_AHEAD: AnswerQuestion(theme, strings.WENT_AHEAD, strings.WENT_AHEAD_HELP),
            "their_words": AnswerQuestion(theme, strings.SAID, strings.SAID_HELP),
            "learned": AnswerQuestion(theme, strings.LEARNED),
            "agreed": AnswerQuestion(
                theme, strings.AGREED, strings.AGREED_HELP, owners=self._owners
            ),
            "help": AnswerQuestion(theme, strings.HELP),
            "disputed": AnswerQuestion(theme, strings.DISPUTED),
            "conduct": AnswerQuestion(theme, strings.CONDUCT, strings.CONDUCT_HELP),
        }
        self.outcome = OutcomeChoice(theme, vm)
        self.again = LookingAgain(theme, vm, self._owners)
        self._lay_out(theme)
        self._connect()

    def take_focus(self) -> None:
        """Put the keyboard into the first question."""
        if self._vm.sheet.is_later:
            self.again.take_focus()
            return
        shown = [one for one in self.questions.values() if not one.isHidden()]
        if shown:
            shown[0].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, theme: Theme) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        calm_scrolling(theme, self)
        inner = QWidget()
        inner.setProperty("ground", "none")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(_LEFT, _TOP, _RIGHT, _BOTTOM)
        self._column.setSpacing(_BETWEEN)
        self._column.addWidget(self.again)
        for question in self.questions.values():
            self._column.addWidget(question)
        self._column.addWidget(self.outcome)
        self._column.addStretch(1)
        self.setWidget(inner)

    def _connect(self) -> None:
        for name, question in self.questions.items():
            if name == WENT_AHEAD:
                question.typed.connect(self._vm.set_reason)
            else:
                question.typed.connect(lambda text, name=name: self._vm.put(name, text))
        self._vm.shown.connect(self._on_shown)
        self._vm.changed.connect(self._on_changed)

    def _owners(self, text: str) -> Sequence[Span]:
        return names_in_lines(text, self._vm.sheet.known, self._vm.sheet.today)

    @Slot()
    def _on_shown(self) -> None:
        words: Mapping[str, str] = self._vm.sheet.words
        for name, question in self.questions.items():
            question.show_text(words.get(name, ""))
        self.again.show_words()
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        vm, later = self._vm, self._vm.sheet.is_later
        self.again.setVisible(later)
        self.outcome.setVisible(not later)
        self.outcome.refresh()
        for name, question in self.questions.items():
            wanted = {"asked": vm.sheet.wants_answer, WENT_AHEAD: vm.sheet.wants_reason}.get(
                name, True
            )
            question.setVisible(wanted and not later)
        self.questions["their_words"].ask(strings.SAID.format(name=vm.sheet.name))
        self.questions["asked"].ask(strings.ASKED.format(name=vm.sheet.name))
