"""What the pages of the first run share: step, title, text, and the row of buttons at the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from managernotes_ui.common.strings import unlock as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import Button, ButtonRole, make_button
from managernotes_ui.widgets.text_label import TextLabel

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class StepPage(QWidget):
    """Enter goes on, unless a button has the focus; Alt+Left goes back."""

    focus_moved = Signal(QWidget)

    def __init__(
        self, theme: Theme, number: int, title: str, text: str, style: Type = Type.BODY
    ) -> None:
        super().__init__()
        self.theme = theme
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        step = TextLabel(theme, strings.step_of(number), Type.LIST, tone=Role.MUTED)
        column.addWidget(step)
        column.addSpacing(4)
        column.addWidget(TextLabel(theme, title, Type.TITLE, lines=0))
        column.addSpacing(8)
        column.addWidget(TextLabel(theme, text, style, tone=Role.TEXT2, lines=0))
        column.addLayout(self.body)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(8)
        column.addLayout(self._foot)

    def take_focus(self) -> None:
        """Put the keyboard where this page begins."""

    def go_on(self) -> None:
        """Do what Enter does here."""

    def go_back(self) -> None:
        """Do what Alt+Left does here: nothing, where there is no way back."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and Alt+Left that no field wanted."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() in _ENTER:
            focused = self.focusWidget()
            if isinstance(focused, QPushButton) and focused.hasFocus():
                focused.click()
            else:
                self.go_on()
        elif alt and event.key() == Qt.Key.Key_Left:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def back_button(self) -> Button:
        """Return the quiet button that leads back."""
        button = make_button(
            self.theme, strings.BACK, icon=Icon.ARROW_LEFT, role=ButtonRole.QUIET, key="Alt+Left"
        )
        button.clicked.connect(self.go_back)
        return button

    def foot(self, left: Button | None, *right: Button) -> None:
        """Lay the buttons out: the quiet one left, where there is one, the others right."""
        self._foot.setContentsMargins(0, 32, 0, 0)
        if left is not None:
            self._foot.addWidget(left)
        self._foot.addStretch(1)
        for button in right:
            self._foot.addWidget(button)
