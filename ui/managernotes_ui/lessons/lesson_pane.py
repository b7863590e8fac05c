"""One lesson: its title, the four questions, the change, and what came of it (SPEC §7.28)."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from managernotes_ui.common.strings import lessons as strings
from managernotes_ui.lessons.change_card import ChangeCard
from managernotes_ui.lessons.lesson_answers import LIKELY
from managernotes_ui.lessons.lesson_foot import LessonFoot
from managernotes_ui.lessons.lesson_questions import LessonQuestions
from managernotes_ui.lessons.lesson_words import LessonLines
from managernotes_ui.lessons.lessons_vm import LessonsViewModel
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonSize, make_button
from managernotes_ui.widgets.scroll_bar import calm_scrolling
from managernotes_ui.widgets.text_label import TextLabel
from managernotes_ui.widgets.uncover import Uncover

_SHORT_BELOW = 560
_ABOVE_TROUBLE = 6


class LessonPane(QScrollArea):
    """Draws the chosen lesson of a LessonsViewModel; a low window scrolls the whole of it."""

    def __init__(self, theme: Theme, vm: LessonsViewModel) -> None:
        super().__init__()
        self._theme = theme
        self._vm = vm
        self.title = TextLabel(theme, "", Type.SECTION)
        self.meta = TextLabel(theme, "", Type.LIST, tone=Role.MUTED, lines=2)
        self.thank = make_button(
            theme, strings.THANK, icon=Icon.HEART, size=ButtonSize.SMALL, tip=strings.THANK
        )
        self.questions = LessonQuestions(theme)
        self.trouble = TextLabel(theme, "", Type.META, tone=Role.DANGER, lines=0)
        self.card = ChangeCard(theme)
        self.foot = LessonFoot(theme)
        self._build()
        self.title.hold_text(Uncover(theme, self.title, None))

    def show_lesson(self, lines: LessonLines, whose: str) -> None:
        """Show the chosen lesson; `whose` is the first name at the goal it serves."""
        shown = self._vm.shown
        if shown is None or self._vm.lesson is None:
            return
        self.title.setText(shown.words.title)
        self.meta.setText(lines.meta(shown))
        self.questions.show_lesson(self._vm)
        self.card.show_lesson(shown, self._vm, lines)
        self.foot.show_lesson(shown, self._vm.goal, whose, lines)
        self.foot.show_notes(self._vm.notes, lines)
        if self._vm.waits_again:
            self.tell(strings.FELL_BACK)
        elif self.trouble.text() == strings.FELL_BACK:
            self.tell("")

    @Slot(str)
    def tell(self, sentence: str) -> None:
        """Say what keeps the lesson from going on; an empty sentence takes it back."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def ask_for_condition(self) -> None:
        """Put the keyboard where a condition that is not a person is missing."""
        self.questions.fields[LIKELY].setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        """Return little: it scrolls, and must not take room from the page's own buttons."""
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the button where the title has no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() / self._theme.scale.text < _SHORT_BELOW
        words = strings.THANK_SHORT if narrow else strings.THANK
        if self.thank.text() != words:
            self.thank.setText(words)
            self.thank.updateGeometry()

    def _build(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.title)
        said.addWidget(self.meta)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(said, 1)
        head.addWidget(self.thank, 0, Qt.AlignmentFlag.AlignTop)
        self.thank.setAccessibleName(strings.THANK)
        self.trouble.setContentsMargins(0, _ABOVE_TROUBLE, 0, 0)
        self.trouble.hide()
        whole = QWidget()
        whole.setProperty("ground", "none")
        self.setWidget(whole)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        calm_scrolling(self._theme, self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(16)
        column.addWidget(self.questions)
        column.addWidget(self.trouble)
        column.addSpacing(20)
        column.addWidget(self.card)
        column.addSpacing(12)
        column.addWidget(self.foot)
        column.addStretch(1)
