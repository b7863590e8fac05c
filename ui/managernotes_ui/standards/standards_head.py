"""The row of 56 over vision, values and roles: what the page is, and what can be added."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from managernotes_ui.common.strings import standards as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import ButtonRole, icon_button, make_button
from managernotes_ui.widgets.text_label import TextLabel

_HEIGHT = 55


class StandardsHead(QWidget):
    """Where there is no room for the versions, a button brings them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.title = TextLabel(theme, strings.PAGE, Type.SECTION)
        self.panel = icon_button(
            theme, Icon.HISTORY, strings.PANEL, key="Ctrl+Alt+P", role=ButtonRole.QUIET
        )
        self.new = make_button(
            theme, strings.NEW, icon=Icon.PLUS, role=ButtonRole.PRIMARY, key="Ctrl+T"
        )
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        self._row.addWidget(self.title, 1)
        self._row.addWidget(self.panel)
        self._row.addWidget(self.new)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._measure)
        self._measure()

    def set_side(self, side: int) -> None:
        """Keep the page's padding."""
        self._row.setContentsMargins(side, 0, side, 0)

    def _measure(self) -> None:
        self.setFixedHeight(self._theme.scale.grow(_HEIGHT, 20))
