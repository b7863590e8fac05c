"""The tabs of the page Reviews, in their order."""

from __future__ import annotations

from enum import StrEnum

from managernotes_ui.common.strings import reviews as strings
from managernotes_ui.reviews.even_tab import EvenTab
from managernotes_ui.reviews.look_back_tab import LookBackTab
from managernotes_ui.shell.tab_body import Tab


class TabName(StrEnum):
    """What the query of a place calls a tab; an empty query is the first one."""

    EVEN = "even"
    LOOK_BACK = "look-back"


TABS = (
    Tab(TabName.EVEN, strings.TAB_EVEN, EvenTab),
    Tab(TabName.LOOK_BACK, strings.TAB_LOOK_BACK, LookBackTab),
)
