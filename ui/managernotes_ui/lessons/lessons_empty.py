"""What stands in place of the lessons while there is none (SPEC §5.17)."""

from __future__ import annotations

from collections.abc import Callable

from managernotes_ui.common.strings import lessons as strings
from managernotes_ui.style.fonts import Type
from managernotes_ui.style.icons import Icon
from managernotes_ui.style.theme import Theme
from managernotes_ui.style.tokens import Role
from managernotes_ui.widgets.button import ButtonRole, make_button
from managernotes_ui.widgets.empty_room import EmptyRoom
from managernotes_ui.widgets.empty_state import EmptyState
from managernotes_ui.widgets.text_label import TextLabel


class NoLessons(EmptyRoom):
    """The column that teaches what goes here; its button begins the first lesson."""

    def __init__(self, theme: Theme, begin: Callable[[], None]) -> None:
        button = make_button(
            theme, strings.NEW_TITLE, icon=Icon.PLUS, role=ButtonRole.PRIMARY, key="Ctrl+T"
        )
        button.clicked.connect(lambda _checked=False: begin())
        state = EmptyState(
            theme,
            Icon.LIGHTBULB,
            strings.EMPTY_TITLE,
            strings.EMPTY_TEXT,
            example_caption=strings.EMPTY_EXAMPLE,
            example=TextLabel(
                theme, strings.EMPTY_EXAMPLE_ROW, Type.LIST, tone=Role.TEXT2, lines=0
            ),
            primary=button,
        )
        super().__init__(theme, state)
        self.setFocusProxy(button)
