"""What stands on the Today page when nothing waits, or nobody is there yet (SPEC §5.17)."""

from __future__ import annotations

from collections.abc import Callable

from managernotes_ui.common.strings import person as person_strings
from managernotes_ui.common.strings import today as strings
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import Button, ButtonRole, make_button
from managernotes_ui.widgets.empty_room import EmptyRoom
from managernotes_ui.widgets.empty_state import EmptyState
from managernotes_ui.widgets.example_line import ExampleLine

ABOVE = 72


class EmptyDay(EmptyRoom):
    """A column in the middle; `begin` is its button, `teaches` whether that is the primary."""

    def __init__(self, theme: Theme, state: EmptyState, begin: Button, *, teaches: bool) -> None:
        super().__init__(theme, state, above=ABOVE)
        self.begin = begin
        self.teaches = teaches


def good_day(theme: Theme, write: Callable[[], None]) -> EmptyDay:
    """Return the column that says kindly that nothing waits."""
    button = make_button(theme, strings.GOOD_DAY_BUTTON, icon=Icon.PLUS, key="Ctrl+N")
    button.clicked.connect(lambda _checked=False: write())
    state = EmptyState(
        theme,
        Icon.SUN,
        strings.GOOD_DAY,
        strings.GOOD_DAY_TEXT,
        example_caption=strings.EXAMPLE,
        example=ExampleLine(theme, person_strings.EXAMPLE, person_strings.EXAMPLE_DAY),
        primary=button,
    )
    return EmptyDay(theme, state, button, teaches=False)


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
    return EmptyDay(theme, state, button, teaches=True)
