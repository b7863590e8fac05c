"""What stands in place of the threads while there is none (SPEC §5.17)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import threads as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.empty_state import EmptyState
from managernotes_ui.widgets.text_label import TextLabel

_ABOVE, _SIDE, _ALL = 56, 24, 1000


class NoThreads(QWidget):
    """The column that teaches what goes here; its button begins the first thread."""

    def __init__(self, theme: Theme, begin: Callable[[], None]) -> None:
        super().__init__()
        button = make_button(theme, strings.NEW, icon=Icon.PLUS, role=ButtonRole.PRIMARY)
        button.clicked.connect(lambda _checked=False: begin())
        state = EmptyState(
            theme,
            Icon.SCROLL_TEXT,
            strings.EMPTY_TITLE,
            strings.EMPTY_TEXT,
            example_caption=strings.EMPTY_EXAMPLE,
            example=TextLabel(
                theme, strings.EMPTY_EXAMPLE_ROW, Type.LIST, tone=Role.TEXT2, lines=0
            ),
            primary=button,
        )
        self.setFocusProxy(button)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(state, _ALL)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, _ABOVE, _SIDE, 0)
        column.addLayout(row)
        column.addStretch(1)
