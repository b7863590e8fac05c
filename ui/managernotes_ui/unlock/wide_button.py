"""The lock screen's button: as wide as the column, 40 high, words of 14 (SPEC §5, 14)."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy

from managernotes_ui.style.fonts import MEDIUM
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import Button, ButtonRole

_HEIGHT, _LINE, _TEXT = 40, 20, 14


class WideButton(Button):
    """One of the ways on."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        *,
        icon: Icon | None = None,
        role: ButtonRole = ButtonRole.PLAIN,
    ) -> None:
        super().__init__(theme, text, icon=icon, role=role)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height of the lock screen's controls."""
        return QSize(super().sizeHint().width(), self._theme.scale.grow(_HEIGHT, _LINE))

    @property
    def _words_font(self) -> QFont:
        return self._theme.fonts.font(_TEXT, MEDIUM)
