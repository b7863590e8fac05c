"""The tabs of the conversations page, in their order; one that nobody supplies is not shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from managernotes_ui.common.strings import conversations as strings
from managernotes_ui.shell.desk import Desk
from managernotes_ui.shell.tab_body import Tab, TabBody


class TabName(StrEnum):
    """What the query of a place calls a tab; an empty query is the first one."""

    TALKS = "talks"
    PROMISES = "promises"
    THREADS = "threads"
    LESSONS = "lessons"


TITLES = {
    TabName.TALKS: strings.TAB_TALKS,
    TabName.PROMISES: strings.TAB_PROMISES,
    TabName.THREADS: strings.TAB_THREADS,
    TabName.LESSONS: strings.TAB_LESSONS,
}


def tabs_of(factories: Mapping[TabName, Callable[[Desk], TabBody]]) -> tuple[Tab, ...]:
    """Return the tabs that have a factory, in the order of the page."""
    return tuple(Tab(name, TITLES[name], factories[name]) for name in TabName if name in factories)
