"""Asking for the passphrase or recovery code of a backup that another key made."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from managernotes.errors import KeyProblemError
from managernotes_ui.common.strings import backup as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.error_field import ErrorField
from managernotes_ui.widgets.password_field import PasswordField, PasswordWords
from managernotes_ui.widgets.text_label import TextLabel

_WIDTH, _PADDING, _GAP = 440, 24, 12
_WORDS = PasswordWords(strings.SHOW_LETTERS, strings.HIDE_LETTERS, strings.CAPS_LOCK)


class BackupSecretDialog(QDialog):
    """`given` brings what was typed; it stays open until it is accepted or put away."""

    given = Signal(str)

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self.field = PasswordField(theme, strings.UNLOCK_FIELD, _WORDS)
        self.field.edit.setPlaceholderText(strings.UNLOCK_FIELD)
        self.checked = ErrorField(theme, self.field)
        self.yes = make_button(theme, strings.UNLOCK_YES, role=ButtonRole.PRIMARY)
        self.no = make_button(theme, strings.CLOSE)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(_GAP)
        column.addWidget(TextLabel(theme, title, Type.SECTION, lines=0))
        column.addWidget(TextLabel(theme, strings.UNLOCK_TEXT, Type.BODY, tone=Role.TEXT2, lines=0))
        column.addWidget(self.checked)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        column.addLayout(buttons)
        self.setMinimumWidth(theme.scale.px(_WIDTH))
        self.yes.clicked.connect(self._on_submitted)
        self.no.clicked.connect(self.reject)
        self.field.submitted.connect(self._on_submitted)
        self.field.text_changed.connect(self._on_typed)
        self.finished.connect(self.field.clear)
        self.field.edit.setFocus()

    def refuse(self, error: Exception) -> None:
        """Say that this does not open it."""
        self.yes.setEnabled(True)
        wrong = isinstance(error, KeyProblemError)
        self.checked.show_error(strings.UNLOCK_WRONG if wrong else str(error))
        self.field.edit.setFocus()
        self.field.select_all()

    @Slot()
    def _on_typed(self) -> None:
        self.checked.show_error("")

    @Slot()
    def _on_submitted(self) -> None:
        if self.field.text().strip():
            self.yes.setEnabled(False)
            self.given.emit(self.field.text())
