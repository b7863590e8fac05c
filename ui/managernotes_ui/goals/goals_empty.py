"""What stands in place of goals while there is none (SPEC §5.17)."""

from __future__ import annotations

from collections.abc import Callable

from managernotes_ui.common.strings import goals as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.empty_state import EmptyState
from managernotes_ui.widgets.text_label import TextLabel


def no_goal_yet(theme: Theme, add: Callable[[], None]) -> EmptyState:
    """Return the column that teaches what goes here; its button writes the first goal down."""
    button = make_button(
        theme, strings.NEW, icon=Icon.PLUS, role=ButtonRole.PRIMARY, tip=strings.NEW_TIP
    )
    button.clicked.connect(lambda _checked=False: add())
    state = EmptyState(
        theme,
        Icon.TARGET,
        strings.EMPTY_TITLE,
        strings.EMPTY_TEXT,
        example_caption=strings.EMPTY_EXAMPLE,
        example=TextLabel(theme, strings.EMPTY_EXAMPLE_ROW, Type.LIST, tone=Role.TEXT2, lines=0),
        primary=button,
    )
    state.setFocusProxy(button)
    return state


def no_goal_shown(theme: Theme, show_all: Callable[[], None]) -> EmptyState:
    """Return the column for a filter that lets no goal through."""
    button = make_button(theme, strings.SHOW_ALL)
    button.clicked.connect(lambda _checked=False: show_all())
    state = EmptyState(
        theme, Icon.LIST_FILTER, strings.NOTHING_TITLE, strings.NOTHING_TEXT, quiet=button
    )
    state.setFocusProxy(button)
    return state
