"""What stands on the page of somebody about whom nothing is written yet (SPEC §5.17)."""

from __future__ import annotations

from collections.abc import Callable

from managernotes_ui.common.strings import person as strings
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.empty_state import EmptyState
from managernotes_ui.widgets.example_line import ExampleLine


def empty_person(theme: Theme, write: Callable[[], None]) -> EmptyState:
    """Return the column that teaches what goes here; its button begins the first note."""
    first = make_button(theme, strings.FIRST_NOTE, icon=Icon.PLUS, role=ButtonRole.PRIMARY, key="N")
    first.clicked.connect(write)
    return EmptyState(
        theme,
        Icon.STAR,
        strings.EMPTY_TITLE,
        strings.EMPTY_TEXT,
        example_caption=strings.EMPTY_EXAMPLE,
        example=ExampleLine(theme, strings.EXAMPLE, strings.EXAMPLE_DAY),
        primary=first,
    )
