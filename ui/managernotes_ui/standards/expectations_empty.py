"""What stands in place of the grid while nothing is expected of a person (SPEC §5.17)."""

from __future__ import annotations

from collections.abc import Callable

from managernotes_ui.common.strings import expectations as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.empty_state import EmptyState
from managernotes_ui.widgets.text_label import TextLabel


def no_expectations(theme: Theme, write: Callable[[], None]) -> EmptyState:
    """Return the column that teaches what goes here; its button writes the first one."""
    button = make_button(theme, strings.FIRST, icon=Icon.PLUS, role=ButtonRole.PRIMARY)
    button.clicked.connect(lambda _checked=False: write())
    state = EmptyState(
        theme,
        Icon.TARGET,
        strings.EMPTY_TITLE,
        strings.EMPTY_TEXT,
        example_caption=strings.EMPTY_EXAMPLE,
        example=TextLabel(theme, strings.EXAMPLE, Type.LIST, tone=Role.TEXT2, lines=0),
        primary=button,
    )
    state.setFocusProxy(button)
    return state
