"""The offer of a backup on the page of a vault that cannot be opened."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.unlock.rescue_vm import RescueViewModel
from managernotes_ui.unlock.unlock_forms import PASSWORD_WORDS
from managernotes_ui.unlock.wide_button import WideButton
from managernotes_ui.widgets.button import ButtonRole
from managernotes_ui.widgets.card import Card
from managernotes_ui.widgets.error_field import ErrorField
from managernotes_ui.widgets.password_field import PasswordField
from managernotes_ui.widgets.text_label import TextLabel


class RescueForm(QWidget):
    """Hidden until a whole backup was found."""

    def __init__(self, theme: Theme, vm: RescueViewModel) -> None:
        super().__init__()
        self._vm = vm
        self.title = TextLabel(theme, "", Type.BODY_STRONG, lines=0)
        self.field = PasswordField(theme, strings.RESCUE_FIELD, PASSWORD_WORDS)
        self.field.edit.setPlaceholderText(strings.RESCUE_FIELD)
        self.checked = ErrorField(theme, self.field)
        self.yes = WideButton(theme, strings.RESCUE_YES, role=ButtonRole.PRIMARY)
        card = Card()
        inner = QVBoxLayout(card)
        inner.setContentsMargins(16, 14, 16, 16)
        inner.setSpacing(8)
        inner.addWidget(self.title)
        inner.addWidget(TextLabel(theme, strings.RESCUE_TEXT, Type.LIST, tone=Role.TEXT2, lines=0))
        inner.addSpacing(4)
        inner.addWidget(self.checked)
        inner.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.addWidget(card)
        self.hide()
        vm.found.connect(self._on_found)
        vm.busy_changed.connect(self._on_busy_changed)
        vm.refused.connect(self._on_refused)
        self.field.submitted.connect(self._on_submitted)
        self.field.text_changed.connect(self._on_typed)
        self.yes.clicked.connect(self._on_submitted)

    def forget(self) -> None:
        """Empty the field."""
        self.field.clear()

    @Slot(str)
    def _on_found(self, title: str) -> None:
        self.title.setText(title)
        self.show()
        self.field.edit.setFocus()

    @Slot(bool)
    def _on_busy_changed(self, busy: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.yes.setEnabled(not busy)
        self.yes.setText(strings.RESCUING if busy else strings.RESCUE_YES)

    @Slot(str)
    def _on_refused(self, problem: str) -> None:
        self.checked.show_error(problem)
        self.field.edit.setFocus()
        self.field.select_all()

    @Slot()
    def _on_typed(self) -> None:
        self.checked.show_error("")

    @Slot()
    def _on_submitted(self) -> None:
        self._vm.restore(self.field.text())
