"""Where a row of the Today page leads."""

from __future__ import annotations

from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.today.today_rows import Column, Head, More, Row, Sort, Target

_SEARCHES = {
    Column.THANK: "kind:win",
    Column.HELP: "kind:tome",
    Column.RAISE: "kind:concern",
}

_TALKS = {
    Sort.ONE_ON_ONE: PageName.BRIEF,
    Sort.TO_PREPARE: PageName.PREPARE,
    Sort.TALK: PageName.TALK,
    Sort.FOLLOW_UP: PageName.AFTER_TALK,
}


def leads_to(row: Row) -> Place | None:
    """Return the place of a row; None for a head, which leads nowhere."""
    match row:
        case Head():
            return None
        case More():
            return Place(PageName.SEARCH, query=_SEARCHES[row.column])
        case _:
            return _place(row.target)


def _place(target: Target) -> Place | None:
    if target.sort in _TALKS:
        return Place(_TALKS[target.sort], conversation=target.conversation)
    match target.sort:
        case Sort.PROMISE:
            return Place(PageName.CONVERSATIONS, query="promises", promise=target.promise)
        case Sort.THREAD:
            return Place(PageName.CONVERSATIONS, query="threads", thread=target.thread)
        case Sort.RHYTHM:
            return Place(PageName.PERSON, person=target.person)
        case _:
            return Place(PageName.NOTE, person=target.person, note=target.note)
