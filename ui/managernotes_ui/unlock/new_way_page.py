"""The page after the recovery code: the vault is whole; set up a way in, or go on without."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.recovery.passphrase_dialog import PassphraseDialog
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.unlock.gate_column import GateColumn
from managernotes_ui.unlock.keyring_notice import Notice
from managernotes_ui.unlock.new_way_vm import NewWayViewModel
from managernotes_ui.unlock.wide_button import WideButton
from managernotes_ui.widgets.banner import Banner, BannerKind
from managernotes_ui.widgets.button import ButtonRole, ButtonSize, make_button
from managernotes_ui.widgets.glyph_label import GlyphLabel
from managernotes_ui.widgets.text_label import TextLabel

_WIDTH, _TOP = 400, 144
_ICON, _STROKE = 40, 1.5


class NewWayPage(GateColumn):
    """Shows nothing of what is in the vault; where both were needed, the keyring alone is not."""

    def __init__(self, theme: Theme, vm: NewWayViewModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, _WIDTH, _TOP, strings.STAYS_HERE, parent)
        self._theme = theme
        self._vm = vm
        self.setAccessibleName(strings.WHOLE_TITLE)
        self.banner = Banner(theme, BannerKind.NOTE, Icon.KEY_ROUND, "")
        self.banner.hide()
        first = strings.BOTH_AGAIN if vm.needs_both else strings.LET_KEYRING_OPEN
        second = strings.PASSPHRASE_ALONE if vm.needs_both else strings.NEW_PASSPHRASE
        self.keyring = WideButton(theme, first, icon=Icon.KEY_ROUND, role=ButtonRole.PRIMARY)
        self.passphrase = WideButton(theme, second, icon=Icon.LOCK)
        self.not_now = make_button(
            theme, strings.NOT_NOW, role=ButtonRole.LINK, size=ButtonSize.LINE
        )
        self._build()
        self.keyring.clicked.connect(self._on_keyring)
        self.passphrase.clicked.connect(self._on_passphrase)
        self.not_now.clicked.connect(vm.later)
        vm.refused.connect(self._on_refused)
        vm.busy_changed.connect(self._on_busy_changed)

    def take_focus(self) -> None:
        """Put the keyboard on the first way."""
        self.keyring.setFocus()

    def leave(self) -> None:
        """Close the vault, unless it was handed on."""
        self._vm.leave()

    def _build(self) -> None:
        title = TextLabel(self._theme, strings.WHOLE_TITLE, Type.TITLE, lines=0)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        icon = GlyphLabel(self._theme, Icon.SHIELD_CHECK, _ICON, Role.ACCENT, stroke=_STROKE)
        column.addWidget(icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(20)
        column.addWidget(title)
        column.addSpacing(12)
        column.addWidget(TextLabel(self._theme, strings.WHOLE_TEXT, tone=Role.TEXT2, lines=0))
        column.addSpacing(24)
        column.addWidget(self.banner)
        column.addSpacing(8)
        column.addWidget(self.keyring)
        column.addSpacing(8)
        column.addWidget(self.passphrase)
        column.addSpacing(20)
        column.addWidget(self.not_now, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_keyring(self) -> None:
        if self._vm.needs_both:
            self._ask(strings.BOTH_AGAIN_TEXT, self._vm.use_both)
        else:
            self._vm.use_keyring()

    @Slot()
    def _on_passphrase(self) -> None:
        alone = self._vm.needs_both
        text = strings.PASSPHRASE_ALONE_TEXT if alone else strings.NEW_PASSPHRASE_TEXT
        self._ask(text, self._vm.use_passphrase)

    def _ask(self, text: str, chosen: Callable[[str], None]) -> None:
        dialog = PassphraseDialog(
            self._theme,
            strings.NEW_PASSPHRASE_TITLE,
            text,
            strings.SET_UP,
            is_new=True,
            parent=self,
        )
        dialog.chosen.connect(chosen)
        dialog.open()

    @Slot(object)
    def _on_refused(self, notice: Notice) -> None:
        self.banner.say(*notice)
        self.banner.show()
        self.keyring.setFocus()

    @Slot(bool)
    def _on_busy_changed(self, busy: bool) -> None:  # noqa: FBT001 - a signal's argument
        for button in (self.keyring, self.passphrase, self.not_now):
            button.setEnabled(not busy)
        if busy:
            self.banner.hide()
