"""Where a note came from and what it led to, as rows under "Belongs to" (S26)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from managernotes.domain.conversation import ConversationType
from managernotes.domain.identity import ConversationId, LessonId, NoteId, PromiseId, ThreadId
from managernotes.domain.links import Link, Links, LinkSort
from managernotes_ui.common.dates import DateWords
from managernotes_ui.common.strings import notes as strings
from managernotes_ui.common.strings import talks as talk_strings
from managernotes_ui.notes.link_row import LinkRow
from managernotes_ui.shell.page import PageName, Place
from managernotes_ui.style.icons import Icon

_ICONS = {
    LinkSort.NOTE: Icon.LINK,
    LinkSort.TALK: Icon.MESSAGES_SQUARE,
    LinkSort.PROMISE: Icon.HANDSHAKE,
    LinkSort.THREAD: Icon.SCROLL_TEXT,
    LinkSort.LESSON: Icon.LIGHTBULB,
}
_PLACES: dict[LinkSort, Callable[[Link], Place]] = {
    LinkSort.NOTE: lambda link: Place(PageName.NOTE, note=NoteId(link.id)),
    LinkSort.TALK: lambda link: Place(PageName.TALK, conversation=ConversationId(link.id)),
    LinkSort.PROMISE: lambda link: Place(
        PageName.CONVERSATIONS, promise=PromiseId(link.id), query="promises"
    ),
    LinkSort.THREAD: lambda link: Place(
        PageName.CONVERSATIONS, thread=ThreadId(link.id), query="threads"
    ),
    LinkSort.LESSON: lambda link: Place(
        PageName.CONVERSATIONS, lesson=LessonId(link.id), query="lessons"
    ),
}


def chain_rows(chain: Links, dates: DateWords, today: date) -> list[tuple[LinkRow, Link]]:
    """Return a row for each end of the chain: where it came from, then what it led to."""
    ends = [(link, strings.CAME_FROM) for link in chain.came_from]
    ends += [(link, strings.LED_TO) for link in chain.led_to]
    return [(_row(link, way, dates, today), link) for link, way in ends]


def place_of(link: Link) -> Place:
    """Return the page that shows the other end of a link."""
    return _PLACES[link.sort](link)


def _row(link: Link, way: str, dates: DateWords, today: date) -> LinkRow:
    day = "" if link.on is None else f" {dates.day(link.on, today)}"
    words = f"{_sort(link)}{day}: {link.text}" if link.text else f"{_sort(link)}{day}"
    return LinkRow(words, way, _ICONS[link.sort])


def _sort(link: Link) -> str:
    if link.sort is LinkSort.TALK:
        return talk_strings.TYPES[ConversationType(link.kind)].capitalize()
    return strings.LINK_SORTS[link.sort]
