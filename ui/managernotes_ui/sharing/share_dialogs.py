"""Two questions on a note's way: why it is kept back, and what they answered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from managernotes.domain.observation import KeptBack
from managernotes_ui.common.strings import sharing as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.text_area import TextArea
from managernotes_ui.widgets.text_label import TextLabel

_WIDTH, _PADDING, _GAP = 440, 24, 16


class Question(QDialog):
    """Title, one line of help, something to answer with, two buttons."""

    def __init__(self, theme: Theme, title: str, text: str, yes: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.yes = make_button(theme, yes, role=ButtonRole.PRIMARY, key="Ctrl+Return")
        self.yes.setShortcut("Ctrl+Return")
        self.yes.setEnabled(False)
        no = make_button(theme, strings.CANCEL, key="Esc")
        self.answers = QVBoxLayout()
        self.answers.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(no)
        buttons.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(_GAP)
        column.addWidget(TextLabel(theme, title, Type.SECTION, lines=0))
        column.addWidget(TextLabel(theme, text, Type.BODY, tone=Role.TEXT2, lines=0))
        column.addLayout(self.answers)
        column.addLayout(buttons)
        self.setFixedWidth(theme.scale.px(_WIDTH))
        self.yes.clicked.connect(self.accept)
        no.clicked.connect(self.reject)


class KeepBackDialog(Question):
    """One of four reasons; there is no other, and none is chosen at first."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(
            theme, strings.KEEP_BACK, strings.KEEP_BACK_TEXT, strings.KEEP_IT_BACK, parent
        )
        self._group = QButtonGroup(self)
        self.choices: dict[KeptBack, QRadioButton] = {}
        for reason, words in strings.REASONS.items():
            choice = QRadioButton(words[0].upper() + words[1:])
            self._group.addButton(choice)
            self.choices[reason] = choice
            self.answers.addWidget(choice)
        self._group.buttonClicked.connect(self._on_chosen)
        self.choices[KeptBack.WRONG_AFTER_ALL].setFocus()

    @property
    def reason(self) -> KeptBack | None:
        """What was chosen."""
        return next((one for one, choice in self.choices.items() if choice.isChecked()), None)

    @Slot()
    def _on_chosen(self) -> None:
        self.yes.setEnabled(self.reason is not None)


class AnswerDialog(Question):
    """Their words; what was kept before is there to be changed."""

    def __init__(self, theme: Theme, before: str, parent: QWidget) -> None:
        super().__init__(theme, strings.ANSWER, strings.ANSWER_TEXT, strings.KEEP_ANSWER, parent)
        self.field = TextArea(theme, strings.ANSWER, strings.ANSWER_HINT, least_lines=3)
        self.answers.addWidget(self.field)
        self.field.textChanged.connect(self._on_typed)
        self.field.setPlainText(before)
        self.field.setFocus()

    @property
    def words(self) -> str:
        """What was typed."""
        return self.field.toPlainText().strip()

    @Slot()
    def _on_typed(self) -> None:
        self.yes.setEnabled(bool(self.words))
