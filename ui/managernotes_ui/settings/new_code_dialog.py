"""A new recovery code: shown, put on paper and typed back before it takes the old one's place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import notes as note_strings
from managernotes_ui.common.strings import protection as strings
from managernotes_ui.recovery.code_panel import CodePanel
from managernotes_ui.recovery.typed_back import TypedBack
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.fitted_dialog import FittedDialog
from managernotes_ui.widgets.text_label import TextLabel

_WIDTH, _PADDING = 648, 24


class NewCodeDialog(FittedDialog):
    """Accepted only once both groups were typed back; the code is let go of when it closes."""

    def __init__(
        self, theme: Theme, vm: TypedBack, text: str, yes: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _WIDTH, parent)
        self._vm = vm
        vm.setParent(self)
        self.setAccessibleName(strings.CODE_TITLE)
        self.setAccessibleDescription(text)
        self.code = CodePanel(theme, vm)
        self.yes = make_button(theme, yes, role=ButtonRole.PRIMARY)
        self.no = make_button(theme, note_strings.CANCEL)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        column.setSpacing(0)
        column.addWidget(TextLabel(theme, strings.CODE_TITLE, Type.SECTION, lines=0))
        column.addSpacing(4)
        column.addWidget(TextLabel(theme, text, Type.BODY, tone=Role.TEXT2, lines=0))
        column.addSpacing(20)
        column.addWidget(self.code)
        column.addSpacing(24)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        column.addLayout(buttons)
        self.fit()
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        self.code.typed_back.connect(self._on_typed_back)
        vm.changed.connect(self._on_changed)
        self._on_changed()
        self.code.take_focus()

    @Slot()
    def _on_typed_back(self) -> None:
        self.yes.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_changed(self) -> None:
        self.yes.setEnabled(self._vm.is_typed_back)
