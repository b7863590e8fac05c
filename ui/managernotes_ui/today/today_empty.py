"""What stands on the Today page when nothing waits, or nobody is there yet (SPEC §5.17)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from managernotes_ui.common.strings import today as strings
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import Button, ButtonRole, make_button
from managernotes_ui.widgets.empty_state import EmptyState

ABOVE, SIDE = 72, 24
_ALL = 1000
"""A stretch beside which the room at the sides counts only once the column has its width."""


class EmptyDay(QWidget):
    """A column in the middle; `begin` is its button, `teaches` whether that is the primary."""

    def __init__(self, state: EmptyState, begin: Button, *, teaches: bool) -> None:
        super().__init__()
        self.begin = begin
        self.teaches = teaches
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(state, _ALL)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, ABOVE, SIDE, 0)
        column.addLayout(row)
        column.addStretch(1)


def good_day(theme: Theme, write: Callable[[], None]) -> EmptyDay:
    """Return the column that says kindly that nothing waits."""
    button = make_button(theme, strings.GOOD_DAY_BUTTON, icon=Icon.PLUS, key="Ctrl+N")
    button.clicked.connect(lambda _checked=False: write())
    state = EmptyState(theme, Icon.SUN, strings.GOOD_DAY, strings.GOOD_DAY_TEXT, primary=button)
    return EmptyDay(state, button, teaches=False)


def nobody_yet(theme: Theme, add: Callable[[], None]) -> EmptyDay:
    """Return the column that teaches what this page will tell."""
    button = make_button(
        theme,
        strings.ADD_PERSON,
        icon=Icon.USER_PLUS,
        role=ButtonRole.PRIMARY,
        key="Ctrl+Shift+A",
    )
    button.clicked.connect(lambda _checked=False: add())
    state = EmptyState(theme, Icon.USERS, strings.NOBODY, strings.NOBODY_TEXT, primary=button)
    return EmptyDay(state, button, teaches=True)
