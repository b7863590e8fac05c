"""Looking again: the last agreement, what changed, what helped, what next (3.6, follow-up talk)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import after_talk as strings
from managernotes_ui.meeting.after_vm import AfterViewModel
from managernotes_ui.meeting.answer_question import AnswerQuestion, OwnersOf
from managernotes_ui.meeting.looking_again_words import (
    BROUGHT_BY,
    FOR_HR,
    IN_THE_WAY,
    MORE_HELP,
    NEW_ASK,
    THANKS,
)
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.card import Card, Surface
from managernotes_ui.widgets.segments import Segments
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_BETWEEN = 16


class LookingAgain(QWidget):
    """How it is now decides which questions come after the three."""

    def __init__(self, theme: Theme, vm: AfterViewModel, owners: OwnersOf) -> None:
        super().__init__()
        self._vm = vm
        self._dates = DateWords()
        self._agreed_title = TextLabel(theme, "", Type.NAME)
        self._agreed = TextLabel(theme, "", Type.BODY, tone=Role.TEXT2, lines=0)
        self.questions = {
            "changed": AnswerQuestion(theme, strings.CHANGED, strings.CHANGED_HELP),
            "helped": AnswerQuestion(theme, strings.HELPED),
            "next": AnswerQuestion(theme, strings.NEXT, strings.NEXT_HELP, owners=owners),
        }
        self.how = Segments(theme, strings.HOW_IS_IT, strings.HOW)
        self.how.set_current(1)
        self.more = {
            THANKS: AnswerQuestion(theme, strings.THANKS, strings.THANKS_HELP),
            NEW_ASK: AnswerQuestion(theme, strings.NEW_ASK, strings.NEW_ASK_HELP, owners=owners),
            IN_THE_WAY: AnswerQuestion(theme, strings.IN_THE_WAY),
            MORE_HELP: AnswerQuestion(theme, strings.MORE_HELP),
            FOR_HR: AnswerQuestion(theme, strings.TIME_FOR_HR),
        }
        self._agreed.hold_text(Uncover(theme, self._agreed, None))
        self._lay_out(theme)
        for name, question in self.questions.items():
            question.typed.connect(lambda text, name=name: vm.put(name, text))
        self.more[NEW_ASK].typed.connect(vm.ask_anew)
        self.how.chosen.connect(self._on_how)
        self._on_how()

    @property
    def answer(self) -> str:
        """How it is now, in one word."""
        return strings.HOW[self.how.current()]

    @property
    def answers(self) -> dict[str, str]:
        """What is written under the questions that this answer brings."""
        return {
            name: self.more[name].field.toPlainText().strip() for name in BROUGHT_BY[self.answer]
        }

    def take_focus(self) -> None:
        """Put the keyboard into the first question."""
        self.questions["changed"].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_words(self) -> None:
        """Show what was agreed, and what is written about it since."""
        read = self._vm.sheet.read
        if read is None:
            return
        talk = read.talk
        day = talk.held_on or self._vm.sheet.today
        said = self._dates.weekday_and_day(day, self._vm.sheet.today)
        self._agreed_title.setText(strings.LAST_AGREEMENT.format(day=said))
        agreed = self._vm.sheet.shown_text(talk.words.agreed.strip())
        self._agreed.setText(agreed or strings.NO_AGREEMENT)
        for name, question in self.questions.items():
            question.show_text(self._vm.sheet.words.get(name, ""))
        self.more[NEW_ASK].show_text(self._vm.sheet.new_ask)
        name = self._vm.sheet.name
        self.more[THANKS].ask(strings.THANKS.format(name=name))

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_BETWEEN)
        box = Card(Surface.SUNKEN)
        inside = QVBoxLayout(box)
        inside.setContentsMargins(16, 14, 16, 14)
        inside.setSpacing(4)
        inside.addWidget(self._agreed_title)
        inside.addWidget(self._agreed)
        column.addWidget(box)
        for question in self.questions.values():
            column.addWidget(question)
        now = QVBoxLayout()
        now.setSpacing(6)
        now.addWidget(TextLabel(theme, strings.HOW_IS_IT, Type.NAME))
        now.addWidget(self.how, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(now)
        for question in self.more.values():
            column.addWidget(question)

    @Slot()
    def _on_how(self) -> None:
        for name, question in self.more.items():
            question.setVisible(name in BROUGHT_BY[self.answer])
        asks = NEW_ASK in BROUGHT_BY[self.answer]
        self._vm.ask_anew(self.more[NEW_ASK].field.toPlainText() if asks else "")
