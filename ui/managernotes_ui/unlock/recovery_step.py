"""The recovery code in the first run: shown once, put on paper, two groups typed back (15)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot

from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.recovery.code_panel import CodePanel
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.unlock.recovery_vm import RecoveryViewModel
from managernotes_ui.unlock.step_page import StepPage
from managernotes_ui.widgets.button import ButtonRole, make_button


class RecoveryStep(StepPage):
    """Go on waits for both groups; Later is always possible, and is remembered in the vault."""

    def __init__(self, theme: Theme, vm: RecoveryViewModel) -> None:
        super().__init__(theme, 2, strings.CODE_TITLE, strings.CODE_TEXT, Type.EDITOR)
        self._vm = vm
        self.code = CodePanel(theme, vm)
        self.later = make_button(theme, strings.LATER_REMIND, role=ButtonRole.QUIET)
        self.on = make_button(theme, strings.GO_ON, role=ButtonRole.PRIMARY)
        self.body.addSpacing(24)
        self.body.addWidget(self.code)
        self.foot(None, self.later, self.on)
        self.code.advanced.connect(self.focus_moved)
        self.code.typed_back.connect(self._on_typed_back)
        self.later.clicked.connect(vm.later)
        self.on.clicked.connect(self.go_on)
        vm.changed.connect(self._on_changed)
        self._on_changed()

    def take_focus(self) -> None:
        """Type the first of the two groups."""
        self.code.take_focus()

    def go_on(self) -> None:
        """Leave the page, once both groups are right."""
        self._vm.go_on()

    @Slot()
    def _on_typed_back(self) -> None:
        self.on.setFocus(Qt.FocusReason.TabFocusReason)
        self.focus_moved.emit(self.on)

    @Slot()
    def _on_changed(self) -> None:
        self.on.setEnabled(self._vm.is_typed_back)
