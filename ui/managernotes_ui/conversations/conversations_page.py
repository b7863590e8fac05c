"""Conversations, promises, threads and lessons: one page, a tab for each (SPEC §7)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from managernotes_ui.common.strings import conversations as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.tab_body import Tab
from managernotes_ui.shell.tabbed_page import PageWords, TabbedPage

_WORDS = PageWords(strings.TITLE, strings.TABS, strings.MORE)


class ConversationsPage(TabbedPage):
    """What is said, promised and learned."""

    def __init__(self, desk: Desk, tabs: Sequence[Tab], parent: QWidget | None = None) -> None:
        super().__init__(desk, tabs, _WORDS, parent)
