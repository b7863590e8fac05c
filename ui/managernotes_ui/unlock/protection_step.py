"""The second step: keyring, passphrase, or both, each of which opens the notes alone (36)."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from managernotes.services.keys import Protection
from managernotes_ui.common.passphrase_words import differ, guidance
from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.unlock.choice_card import ChoiceCard
from managernotes_ui.unlock.first_run_vm import FirstRunViewModel
from managernotes_ui.unlock.keyring_notice import Notice
from managernotes_ui.unlock.protection_choice import (
    KeyringWords,
    is_chosen,
    wants_keyring,
    wants_passphrase,
)
from managernotes_ui.unlock.step_page import StepPage
from managernotes_ui.unlock.unlock_forms import PASSWORD_WORDS
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.error_field import ErrorField
from managernotes_ui.widgets.password_field import PasswordField
from managernotes_ui.widgets.text_label import TextLabel


class ProtectionStep(StepPage):
    """Both is advised; without a keyring only the passphrase is left, and the card says why."""

    def __init__(self, theme: Theme, vm: FirstRunViewModel) -> None:
        super().__init__(theme, 2, strings.PROTECTION_TITLE, strings.PROTECTION_TEXT)
        self._vm = vm
        self.cards = {
            Protection.KEYRING: ChoiceCard(
                theme, strings.KEYRING_CARD, strings.KEYRING_CARD_TEXT, strings.LOOKING
            ),
            Protection.PASSPHRASE: ChoiceCard(
                theme, strings.PASSPHRASE_CARD, strings.PASSPHRASE_CARD_TEXT
            ),
            Protection.KEYRING_OR_PASSPHRASE: ChoiceCard(
                theme, strings.BOTH_CARD, strings.BOTH_CARD_TEXT, strings.ADVISED
            ),
        }
        self.first = PasswordField(theme, strings.PASSPHRASE, PASSWORD_WORDS)
        self.again = PasswordField(theme, strings.ONCE_MORE, PASSWORD_WORDS)
        self.guidance = TextLabel(theme, "", Type.META, tone=Role.MUTED, lines=0)
        self.checked_again = ErrorField(theme, self.again)
        self.banner = Banner(theme, BannerKind.NOTE, Icon.KEY_ROUND, "")
        self.banner.hide()
        self.back = self.back_button()
        self.on = make_button(theme, strings.GO_ON, role=ButtonRole.PRIMARY)
        self._typed = QWidget()
        self._choices = QButtonGroup(self)
        self._lay_out()
        self._connect()
        self._on_keyring_changed(vm.keyring)

    @property
    def protection(self) -> Protection:
        """What is chosen now."""
        return next(kind for kind, card in self.cards.items() if card.radio.isChecked())

    def take_focus(self) -> None:
        """Type the passphrase, or choose another way."""
        self.first.edit.setFocus()

    def go_on(self) -> None:
        """Make the vault, if the choice is complete."""
        self._vm.make(self.protection, self.first.text(), self.again.text())

    def go_back(self) -> None:
        """Return to the first step."""
        self._vm.back()

    def forget(self) -> None:
        """Empty both fields."""
        self.first.clear()
        self.again.clear()

    def _lay_out(self) -> None:
        self.body.addSpacing(16)
        self.body.addWidget(self.banner)
        for card in self.cards.values():
            self.body.addSpacing(8)
            self.body.addWidget(card)
            self._choices.addButton(card.radio)
        self.cards[Protection.KEYRING_OR_PASSPHRASE].radio.setChecked(True)
        column = QVBoxLayout(self._typed)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(0)
        for label, field, gap in (
            (strings.PASSPHRASE, self.first, 6),
            (strings.ONCE_MORE, self.checked_again, 16),
        ):
            column.addWidget(TextLabel(self.theme, label, Type.META_MEDIUM, tone=Role.TEXT2))
            column.addSpacing(6)
            column.addWidget(field)
            column.addSpacing(gap)
            if field is self.first:
                column.addWidget(self.guidance)
                column.addSpacing(12)
        nobody = TextLabel(self.theme, strings.NOBODY_RESETS, Type.META, tone=Role.MUTED, lines=0)
        column.addWidget(nobody)
        self.body.addWidget(self._typed)
        self.foot(self.back, self.on)

    def _connect(self) -> None:
        self._vm.keyring_changed.connect(self._on_keyring_changed)
        self._vm.making_changed.connect(self._on_making_changed)
        self._vm.refused.connect(self._on_refused)
        self._choices.buttonToggled.connect(self._judge)
        self.first.text_changed.connect(self._judge)
        self.again.text_changed.connect(self._judge)
        self.first.submitted.connect(self.again.edit.setFocus)
        self.on.clicked.connect(self.go_on)

    @Slot()
    def _judge(self) -> None:
        protection, first, again = self.protection, self.first.text(), self.again.text()
        self._typed.setVisible(wants_passphrase(protection))
        self.guidance.setText(guidance(first))
        self.checked_again.show_error(strings.NOT_THE_SAME if differ(first, again) else "")
        ready = is_chosen(protection, first, again) and not self._vm.is_making
        self.on.setEnabled(ready and self.cards[protection].radio.isEnabled())

    @Slot(object)
    def _on_keyring_changed(self, keyring: KeyringWords) -> None:
        card = self.cards[Protection.KEYRING]
        both = self.cards[Protection.KEYRING_OR_PASSPHRASE]
        card.say(keyring.text, keyring.state)
        text = strings.BOTH_CARD_TEXT
        both.say(text, strings.ADVISED if keyring.can_be else strings.NEEDS_KEYRING)
        for each in (card, both):
            each.set_available(keyring.is_ready)
        if not keyring.can_be and wants_keyring(self.protection):
            self.cards[Protection.PASSPHRASE].radio.setChecked(True)
        self._judge()

    @Slot(bool)
    def _on_making_changed(self, making: bool) -> None:  # noqa: FBT001 - the signal's argument
        self.on.setText(strings.MAKING if making else strings.GO_ON)
        for part in (*self.cards.values(), self.first, self.again, self.back):
            part.setEnabled(not making)
        if making:
            self.banner.hide()
        self._judge()

    @Slot(object)
    def _on_refused(self, notice: Notice) -> None:
        self.banner.say(*notice)
        self.banner.show()
