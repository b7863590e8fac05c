"""What the buttons of the protection page lead to: each change is explained before it is made."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog, QWidget

from managernotes.services.keys import SlotKind
from managernotes_ui.common.strings import protection as strings
from managernotes_ui.notes.ask_dialog import AskDialog
from managernotes_ui.recovery.passphrase_dialog import PassphraseDialog
from managernotes_ui.recovery.typed_back import TypedBack
from managernotes_ui.settings.new_code_dialog import NewCodeDialog
from managernotes_ui.settings.protection_vm import ProtectionViewModel
from managernotes_ui.settings.protection_words import Deed, needs_both
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import Button, ButtonRole, make_button

_TYPED = frozenset({SlotKind.PASSPHRASE, SlotKind.KEYRING_AND_PASSPHRASE})


class ProtectionDeeds(QObject):
    """Asks, and hands what was answered to the view-model."""

    def __init__(self, theme: Theme, vm: ProtectionViewModel, owner: QWidget) -> None:
        super().__init__(owner)
        self._theme = theme
        self._vm = vm
        self._owner = owner
        self._changes_key = False
        vm.code_made.connect(self._on_code_made)

    def begin(self, deed: Deed) -> None:
        """Do what the button of a row says."""
        match deed:
            case Deed.REMOVE_KEYRING:
                self._ask_to_remove(
                    SlotKind.KEYRING, strings.REMOVE_KEYRING_TITLE, strings.REMOVE_KEYRING_TEXT
                )
            case Deed.ADD_KEYRING:
                self._vm.add_keyring()
            case Deed.SET_PASSPHRASE:
                self._new_passphrase()
            case Deed.CHANGE_BOTH:
                self._passphrase(strings.NEW_PASSPHRASE, strings.NEW_PASSPHRASE_TEXT,
                                 strings.SET_PASSPHRASE, self._vm.need_both)  # fmt: skip
            case Deed.NEW_CODE:
                self._changes_key = False
                self._vm.make_code()

    @Slot(bool)
    def switch_both(self, both: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Need both from now on, or let either one open the vault."""
        if both:
            self._passphrase(strings.BOTH_TITLE, strings.BOTH_DIALOG_TEXT, strings.NEED_BOTH_YES,
                             self._vm.need_both)  # fmt: skip
        else:
            self._passphrase(strings.EITHER_TITLE, strings.EITHER_TEXT, strings.EITHER_YES,
                             self._vm.need_either)  # fmt: skip

    @Slot()
    def change_key(self) -> None:
        """Explain, take the present passphrase where there is one, then show the new code."""
        protection = self._vm.protection
        if protection is None:
            return
        self._changes_key = True
        if _TYPED.intersection(protection.ways):
            text = f"{strings.KEY_TEXT} {strings.KEY_PASSPHRASE_TEXT}"
            dialog = PassphraseDialog(
                self._theme, strings.KEY_TITLE, text, strings.KEY_GO_ON, is_new=False,
                parent=self._owner,
            )  # fmt: skip
            dialog.chosen.connect(self._vm.prepare_key_change)
            self._open(dialog)
            return
        ask = AskDialog(
            self._theme, strings.KEY_TITLE, strings.KEY_TEXT, strings.KEY_GO_ON, parent=self._owner
        )
        ask.accepted.connect(lambda: self._vm.prepare_key_change(None))
        self._open(ask)

    def _new_passphrase(self) -> None:
        kinds = () if self._vm.protection is None else self._vm.protection.ways
        extra = None
        if SlotKind.PASSPHRASE in kinds and SlotKind.KEYRING in kinds:
            extra = make_button(self._theme, strings.REMOVE_PASSPHRASE, role=ButtonRole.DANGER)
        dialog = self._passphrase(
            strings.NEW_PASSPHRASE,
            strings.NEW_PASSPHRASE_TEXT,
            strings.SET_PASSPHRASE,
            self._vm.set_passphrase,
            extra,
        )
        if extra is not None:
            extra.clicked.connect(dialog.reject)
            extra.clicked.connect(self._on_remove_passphrase)

    @Slot()
    def _on_remove_passphrase(self) -> None:
        self._ask_to_remove(
            SlotKind.PASSPHRASE, strings.REMOVE_PASSPHRASE_TITLE, strings.REMOVE_PASSPHRASE_TEXT
        )

    def _ask_to_remove(self, kind: SlotKind, title: str, text: str) -> None:
        ask = AskDialog(self._theme, title, text, strings.REMOVE, danger=True, parent=self._owner)
        ask.accepted.connect(lambda: self._vm.remove(kind))
        self._open(ask)

    def _passphrase(
        self,
        title: str,
        text: str,
        yes: str,
        chosen: Callable[[str], None],
        extra: Button | None = None,
    ) -> PassphraseDialog:
        dialog = PassphraseDialog(
            self._theme, title, text, yes, is_new=True, extra=extra, parent=self._owner
        )
        dialog.chosen.connect(chosen)
        self._open(dialog)
        return dialog

    @Slot(object, object)
    def _on_code_made(self, code: TypedBack, use: Callable[[], None]) -> None:
        text, yes = strings.CODE_DIALOG_TEXT, strings.CODE_YES
        if self._changes_key:
            text, yes = strings.KEY_CODE_TEXT, strings.KEY_YES
        dialog = NewCodeDialog(self._theme, code, text, yes, self._owner)
        dialog.accepted.connect(use)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        """Show it; whatever comes of it, the page then shows what is true."""
        dialog.finished.connect(self._vm.changed)
        dialog.open()

    @property
    def is_both(self) -> bool:
        """Whether the vault needs both now."""
        return self._vm.protection is not None and needs_both(self._vm.protection)
