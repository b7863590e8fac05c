"""Typing a passphrase that is set up: a new one twice, or the present one once."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.passphrase_words import differ, guidance, is_complete
from managernotes_ui.common.strings import notes as note_strings
from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import Button, ButtonRole, make_button
from managernotes_ui.widgets.error_field import ErrorField
from managernotes_ui.widgets.fitted_dialog import FittedDialog
from managernotes_ui.widgets.password_field import PasswordField, PasswordWords
from managernotes_ui.widgets.text_label import TextLabel

_WIDTH, _PADDING = 440, 24
_WORDS = PasswordWords(strings.SHOW_LETTERS, strings.HIDE_LETTERS, strings.CAPS_LOCK)


class PassphraseDialog(FittedDialog):
    """`chosen` brings what was typed; the fields are emptied when it closes, however it does."""

    chosen = Signal(str)

    def __init__(  # noqa: PLR0913 - what it asks, by keyword
        self,
        theme: Theme,
        title: str,
        text: str,
        yes: str,
        *,
        is_new: bool,
        extra: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, _WIDTH, parent)
        self._is_new = is_new
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.first = PasswordField(theme, strings.PASSPHRASE, _WORDS)
        self.again = PasswordField(theme, strings.ONCE_MORE, _WORDS)
        self.checked_again = ErrorField(theme, self.again)
        self.guidance = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=0)
        self.yes = make_button(theme, yes, role=ButtonRole.PRIMARY)
        self.no = make_button(theme, note_strings.CANCEL)
        self._lay_out(theme, title, text, extra)
        self.first.text_changed.connect(self._judge)
        self.again.text_changed.connect(self._judge)
        self.first.submitted.connect(self._on_first_submitted)
        self.again.submitted.connect(self._on_yes)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self.reject)
        self.finished.connect(self._forget)
        self._judge()
        self.first.edit.setFocus()

    def _lay_out(self, theme: Theme, title: str, text: str, extra: Button | None) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(6)
        column.addWidget(TextLabel(theme, title, Type.SECTION, lines=0))
        column.addWidget(TextLabel(theme, text, Type.BODY, tone=Role.TEXT2, lines=0))
        column.addSpacing(10)
        column.addWidget(TextLabel(theme, strings.PASSPHRASE, Type.META_MEDIUM, tone=Role.TEXT2))
        column.addWidget(self.first)
        if self._is_new:
            column.addWidget(self.guidance)
            column.addSpacing(6)
            label = TextLabel(theme, strings.ONCE_MORE, Type.META_MEDIUM, tone=Role.TEXT2)
            column.addWidget(label)
            column.addWidget(self.checked_again)
        else:
            self.again.setParent(self)
            self.again.hide()
        column.addSpacing(14)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        if extra is not None:
            buttons.addWidget(extra)
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        column.addLayout(buttons)
        self.fit()

    @Slot()
    def _judge(self) -> None:
        first, again = self.first.text(), self.again.text()
        if self._is_new:
            self.guidance.setText(guidance(first))
            self.checked_again.show_error(strings.NOT_THE_SAME if differ(first, again) else "")
            self.yes.setEnabled(is_complete(first, again))
        else:
            self.yes.setEnabled(bool(first))

    @Slot()
    def _on_first_submitted(self) -> None:
        if self._is_new:
            self.again.edit.setFocus()
        else:
            self._on_yes()

    @Slot()
    def _on_yes(self) -> None:
        if self.yes.isEnabled():
            self.chosen.emit(self.first.text())
            self.accept()

    @Slot()
    def _forget(self) -> None:
        self.first.clear()
        self.again.clear()
