"""The two forms of the lock screen: what opens the vault day to day, and the recovery code."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes.services.keys import SlotKind
from managernotes_ui.common.strings import sealed as sealed_strings
from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.unlock.unlock_vm import UnlockState, UnlockViewModel
from managernotes_ui.unlock.wide_button import WideButton
from managernotes_ui.widgets.button import Button, ButtonRole, ButtonSize, make_button
from managernotes_ui.widgets.card import hairline
from managernotes_ui.widgets.error_field import ErrorField
from managernotes_ui.widgets.line_edit import LineEdit, Measure
from managernotes_ui.widgets.password_field import PasswordField, PasswordWords
from managernotes_ui.widgets.text_label import TextLabel

PASSWORD_WORDS = PasswordWords(strings.SHOW_LETTERS, strings.HIDE_LETTERS, strings.CAPS_LOCK)


class DailyForm(QWidget):
    """The keyring's button where one is offered, and the passphrase where there is one."""

    other_vault_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, theme: Theme, vm: UnlockViewModel) -> None:
        super().__init__()
        self._vm = vm
        role = ButtonRole.PLAIN if vm.has_passphrase else ButtonRole.PRIMARY
        self.keyring = WideButton(theme, "", icon=Icon.KEY_ROUND, role=role)
        self.field = PasswordField(theme, strings.PASSPHRASE, PASSWORD_WORDS)
        self.field.edit.setPlaceholderText(strings.YOUR_PASSPHRASE)
        self.checked = ErrorField(theme, self.field)
        self.open = WideButton(theme, strings.OPEN, role=ButtonRole.PRIMARY)
        self.to_code = _link(theme, strings.USE_CODE, key=strings.USE_CODE_KEY)
        self.note = _note_link(theme, vm)
        self._above_keyring = gap(24)
        self._or = _or_row(theme)
        self._typed = QWidget()
        self._build(theme)
        self._connect()

    def take_focus(self) -> None:
        """Put the keyboard where the vault is opened from."""
        first = self.field.edit if self._vm.has_passphrase else self.keyring
        first.setFocus()

    def select_text(self) -> None:
        """Select what was refused, so that the next letter replaces it."""
        self.field.edit.setFocus()
        self.field.select_all()

    def show_state(self, state: UnlockState) -> None:
        """Show which ways there are, which one failed, and why."""
        self.setHidden(state.by_code)
        tries_keyring = state.trying is SlotKind.KEYRING
        offers = self._vm.has_keyring
        self._above_keyring.setVisible(offers and state.notice is not None)
        self._or.setVisible(offers and self._vm.has_passphrase)
        self.keyring.setVisible(offers)
        again = state.keyring_failed
        self.keyring.setText(strings.TRY_KEYRING_AGAIN if again else strings.OPEN_WITH_KEYRING)
        self.keyring.set_glyph(Icon.REFRESH_CW if again else Icon.KEY_ROUND)
        self.keyring.setEnabled(state.trying is None)
        self._typed.setVisible(self._vm.has_passphrase)
        self.open.setEnabled(state.can_submit)
        self.checked.show_error("" if state.by_code or tries_keyring else state.problem)

    def _build(self, theme: Theme) -> None:
        typed = _column(self._typed)
        typed.addWidget(TextLabel(theme, strings.PASSPHRASE, Type.META_MEDIUM, tone=Role.TEXT2))
        typed.addSpacing(6)
        typed.addWidget(self.checked)
        typed.addSpacing(16)
        typed.addWidget(self.open)
        other = _link(theme, strings.OTHER_VAULT)
        other.clicked.connect(self.other_vault_wanted)
        column = _column(self)
        for part in (self._above_keyring, self.keyring, self._or, self._typed):
            column.addWidget(part)
        column.addSpacing(20)
        column.addLayout(_links(self.to_code, self.note, other))

    def _connect(self) -> None:
        self.field.submitted.connect(self._on_submitted)
        self.field.text_changed.connect(self._on_typed)
        self.open.clicked.connect(self._on_submitted)
        self.keyring.clicked.connect(self._vm.try_keyring)
        self.to_code.clicked.connect(self._on_code_wanted)
        self.note.clicked.connect(self.note_wanted)

    @Slot()
    def _on_submitted(self) -> None:
        self._vm.try_text(self.field.text())

    @Slot()
    def _on_typed(self) -> None:
        self._vm.typing()

    @Slot()
    def _on_code_wanted(self) -> None:
        self._vm.use_code(True)


class CodeForm(QWidget):
    """One field for the whole recovery code, tolerant of capitals, spaces and dashes."""

    other_vault_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, theme: Theme, vm: UnlockViewModel) -> None:
        super().__init__()
        self._vm = vm
        self.field = LineEdit(theme, strings.RECOVERY_CODE, measure=Measure.LARGE)
        self.field.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.checked = ErrorField(theme, self.field)
        self.open = WideButton(theme, strings.OPEN, role=ButtonRole.PRIMARY)
        self.note = _note_link(theme, vm)
        self.back = _link(theme, strings.USE_PASSPHRASE, icon=Icon.ARROW_LEFT)
        self.back.setVisible(vm.has_keyring or vm.has_passphrase)
        other = _link(theme, strings.OTHER_VAULT)
        other.clicked.connect(self.other_vault_wanted)
        column = _column(self)
        column.addWidget(TextLabel(theme, strings.RECOVERY_CODE, Type.META_MEDIUM, tone=Role.TEXT2))
        column.addSpacing(6)
        column.addWidget(self.checked)
        column.addSpacing(8)
        column.addWidget(TextLabel(theme, strings.CODE_HELP, Type.META, tone=Role.MUTED, lines=0))
        column.addSpacing(16)
        column.addWidget(self.open)
        column.addSpacing(20)
        column.addLayout(_links(self.back, self.note, other))
        self.field.returnPressed.connect(self._on_submitted)
        self.field.textEdited.connect(self._on_typed)
        self.open.clicked.connect(self._on_submitted)
        self.back.clicked.connect(self._on_back)
        self.note.clicked.connect(self.note_wanted)

    def take_focus(self) -> None:
        """Put the keyboard into the field."""
        self.field.setFocus()

    def select_text(self) -> None:
        """Put the keyboard back into the field; a slip is mended, so nothing is selected."""
        self.field.setFocus()

    def show_state(self, state: UnlockState) -> None:
        """Show whether the code may be tried, and what was wrong with it."""
        self.setVisible(state.by_code)
        self.open.setEnabled(state.can_submit)
        self.checked.show_error(state.problem if state.by_code else "")

    @Slot()
    def _on_submitted(self) -> None:
        self._vm.try_text(self.field.text())

    @Slot()
    def _on_typed(self) -> None:
        self._vm.typing()

    @Slot()
    def _on_back(self) -> None:
        self._vm.use_code(False)


def gap(height: int) -> QWidget:
    """Return a distance that can be hidden together with what it keeps apart."""
    gap = QWidget()
    gap.setFixedHeight(height)
    return gap


def _column(owner: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column


def _link(theme: Theme, text: str, *, key: str = "", icon: Icon | None = None) -> Button:
    return make_button(theme, text, icon=icon, role=ButtonRole.LINK, size=ButtonSize.LINE, key=key)


def _note_link(theme: Theme, vm: UnlockViewModel) -> Button:
    """Return the quiet way to a sealed note; hidden where none can be taken."""
    note = _link(theme, sealed_strings.WRITE, key=sealed_strings.NOTE_KEY)
    if not vm.takes_notes:
        note.hide()
    return note


def _links(*links: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(0)
    for number, link in enumerate(links):
        if number:
            row.addStretch(1)
        row.addWidget(link)
    return row


def _or_row(theme: Theme) -> QWidget:
    owner = QWidget()
    row = QHBoxLayout(owner)
    row.setContentsMargins(0, 16, 0, 16)
    row.setSpacing(12)
    row.addWidget(hairline(), 1)
    row.addWidget(TextLabel(theme, strings.OR, Type.META, tone=Role.MUTED))
    row.addWidget(hairline(), 1)
    return owner
