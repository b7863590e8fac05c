"""The list of threads: heads, and rows of two lines (SPEC §7.29)."""

from __future__ import annotations

from managernotes_ui.common.strings import threads as strings
from managernotes_ui.style.theme import Theme
from managernotes_ui.widgets.line_list import LineList
from managernotes_ui.widgets.two_line_rows import TwoLineRows


class ThreadList(LineList):
    """Threads by sort; the chosen one is shown beside."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, strings.LIST_NAME)
        self.setItemDelegate(TwoLineRows(theme, self))
